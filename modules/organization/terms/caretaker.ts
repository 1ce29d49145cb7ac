/** Says that a post is a caretaker's, why, and what to do. */
export const caretakerRefusal = 'organization.caretaker'

/**
 * What a caretaker 看守 leaves alone: elections and money but for looking, lists that leave the house, the union's own future.
 * The record of one matter is no list: whoever it concerns needs it, whatever became of the committee.
 */
const leftAlone: readonly RegExp[] = [
  /^(?:elections|funds)\.(?!view_|list_|find_|count_)/,
  /^(?!kernel\.export_record$)(?:kernel\.start_export|[a-z]+\.export_[a-z_]+)$/,
  /^organization\.propose_change$/,
]

/**
 * Those of some acts that a caretaker may not do: whoever works for a union whose term is over and not extended goes on with
 * the queue, the roll and the window, and decides nothing that waits for a committee in office.
 *
 * @see ELE-03, ELE-04
 */
export function withheldFromCaretaker(acts: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...acts].filter((act) => leftAlone.some((pattern) => pattern.test(act))))
}
