import type { Matter, StepNote } from '@gongqiao/kernel/matter/matters.ts'

/**
 * What stands at the old union of a member it has let go: the new union's desk has it, and the new union's own clock, so
 * that the member sees whom they wait for and until when.
 */
export function released({ owner, clockFrom }: Matter): StepNote {
  return { owner, ...(clockFrom !== null && { clockFrom }) }
}
