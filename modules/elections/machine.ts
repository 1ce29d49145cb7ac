import { matter, type State } from '@gongqiao/kernel/shared/matter.ts'

export { hasQuorum, quorumOf } from './arithmetic/attendance.ts'
export { ballotsFinding, fitsSeats } from './arithmetic/ballots.ts'
export {
  type Body,
  bodies,
  type Declaration,
  declarations,
  type Engagement,
  engagements,
} from './arithmetic/bodies.ts'
export { decide, decideRunOff, shortlist } from './arithmetic/decide.ts'
export { isRemoved, votesToBeElected } from './arithmetic/majority.ts'
export { isPreliminary, type RoundKind } from './arithmetic/round-kinds.ts'
export type { Share } from './arithmetic/share.ts'
export { type ParameterKey, parameterNames, shapeOfParameter } from './parameter-keys.ts'

const afterPlan = {
  /** Asked of the party organization and the union one level up. */
  requested: {
    clock: 'ELE-14',
    steps: {
      agree: { to: 'preparing', who: 'officer', basis: 'ELE-34' },
      return: { to: 'planned', who: 'officer', reason: true, back: true },
    },
  },
  /** Candidates and delegates are brought forward. */
  preparing: {
    clock: 'ELE-NOMINATE',
    steps: {
      publish: { to: 'published', who: 'officer', basis: 'ELE-35' },
      cancel: { to: 'cancelled', who: 'officer', reason: true },
    },
  },
  /** The candidates are published; the meeting is held once their time is over. */
  published: {
    clock: 'ELE-MEET',
    steps: {
      hold: { to: 'counting', who: 'officer', basis: 'ELE-50' },
      reopen: { to: 'preparing', who: 'officer', reason: true, back: true },
    },
  },
  /** Votes are counted by two tellers, round by round. */
  counting: {
    clock: 'ELE-COUNT',
    steps: {
      vote_again: { to: 'counting', who: 'officer', basis: 'ELE-59' },
      close: { to: 'counted', who: 'officer', basis: 'ELE-58' },
      hold_again: { to: 'published', who: 'officer', reason: true, back: true },
    },
  },
  counted: {
    clock: 'ELE-REPORT',
    steps: {
      report: { to: 'reported', who: 'officer', basis: 'ELE-40' },
      recount: { to: 'counting', who: 'officer', reason: true, back: true },
      hold_again: { to: 'published', who: 'officer', reason: true, back: true },
    },
  },
  /** The union one level up looks at it: what breaks the procedure cannot be approved. */
  reported: {
    clock: 'ELE-40',
    steps: {
      approve: { to: 'approved', who: 'officer', basis: 'ELE-40' },
      refuse: { to: 'counted', who: 'officer', reason: true, back: true },
    },
  },
  approved: { steps: {} },
  cancelled: { steps: {} },
} as const satisfies { readonly [state: string]: State }

const planSteps = {
  request: { to: 'requested', who: 'officer', basis: 'ELE-34' },
  cancel: { to: 'cancelled', who: 'officer', reason: true },
} as const satisfies State['steps']

/** 换届: a union elects its committees anew, from the plan to the approved result. @see ELE-01 to ELE-61 */
export const reElection = matter({
  name: 'elections.re_election',
  initial: 'planned',
  states: { planned: { clock: 'ELE-PLAN', steps: planSteps }, ...afterPlan },
})

/** 补选: a seat that fell vacant is filled for the rest of the term. @see ELE-42, ORG-43 */
export const byElection = matter({
  name: 'elections.by_election',
  initial: 'planned',
  states: { planned: { clock: 'ORG-43', steps: planSteps }, ...afterPlan },
})

/** 罢免: the members or delegates vote on removing a chair or vice-chair. @see ELE-41 */
export const removal = matter({
  name: 'elections.removal',
  initial: 'proposed',
  states: {
    proposed: {
      clock: 'ELE-MEET',
      steps: {
        remove: { to: 'removed', who: 'officer', basis: 'ELE-41' },
        keep: { to: 'kept', who: 'officer', basis: 'ELE-41', within: 'remove' },
        withdraw: { to: 'withdrawn', who: 'officer', reason: true },
      },
    },
    removed: { clock: 'ELE-REPORT', steps: { report: { to: 'reported', who: 'officer', basis: 'ELE-40' } } },
    reported: {
      clock: 'ELE-40',
      steps: {
        approve: { to: 'approved', who: 'officer', basis: 'ELE-40' },
        refuse: { to: 'removed', who: 'officer', reason: true, back: true },
      },
    },
    kept: { steps: {} },
    approved: { steps: {} },
    withdrawn: { steps: {} },
  },
})

/** The steps that the union one level up takes, and nobody of the union itself. */
export const stepsFromAbove = ['agree', 'return', 'approve', 'refuse'] as const

/** The steps of an election in the order a re-election goes. */
export const electionWay = [
  'planned',
  'requested',
  'preparing',
  'published',
  'counting',
  'counted',
  'reported',
  'approved',
] as const
