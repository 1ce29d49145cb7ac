/** One wrong field: a JSON pointer to it, the rule's code, and words a person understands. */
export type FieldFault = { readonly field: string; readonly code: string; readonly text: string }

/** What every refused request answers (RFC 9457 `application/problem+json`). */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  /** The article or rule behind the refusal, where there is one. */
  readonly basis?: string
  /** Every wrong field, all at once. */
  readonly faults?: readonly FieldFault[]
  /** Facts the screen needs to go on, for example which open application would be replaced. */
  readonly about?: { readonly [name: string]: unknown }
  /** Of a mistake of ours: the number under which the operator finds it in the log. */
  readonly request?: string
}
