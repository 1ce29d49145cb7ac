import type { Given } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import type { Body } from './arithmetic/bodies.ts'

/** What is wrong with a plan beyond its shape: a body named twice, several chairs. */
export function planFaults({ contests }: Given): Fault[] {
  if (!Array.isArray(contests)) return []
  const seen = new Set<unknown>()
  return contests.flatMap((contest: unknown, index): Fault[] => {
    const { body, seats } = asContest(contest)
    const twice = seen.has(body)
    seen.add(body)
    return [
      ...(twice ? [{ field: `/contests/${index}/body`, code: 'elections.body_twice' }] : []),
      ...(body === 'chair' && typeof seats === 'number' && seats > 1
        ? [{ field: `/contests/${index}/seats`, code: 'elections.one_chair' }]
        : []),
    ]
  })
}

/** Safe because both fields are looked at before they are used. */
function asContest(value: unknown): { body?: unknown; seats?: unknown } {
  return value !== null && typeof value === 'object' ? value : {}
}

type Key = { readonly cell: number; readonly matter: string; readonly path: string }

/** Writes what an election fills, in place of what was written before. */
export async function writeContests(
  tx: Tx,
  { cell, matter, path }: Key,
  contests: readonly { readonly body: Body; readonly seats: number }[],
): Promise<void> {
  await tx.run('delete from elections.contest where cell_id = $1 and matter_id = $2', [cell, matter])
  await tx.run(
    `insert into elections.contest (cell_id, matter_id, body, path, seats)
     select $1, $2, body, $3, seats from unnest($4::text[], $5::int[]) as c (body, seats)`,
    [cell, matter, path, contests.map(({ body }) => body), contests.map(({ seats }) => seats)],
  )
}
