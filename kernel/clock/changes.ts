import { type Actor, homeCell } from '../command/actor.ts'
import type { Tx } from '../database/tx.ts'
import type { DeadlineRule } from '../matter/deadline-rule.ts'
import { wordsOf } from '../matter/matters.ts'
import { Refusal } from '../refusal.ts'
import { newId } from '../shared/ids.ts'
import type { KeptYear } from './calendar-rows.ts'

/** What changed, with what stood there before: a version of a rule, or a year of the calendar. */
export type NewChange = { readonly region: string; readonly source: string } & (
  | {
      readonly kind: 'rule'
      readonly rule: string
      readonly from: string
      readonly before: object
      readonly after: DeadlineRule
    }
  | { readonly kind: 'year'; readonly year: number; readonly before: KeptYear; readonly after: KeptYear }
)

/** Keeps a change, for the history and so that the due days follow it. */
export async function keepChange(
  tx: Tx,
  actor: Actor,
  now: Date,
  change: NewChange,
): Promise<{ readonly id: string; readonly cell: number }> {
  const id = newId(now.getTime())
  const rule = change.kind === 'rule' ? change : undefined
  await tx.run(
    `insert into kernel.clock_change (id, at, account_id, post_id, by_words, kind, region, rule_id, from_day, year, source, before, after)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      now,
      'account' in actor ? actor.account : null,
      actor.kind === 'post' ? actor.post.id : null,
      wordsOf(actor),
      change.kind,
      change.region,
      rule?.rule ?? null,
      rule?.from ?? null,
      change.kind === 'year' ? change.year : null,
      change.source,
      JSON.stringify(change.before),
      JSON.stringify(change.after),
    ],
  )
  return { id, cell: homeCell(actor) }
}

/** A kept change. */
export type ChangeRow = {
  readonly id: string
  readonly at: Date
  readonly by_words: string | null
  readonly kind: 'rule' | 'year'
  readonly region: string
  readonly rule_id: string | null
  readonly from_day: string | null
  readonly year: number | null
  readonly source: string
  readonly before: KeptYear
  readonly undone_at: Date | null
  readonly undone_by: string | null
  readonly followed_at: Date | null
  readonly moved: number
  /** A later change of the same rule and place, or of the same year, that still holds. */
  readonly followed_by_another: boolean
}

const columns = `c.id, c.at, c.by_words, c.kind, c.region, c.rule_id, c.from_day, c.year, c.source, c.before, c.undone_at,
  c.undone_by, c.followed_at, c.moved,
  exists (select from kernel.clock_change l where l.undone_at is null and l.id > c.id and l.kind = c.kind and l.region = c.region
    and ((c.kind = 'rule' and l.rule_id = c.rule_id and l.from_day = c.from_day) or (c.kind = 'year' and l.year = c.year))) as followed_by_another`

/** The newest changes, newest first. */
export function newestChanges(tx: Tx, limit: number): Promise<ChangeRow[]> {
  return tx.many<ChangeRow>(`select ${columns} from kernel.clock_change c order by c.id desc limit $1`, [limit])
}

/**
 * One change that can be undone.
 *
 * Refuses `kernel.absent`, `clock.undone_already` and `clock.changed_since`.
 */
export async function undoable(tx: Tx, id: string, lock: boolean): Promise<ChangeRow> {
  const row = await tx.maybe<ChangeRow>(
    `select ${columns} from kernel.clock_change c where c.id = $1${lock ? ' for update of c' : ''}`,
    [id],
  )
  if (!row) throw new Refusal('kernel.absent')
  if (row.undone_at !== null) throw new Refusal('clock.undone_already')
  if (row.followed_by_another) throw new Refusal('clock.changed_since')
  return row
}
