import type { FieldFault } from './shared/problem.ts'

/** One row of a refusal table: the answer's status and the rule behind it; its words stand in `texts/`. */
export type RefusalRow = { readonly status: number; readonly basis?: string }
/** A module's lawful noes, by code. */
export type RefusalTable = { readonly [code: string]: RefusalRow }

/** Names one wrong field; the words are found when the answer is written, in the reader's language. */
export type Fault = {
  /** JSON pointer, for example `/identityNumber`. */
  readonly field: string
  readonly code: string
  readonly variables?: { readonly [name: string]: string | number }
}

/** A lawful no 拒绝: thrown by name, answered as `application/problem+json`. */
export class Refusal extends Error {
  readonly code: string
  readonly faults: readonly Fault[]
  readonly variables: { readonly [name: string]: string | number }
  readonly about: { readonly [name: string]: unknown } | undefined

  constructor(
    code: string,
    more: {
      faults?: readonly Fault[]
      variables?: { readonly [name: string]: string | number }
      about?: { readonly [name: string]: unknown }
      cause?: unknown
    } = {},
  ) {
    super(code, { cause: more.cause })
    this.name = 'Refusal'
    this.code = code
    this.faults = more.faults ?? []
    this.variables = more.variables ?? {}
    this.about = more.about
  }
}

/** "Not there" and "not yours to see" are one answer. */
export function absent(): Refusal {
  return new Refusal('kernel.absent')
}

/** The kernel's own noes. */
export const kernelRefusals = {
  'kernel.absent': { status: 404 },
  'kernel.invalid_input': { status: 422 },
  'kernel.malformed_body': { status: 400 },
  'kernel.body_too_large': { status: 413 },
  'kernel.media_type': { status: 415 },
  'kernel.no_such_address': { status: 404 },
  'kernel.sign_in_first': { status: 401 },
  'kernel.token_refused': { status: 401 },
  'kernel.forbidden': { status: 403 },
  'kernel.other_site': { status: 403 },
  'kernel.key_with_other_body': { status: 422 },
  'kernel.same_request_running': { status: 409 },
  'kernel.too_many_requests': { status: 429 },
  'kernel.busy': { status: 503 },
  'kernel.mistake': { status: 500 },
  'kernel.sign_in_wrong': { status: 401 },
  'kernel.sign_in_locked': { status: 429 },
  'kernel.step_up_first': { status: 403 },
  'kernel.step_up_wrong': { status: 403 },
  'kernel.too_many_exports': { status: 409 },
  'kernel.export_not_ready': { status: 409 },
  'kernel.export_gone': { status: 410 },
  'kernel.export_too_long': { status: 422 },
  'kernel.export_post_left': { status: 403 },
  'kernel.export_lost': { status: 500 },
  'seal.not_yet': { status: 409 },
  'matter.step_not_open': { status: 409 },
  'matter.signatures_open': { status: 409 },
  'matter.own_steps': { status: 409 },
  'matter.clock_runs_on': { status: 409 },
  'matter.not_referable': { status: 409 },
  'matter.referral_final': { status: 409 },
  'matter.no_desk': { status: 409 },
  'matter.already_there': { status: 409 },
  'matter.not_asked_to_sign': { status: 409 },
  'matter.unit_takes_none': { status: 409 },
  'sheet.macro': { status: 422 },
  'sheet.old_binary': { status: 422 },
  'sheet.binary': { status: 422 },
  'sheet.encrypted': { status: 422 },
  'sheet.bomb': { status: 422 },
  'sheet.too_large': { status: 413 },
  'sheet.too_many_rows': { status: 422 },
  'sheet.too_many_columns': { status: 422 },
  'sheet.cell_too_long': { status: 422 },
  'sheet.not_a_sheet': { status: 422 },
  'sheet.empty': { status: 422 },
  'sheet.encoding': { status: 422 },
  'sheet.open_quote': { status: 422 },
  'sheet.broken': { status: 422 },
} as const satisfies RefusalTable

/** What a fault says on the wire. */
export type SpokenFault = FieldFault
