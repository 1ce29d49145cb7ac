import { hot, inOneStatement } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { newId } from '../shared/ids.ts'
import type { PostActor } from './actor.ts'
import type { Subjects } from './query.ts'

const insertAccess = hot(
  'kernel.insert_access',
  `insert into kernel.access (cell_id, id, at, act, account_id, post_id, post_title, unit_name, subjects, reason)
   select cell_id, id, at, act, account_id, post_id, post_title, unit_name, subjects::uuid[], reason
   from unnest($1::int[], $2::uuid[], $3::timestamptz[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[])
     as entry (cell_id, id, at, act, account_id, post_id, post_title, unit_name, subjects, reason)`,
)

type Entry = {
  readonly values: readonly unknown[]
  readonly done: (error?: unknown) => void
}
const waiting = new WeakMap<object, Entry[]>()

/**
 * Writes to the access log 查阅记录 whose records a post was shown, and waits until it is kept. Entries of requests that
 * run at the same moment are kept by one statement.
 */
export async function logAccess(
  services: Services,
  actor: PostActor,
  act: string,
  at: Date,
  shown: readonly Subjects[],
): Promise<void> {
  await Promise.all(
    shown
      .filter(({ people }) => people.length > 0)
      .map(({ cell, people }) => {
        const { post } = actor
        const values = [
          cell,
          newId(at.getTime()),
          at,
          act,
          actor.account,
          post.id,
          post.title,
          post.unitName,
          `{${people.join(',')}}`,
          actor.reason ?? null,
        ]
        return new Promise<void>((resolve, reject) => {
          const done = (error?: unknown) => (error === undefined ? resolve() : reject(error))
          const queue = waiting.get(services.pool) ?? []
          queue.push({ values, done })
          if (queue.length === 1) {
            waiting.set(services.pool, queue)
            setImmediate(() => void flush(services, queue))
          }
        })
      }),
  )
}

async function flush(services: Services, queue: Entry[]): Promise<void> {
  waiting.delete(services.pool)
  try {
    const column = (index: number) => queue.map((entry) => entry.values[index])
    const values = Array.from({ length: 10 }, (_, index) => column(index))
    await inOneStatement(services.pool, insertAccess, values, 'read write')
    for (const entry of queue) entry.done()
  } catch (error) {
    for (const entry of queue) entry.done(error)
  }
}
