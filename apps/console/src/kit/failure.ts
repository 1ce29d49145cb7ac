import type { Problem } from '@gongqiao/kernel/shared/problem.ts'

/** The server's lawful no, with its words already in the reader's language. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'Refused'
    this.problem = problem
  }
}

/** The server could not be reached, or its answer did not arrive whole. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause })
    this.name = 'Unreachable'
  }
}

/** What a screen does with a failure. `absent` covers "not there" and "not yours to see", which are one answer. */
export type FailureKind = 'session_over' | 'forbidden' | 'absent' | 'refused' | 'unreachable' | 'mistake'

/** Sorts a failure into what the screen can do about it. */
export function kindOf(failure: unknown): FailureKind {
  if (failure instanceof Unreachable) return 'unreachable'
  if (!(failure instanceof Refused)) return 'mistake'
  const { status } = failure.problem
  if (status === 401) return 'session_over'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'absent'
  return status >= 500 ? 'mistake' : 'refused'
}

/** The refusal behind a failure, or null when the failure is of another kind. */
export function problemOf(failure: unknown): Problem | null {
  return failure instanceof Refused ? failure.problem : null
}

/** Every wrong field of a refusal, by its JSON pointer (`/identityNumber`); a pointer keeps its first text. */
export function faultsOf(failure: unknown): ReadonlyMap<string, string> {
  const faults = new Map<string, string>()
  for (const fault of problemOf(failure)?.faults ?? []) {
    if (!faults.has(fault.field)) faults.set(fault.field, fault.text)
  }
  return faults
}

/** Tells whether asking once more may help: the network or the server failed, nothing was decided. */
export function mayRetry(failure: unknown): boolean {
  const kind = kindOf(failure)
  return kind === 'unreachable' || kind === 'mistake'
}
