/** One thing a check found: which rule, where, and what to do about it. */
export interface Fault {
  readonly rule: string
  /** A file with its line, a table, a constraint. */
  readonly place: string
  readonly message: string
}
