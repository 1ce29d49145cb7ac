/** One thing a check found: which rule, where, and what to do about it. */
export interface Fault {
  readonly rule: string
  /** A file with its line, a table, a constraint. */
  readonly place: string
  readonly message: string
}

/** Prints what a check found, one fault a line, and makes the process fail when there is any. */
export function report(check: string, faults: readonly Fault[]): void {
  for (const { place, rule, message } of faults) console.error(`${place}: ${message} [${rule}]`)
  if (faults.length === 0) return
  console.error(`${check}: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`)
  process.exitCode = 1
}
