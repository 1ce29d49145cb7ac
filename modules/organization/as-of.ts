import { Day } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'

/** What a question about a past day asks beside its union: the day, and whose knowledge of it. */
export const asOfFields = { on: Day, known: Type.Optional(Type.Enum(['then', 'now'])) }

/** A past day as it was asked for: the day itself, and the day at whose end it was known so. */
export type AsOf = { readonly on: string; readonly known: 'then' | 'now'; readonly knownOn: string }

/** Reads a past day 截至某日: as known that day unless as corrected since is asked for. A day ahead is today. */
export function readAsOf(
  input: { readonly on: string; readonly known?: 'then' | 'now' | undefined },
  today: string,
): AsOf {
  const on = input.on < today ? input.on : today
  const known = input.known ?? 'then'
  return { on, known, knownOn: known === 'then' ? on : today }
}

/** SQL of the end of a civil day in Asia/Shanghai (T-CAL-07), the day being a parameter. */
export const endOf = (day: string) => `((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`

/**
 * SQL condition on rows with `valid_from`, `valid_to`, `recorded_at`, `superseded_at` and `end_recorded_at`: they held on a
 * day, as was known at the end of another one. Both days are parameters.
 */
export const heldOn = (on: string, knownOn: string) => `valid_from <= ${on}::date and recorded_at < ${endOf(knownOn)}
  and (superseded_at is null or superseded_at >= ${endOf(knownOn)})
  and (valid_to is null or valid_to > ${on}::date
    or coalesce(end_recorded_at, valid_to::timestamp at time zone 'Asia/Shanghai') >= ${endOf(knownOn)})`

/**
 * SQL condition on a line of `unit_history`: it had begun on a day, as was known at the end of another one; of several the
 * one that was written down last holds. Both days are parameters.
 */
export const lineKnown = (line: string, on: string, knownOn: string) => `${line}.valid_from <= ${on}::date
  and ${line}.recorded_at < ${endOf(knownOn)} and (${line}.superseded_at is null or ${line}.superseded_at >= ${endOf(knownOn)})`

/** The same of a `parent_link` that held on that day: it ends on the day on which its end is written down. */
export const linkHeldOn = (link: string, on: string, knownOn: string) =>
  `${lineKnown(link, on, knownOn)} and (${link}.valid_to is null or ${link}.valid_to > ${on}::date)`
