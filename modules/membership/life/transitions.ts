import type { RetentionReason } from './machine.ts'

/** What a membership may be, with the three ways it ended told apart 会籍状态. */
export const lifeStates = ['active', 'retained', 'resigned', 'expelled', 'deceased'] as const
export type LifeState = (typeof lifeStates)[number]

/** Why a line of the history begins; retained for four reasons, ended for three, and so on. */
export type ChangeReason =
  | RetentionReason
  | 'working_again'
  | 'asked'
  | 'deemed'
  | 'crime'
  | 'died'
  | 'mistaken'
  | 'routed'

/** One change that the rulebook allows, with its national code 会籍变化类型 and the reasons it can have. */
export type Transition = {
  readonly from: LifeState
  readonly to: LifeState
  readonly code: number
  readonly reasons: readonly ChangeReason[]
}

const isMember = ['active', 'retained'] as const

/**
 * Every change of a membership inside one union. Moving to another union is a transfer, and whoever left comes back by a new
 * application only.
 *
 * @see rulebook 4.4, "Allowed transitions"
 */
export const transitions: readonly Transition[] = [
  { from: 'active', to: 'retained', code: 3, reasons: ['retired', 'laid_off', 'unemployed', 'unit_closed'] },
  { from: 'retained', to: 'active', code: 2, reasons: ['working_again'] },
  ...isMember.map((from) => ({
    from,
    to: 'resigned' as const,
    code: 6,
    reasons: ['asked' as const, 'deemed' as const],
  })),
  ...isMember.map((from) => ({ from, to: 'expelled' as const, code: 5, reasons: ['crime' as const] })),
  ...isMember.map((from) => ({ from, to: 'deceased' as const, code: 90, reasons: ['died' as const] })),
]

/** The change from one state to another for a reason, or undefined where the rulebook knows none. */
export function transitionOf(from: LifeState, to: LifeState, reason: ChangeReason): Transition | undefined {
  return transitions.find((one) => one.from === from && one.to === to && one.reasons.includes(reason))
}

/** The status of the roll that stands for a state: the three ways to have left are one there. */
export function rollStatusOf(state: LifeState): 'active' | 'retained' | 'ended' {
  return state === 'active' || state === 'retained' ? state : 'ended'
}

/**
 * The national reason 会籍变化原因 of ours, for statistics: 1 work relation changed, 2 waiting for work, 3 unemployed,
 * 4 employer gone, 5 asked to leave, 6 crime. Null where the national set has none.
 *
 * @see rulebook 4.3
 */
export function nationalReason(reason: ChangeReason): number | null {
  switch (reason) {
    case 'retired':
    case 'working_again':
    case 'routed':
      return 1
    case 'laid_off':
      return 2
    case 'unemployed':
      return 3
    case 'unit_closed':
      return 4
    case 'asked':
    case 'deemed':
      return 5
    case 'crime':
      return 6
    case 'died':
    case 'mistaken':
      return null
  }
}

/** What a standing gives 会籍权利: on the electoral roll or not, dues or none. */
export type Rights = { readonly votes: boolean; readonly stands: boolean; readonly paysDues: boolean }

/**
 * What somebody may by the status they have on the roll: a retained member pays nothing and neither votes nor stands, and a
 * provisional one is none yet.
 *
 * @see Charter Art 8; rulebook MEM-37, T-MEM-2, MEM-11
 */
export function rightsOf(status: string): Rights {
  const full = status === 'active'
  return { votes: full, stands: full, paysDues: full }
}

/**
 * The first day of the month in which dues run again after a return: the month after it.
 *
 * @param on the day of return, `YYYY-MM-DD`
 * @see rulebook MEM-38
 */
export function duesFrom(on: string): string {
  const [year = 0, month = 0] = on.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}
