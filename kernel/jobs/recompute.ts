import { boundsOf, type TouchedClocks } from '../clock/touched.ts'
import { type SystemActor, systemActor } from '../command/actor.ts'
import { perform } from '../command/perform.ts'
import {
  type Clock,
  clockColumns,
  movedDue,
  recomputeDeadlines,
  recomputedAtOnce,
} from '../matter/recompute-deadlines.ts'
import type { Services } from '../services.ts'
import type { Job, JobParts, JobReport } from './job.ts'
import { readCell } from './read-cell.ts'
import { walkCells } from './walk.ts'

const nextClocks = `select ${clockColumns} from kernel.matter
  where cell_id = $1 and ended_at is null and paused_from is null and id > $2
    and (($3::text is not null and clock_rule = $3 and clock_from >= $4)
      or ($3::text is null and (due_provisional or (clock_from <= $6::date and due_on >= $5::date)))) order by id limit $7`
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Computes due days of one cell anew, five hundred at a time: those a change may touch, else those that are provisional. */
export async function recomputeCell(
  services: Services,
  system: SystemActor,
  cell: number,
  touched: TouchedClocks,
): Promise<number> {
  let moved = 0
  for (let after: string | undefined = beforeAll; after !== undefined; ) {
    const bounds = [touched.rule ?? null, touched.from ?? null, ...boundsOf(touched)]
    const values: readonly unknown[] = [cell, after, ...bounds, recomputedAtOnce]
    const clocks: Clock[] = await readCell(services.pool, cell, (tx) => tx.many<Clock>(nextClocks, values))
    const matters = clocks.filter((clock) => movedDue(services.deadlines, cell, clock)).map(({ id }) => id)
    if (matters.length > 0)
      moved += (await perform(services, system, recomputeDeadlines, { cell, matters })).answer.moved
    after = clocks.length === recomputedAtOnce ? clocks.at(-1)?.id : undefined
  }
  return moved
}

/**
 * Computes due days anew in every cell: those that were provisional and, with `year`, those whose period touches that year.
 *
 * @returns how many cells were walked and how many due days moved
 */
export async function recomputeEverywhere(parts: JobParts, year?: number): Promise<JobReport> {
  const { services } = parts
  const system = systemActor('kernel.recompute')
  let moved = 0
  await services.deadlines.reload()
  const cells = await walkCells(parts, async (cell) => {
    moved += await recomputeCell(services, system, cell, year === undefined ? {} : { year })
  })
  return { cells, moved }
}

/** Computes provisional due days anew, in case the calendar they rest on has become official meanwhile (T-CAL-06). */
export const recompute: Job = {
  name: 'kernel.recompute_deadlines',
  schedule: '40 2 * * *',
  retry: { times: 3, delaySeconds: 600 },
  longestSeconds: 7_200,
  run: (parts) => recomputeEverywhere(parts),
}
