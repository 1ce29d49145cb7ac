import type { Anyone } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import type { Pool } from '@gongqiao/kernel/database/connect.ts'
import type { Answer, Statement, Together } from '@gongqiao/kernel/database/together.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { submitApplication } from '@gongqiao/modules/membership/index.ts'
import type { JoiningForm } from './applicants.ts'
import type { PlainJob } from './plain-process.ts'

/** The statements of joins as the product sends them, to be sent again by plain `pg`. */
export type RecordedJoins = Pick<PlainJob, 'statements' | 'runs'>

const actor = (): Anyone => ({ kind: 'anyone', address: '127.0.0.1', language: 'zh', keyOwner: 'anyone' })

/**
 * Records the statements of joins, values and all, so that the reference is the product's own SQL whatever it becomes. One
 * join of each county is sent in truth; the others are told what that one was answered, and nothing of theirs is sent.
 *
 * @param forms the first of each joining code is used up
 */
export async function recordJoins(services: Services, forms: readonly JoiningForm[]): Promise<RecordedJoins> {
  const answers = new Map<string, readonly Answer[]>()
  const known = new Map<string, number>()
  const statements: { name?: string; text: string }[] = []
  const runs: { statement: number; values?: readonly unknown[] }[][] = []

  function indexOf({ name, text }: Statement): number {
    const index = known.get(text) ?? statements.length
    if (index === statements.length) statements.push({ ...(name !== undefined && { name }), text })
    known.set(text, index)
    return index
  }

  for (const form of forms) {
    const told = answers.get(form.code)
    if (!told) {
      answers.set(form.code, await joinInTruth(services, form))
      continue
    }
    const sent: Together[] = []
    const pool = poolThat((together) => {
      const answer = told[sent.length]
      if (!answer) throw new Error('a join sent more statements than the first one of its code')
      sent.push(together)
      together.callback(null, answer)
    })
    await perform({ ...services, pool, wake: () => undefined }, actor(), submitApplication, form, newId())
    runs.push(
      // By plain `pg` each is sent by itself.
      sent
        .flatMap(({ statements: together }) => together)
        .map((one) => ({ statement: indexOf(one), ...(one.values && { values: one.values }) })),
    )
  }
  return { statements, runs }
}

async function joinInTruth(services: Services, form: JoiningForm): Promise<Answer[]> {
  const client = await services.pool.connect()
  const answers: Answer[] = []
  try {
    const pool = poolThat((together) => {
      const { callback } = together
      together.callback = (error, answer) => {
        if (answer) answers.push(answer)
        callback(error, answer)
      }
      client.query(together)
    })
    await perform({ ...services, pool }, actor(), submitApplication, form, newId())
  } finally {
    client.release()
  }
  return answers
}

/** A pool with one client, which hands on what it is sent. */
function poolThat(query: (together: Together) => void): Pool {
  return asPool({ connect: async () => ({ query, release: () => undefined }) })
}

/** Safe because a transaction that succeeds asks a pool for nothing but a client, and that for nothing but these two. */
function asPool(pool: object): Pool {
  return pool as Pool
}
