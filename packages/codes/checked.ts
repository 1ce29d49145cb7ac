/** One thing wrong with a text: a stable code and, where it can be said, the characters it concerns (1-based, inclusive). */
export type Fault<Code extends string = string> = {
  readonly code: Code
  readonly from?: number
  readonly to?: number
}

/** The answer of a checker: the tidied value with what was read from it, or every fault at once. */
export type Checked<Found extends object, FaultCode extends string, Warning extends string = never> =
  | ({ readonly ok: true; readonly value: string; readonly warnings: readonly Warning[] } & Found)
  | { readonly ok: false; readonly faults: readonly Fault<FaultCode>[] }

/** The languages every text of this package exists in. */
export type Language = 'zh' | 'en'
