/** What a check of the seal finds wrong. */
export type FindingCode =
  | 'row_changed'
  | 'row_removed'
  | 'row_added'
  | 'leaf_changed'
  | 'leaf_missing'
  | 'leaves_reordered'
  | 'leaves_replaced'
  | 'node_changed'
  | 'root_changed'
  | 'state_changed'
  | 'seal_changed'
  | 'seal_missing'
  | 'key_unknown'
  | 'tail_cut'

/** One thing that is not as it was sealed: which row of which table, and how, with the seal it was found by. */
export type SealFinding = { readonly code: FindingCode; readonly row: string; readonly words: string }

/** Told of each finding, as soon as it is made. */
export type Found = (code: FindingCode, row: string, words: string) => void

/** How long after its date a row may be sealed: transactions that take longer do not exist. */
export const lateMs = 15 * 60_000
