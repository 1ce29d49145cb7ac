import { systemActor } from '../command/actor.ts'
import { inTransaction } from '../database/tx.ts'
import { recomputeCell } from '../jobs/recompute.ts'
import { cellsWithMatters } from '../national-scans.ts'
import type { Services } from '../services.ts'
import { cellsBetween } from '../shared/place.ts'
import { cellsOfRegion, type TouchedClocks } from './touched.ts'

const takenSeconds = 120
/** Longer than any process takes to hear of a change. */
const settledSeconds = 6

/**
 * What each process does again and again: hears of changes, whoever made them, and follows one that waits. A matter that begins
 * meanwhile by the older rule is caught by the following.
 */
export function clockFollower(services: Services): (signal: AbortSignal) => Promise<void> {
  let known: string | undefined
  return async (signal) => {
    const { now } = await inTransaction(
      services.pool,
      undefined,
      (tx) =>
        tx.one<{ now: string }>(
          `select concat_ws(' ', count(*), max(at), count(undone_at), max(undone_at)) as now from kernel.clock_change`,
        ),
      'read only',
    )
    if (known !== undefined && now !== known) await services.deadlines.reload()
    known = now
    await followClockChange(services, signal, settledSeconds)
  }
}

type Taken = {
  readonly id: string
  readonly kind: 'rule' | 'year'
  readonly region: string
  readonly rule: string | null
  readonly from: string | null
  readonly year: number | null
  readonly cell: number
}

/**
 * Lets the due days of open matters follow a change of a rule or a year, cell by cell in the order of their numbers; where
 * it was interrupted it goes on. Doing a cell twice moves nothing twice.
 *
 * @param settledSeconds how old a change must be, so that every process knows it before due days follow
 * @returns whether there was a change to follow
 */
export async function followClockChange(services: Services, signal: AbortSignal, settledSeconds = 0): Promise<boolean> {
  const change = await take(services, settledSeconds)
  if (!change) return false
  const { id, region, rule, from, year } = change
  await services.deadlines.reload()
  const touched: TouchedClocks =
    year === null ? { ...(rule !== null && { rule }), ...(from !== null && { from }) } : { year }
  const [lo, hi] = cellsOfRegion(region)
  const cells = await inTransaction(services.pool, cellsBetween(lo, hi), cellsWithMatters, 'read only')
  for (const cell of cells.filter((one) => one > change.cell)) {
    signal.throwIfAborted()
    const moved = await recomputeCell(services, systemActor('kernel.follow_clock_change'), cell, touched)
    await keep(services, 'followed_cell = $2, moved = moved + $3, taken_until = $4', [id, cell, moved, soon(services)])
  }
  await keep(services, 'followed_at = $2, taken_until = null', [id, services.now()])
  return true
}

const soon = (services: Services) => new Date(services.now().getTime() + takenSeconds * 1_000)

async function keep(services: Services, set: string, values: readonly unknown[]): Promise<void> {
  await inTransaction(services.pool, undefined, (tx) =>
    tx.run(`update kernel.clock_change set ${set} where id = $1`, values),
  )
}

async function take(services: Services, settledSeconds: number): Promise<Taken | undefined> {
  return inTransaction(services.pool, undefined, (tx) =>
    tx.maybe<Taken>(
      `update kernel.clock_change set taken_until = $2 where id = (
         select id from kernel.clock_change where followed_at is null and coalesce(taken_until, '-infinity') <= $1 and greatest(at, undone_at) <= $3 order by at limit 1)
       returning id, kind, region, rule_id as rule, from_day as "from", year, followed_cell as cell`,
      [services.now(), soon(services), new Date(services.now().getTime() - settledSeconds * 1_000)],
    ),
  )
}
