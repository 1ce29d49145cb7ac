import type { Anyone } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import type { Pool } from '@gongqiao/kernel/database/connect.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { submitApplication } from '@gongqiao/modules/membership/index.ts'
import type { JoiningForm } from './applicants.ts'
import type { PlainJob } from './plain-process.ts'

/** The statements of joins as the product sends them, to be sent again by plain `pg`. */
export type RecordedJoins = Pick<PlainJob, 'statements' | 'runs'>

type Answer = { readonly rows: readonly unknown[]; readonly rowCount: number | null }
type Query = (
  query: string | { name?: string; text: string; values?: unknown[] },
  values?: unknown[],
) => Promise<Answer>
type Sent = { readonly name: string | undefined; readonly text: string; readonly values: unknown[] | undefined }

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

  function indexOf({ name, text }: Sent): number {
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
    const sent: Sent[] = []
    const pool = recordingPool(sent, async () => {
      const answer = told[sent.length - 1]
      if (!answer) throw new Error('a join sent more statements than the first one of its code')
      return answer
    })
    await perform({ ...services, pool, wake: () => undefined }, actor(), submitApplication, form, newId())
    runs.push(sent.map((one) => ({ statement: indexOf(one), ...(one.values && { values: one.values }) })))
  }
  return { statements, runs }
}

async function joinInTruth(services: Services, form: JoiningForm): Promise<Answer[]> {
  const client = await services.pool.connect()
  const answers: Answer[] = []
  const send: Query = asQuery(client.query.bind(client))
  try {
    const pool = recordingPool([], async (query, values) => {
      const answer = await send(query, values)
      answers.push(answer)
      return answer
    })
    await perform({ ...services, pool }, actor(), submitApplication, form, newId())
  } finally {
    client.release()
  }
  return answers
}

/** A pool with one client that notes what it is sent and answers as it is told. */
function recordingPool(sent: Sent[], answer: Query): Pool {
  const client = {
    query(query: string | { name?: string; text: string; values?: unknown[] }, values?: unknown[]) {
      const { name, text, values: own } = typeof query === 'string' ? { text: query, name: undefined, values } : query
      sent.push({ name, text, values: own })
      return answer(query, values)
    },
    release: () => undefined,
  }
  return asPool({ connect: async () => client })
}

/** Safe because a transaction asks a pool for nothing but a client, and that for nothing but `query` and `release`. */
function asPool(pool: object): Pool {
  return pool as Pool
}

/** Safe because the driver's `query`, called without a callback, has this shape among others. */
function asQuery(query: unknown): Query {
  return query as Query
}
