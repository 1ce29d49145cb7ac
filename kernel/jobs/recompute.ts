import { systemActor } from '../command/actor.ts'
import { perform } from '../command/perform.ts'
import {
  type Clock,
  clockColumns,
  movedDue,
  recomputeDeadlines,
  recomputedAtOnce,
} from '../matter/recompute-deadlines.ts'
import type { Job, JobParts, JobReport } from './job.ts'
import { readCell } from './read-cell.ts'
import { walkCells } from './walk.ts'

const nextClocks = `select ${clockColumns} from kernel.matter
  where cell_id = $1 and ended_at is null and id > $2
    and (due_provisional or (clock_from <= $4::date and due_on >= $3::date)) order by id limit $5`
const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * Computes due days anew in every cell, five hundred at a time: those that were provisional and, with `year`, those whose
 * period touches that year.
 *
 * @returns how many cells were walked and how many due days moved
 */
export async function recomputeEverywhere(parts: JobParts, year?: number): Promise<JobReport> {
  const { services } = parts
  const system = systemActor('kernel.recompute')
  const bounds = year === undefined ? [null, null] : [`${year}-01-01`, `${year}-12-31`]
  let moved = 0
  await services.deadlines.reload()
  const cells = await walkCells(parts, async (cell) => {
    for (let after: string | undefined = beforeAll; after !== undefined; ) {
      const values: readonly unknown[] = [cell, after, ...bounds, recomputedAtOnce]
      const clocks: Clock[] = await readCell(services.pool, cell, (tx) => tx.many<Clock>(nextClocks, values))
      const matters = clocks.filter((clock) => movedDue(services.deadlines, cell, clock)).map(({ id }) => id)
      if (matters.length > 0) {
        moved += (await perform(services, system, recomputeDeadlines, { cell, matters })).answer.moved
      }
      after = clocks.length === recomputedAtOnce ? clocks.at(-1)?.id : undefined
    }
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
