import type { Given } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import type { Body } from './arithmetic/bodies.ts'

/** What is wrong with a plan beyond its shape: a body named twice, several chairs, a final list with fewer places than seats. */
export function planFaults({ contests }: Given): Fault[] {
  if (!Array.isArray(contests)) return []
  const seen = new Set<unknown>()
  return contests.flatMap((contest: unknown, index): Fault[] => {
    const { body, seats, places } = asContest(contest)
    const twice = seen.has(body)
    seen.add(body)
    return [
      ...(twice ? [{ field: `/contests/${index}/body`, code: 'elections.body_twice' }] : []),
      ...(body === 'chair' && typeof seats === 'number' && seats > 1
        ? [{ field: `/contests/${index}/seats`, code: 'elections.one_chair' }]
        : []),
      ...(typeof places === 'number' && typeof seats === 'number' && places < seats
        ? [{ field: `/contests/${index}/places`, code: 'elections.list_too_short', variables: { seats } }]
        : []),
    ]
  })
}

/** Safe because every field is looked at before it is used. */
function asContest(value: unknown): { body?: unknown; seats?: unknown; places?: unknown } {
  return value !== null && typeof value === 'object' ? value : {}
}

type Key = { readonly cell: number; readonly matter: string; readonly path: string }

/** Writes what an election fills, in place of what was written before. */
export async function writeContests(
  tx: Tx,
  { cell, matter, path }: Key,
  contests: readonly { readonly body: Body; readonly seats: number; readonly places?: number | null }[],
): Promise<void> {
  await tx.run('delete from elections.contest where cell_id = $1 and matter_id = $2', [cell, matter])
  await tx.run(
    `insert into elections.contest (cell_id, matter_id, body, path, seats, places)
     select $1, $2, body, $3, seats, places from unnest($4::text[], $5::int[], $6::int[]) as c (body, seats, places)`,
    [
      ...[cell, matter, path, contests.map(({ body }) => body), contests.map(({ seats }) => seats)],
      contests.map(({ places }) => places ?? null),
    ],
  )
}
