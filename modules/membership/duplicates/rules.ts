import { pathLabelLength } from '@gongqiao/kernel/shared/place.ts'
import type { Side } from './contract.ts'

const ranks: { readonly [status in Side['status']]: number } = {
  ended: 0,
  listed: 1,
  provisional: 2,
  retained: 3,
  active: 3,
}

/**
 * Why two records cannot be made one so, as a refusal's code: one is over, one has an application to be decided first, or
 * the lesser would be kept and the greater dropped.
 */
export function mergeRefusal(keep: Side, drop: Side): string | undefined {
  if (keep.person === drop.person || keep.status === 'ended' || drop.status === 'ended')
    return 'membership.merge_not_two'
  if (drop.status === 'provisional') return 'membership.merge_decide_first'
  return ranks[keep.status] < ranks[drop.status] ? 'membership.merge_keep_greater' : undefined
}

/** The record that stays, as it will be: its own fields, and where wished the earlier day. */
export function mergedSide(keep: Side, drop: Side, earlierSince: boolean): Side {
  const earlier = earlierDay(keep, drop)
  return earlierSince && earlier !== null ? { ...keep, since: earlier } : keep
}

/** The other record's day where it is the earlier one and the kept record has one; null otherwise. */
export function earlierDay(keep: Side, drop: Side): string | null {
  return keep.since !== null && drop.since !== null && drop.since < keep.since ? drop.since : null
}

/** The deepest place that holds both: as far as their paths agree, by whole levels. */
export function commonPath(one: string, other: string): string {
  let end = 0
  while (
    end < one.length &&
    end < other.length &&
    one.slice(end, end + pathLabelLength) === other.slice(end, end + pathLabelLength)
  )
    end += pathLabelLength
  return one.slice(0, end)
}
