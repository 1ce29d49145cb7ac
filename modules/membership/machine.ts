import { matter } from '@gongqiao/kernel/shared/matter.ts'

export { type Occupation, occupations } from './catch-all/occupations.ts'
export {
  declineReasons,
  deemed,
  expulsion,
  lifeMatters,
  type RetentionReason,
  resignation,
  retentionReasons,
  standing,
} from './life/machine.ts'

import { lifeWaiting } from './life/machine.ts'

/**
 * 入会申请: joining a union. Submitting makes a provisional member at once; the committee's decision starts membership.
 *
 * @see Membership Measures Art 5; rulebook MEM-10, MEM-11
 */
export const application = matter({
  name: 'membership.application',
  initial: 'submitted',
  states: {
    submitted: {
      clock: 'MEM-SLA',
      steps: {
        confirm: { to: 'confirmed', who: 'officer', basis: 'MEM-11' },
        return: { to: 'returned', who: 'officer', reason: true },
        route: { to: 'submitted', who: 'officer', basis: 'MEM-03' },
        ask_person: { to: 'person_check', who: 'officer', basis: 'MEM-13', within: 'confirm' },
        withdraw: { to: 'withdrawn', who: 'person' },
        replace: { to: 'replaced', who: 'person', basis: 'MEM-13', within: 'submit' },
      },
    },
    returned: {
      clock: 'MEM-MEND',
      waits: 'person',
      steps: {
        resubmit: { to: 'submitted', who: 'person' },
        withdraw: { to: 'withdrawn', who: 'person' },
        replace: { to: 'replaced', who: 'person', basis: 'MEM-13', within: 'submit' },
      },
    },
    /** Decided, and waiting for the person's own proof at a window or by the phone that is bound to the record. */
    person_check: {
      clock: 'MEM-PERSON',
      waits: 'person',
      steps: {
        confirm: { to: 'confirmed', who: 'officer', basis: 'MEM-11' },
        withdraw: { to: 'withdrawn', who: 'person' },
        replace: { to: 'replaced', who: 'person', basis: 'MEM-13', within: 'submit' },
      },
    },
    confirmed: { steps: {} },
    withdrawn: { steps: {} },
    replaced: { steps: {} },
  },
})

/** Why an application goes back to the person; each has words that say what to do next. */
export const returnReasons = [
  'name_and_number_differ',
  'not_working_here',
  'other_unit',
  'details_missing',
  'other',
] as const
export type ReturnReason = (typeof returnReasons)[number]

/** 不是我: somebody used my number to apply; a human at a window looks at it. */
export const notMe = matter({
  name: 'membership.not_me',
  initial: 'reported',
  states: {
    reported: {
      clock: 'MEM-NOTME',
      steps: { settle: { to: 'settled', who: 'person' }, answer: { to: 'answered', who: 'officer' } },
    },
    answered: {
      clock: 'MEM-SETTLE',
      waits: 'person',
      steps: { settle: { to: 'settled', who: 'person' }, reopen: { to: 'reported', who: 'person' } },
    },
    settled: { steps: {} },
  },
})

/**
 * The open states in which the next word is the person's 等本人. Their clocks are the person's own time (side `right`), so
 * such a matter is nobody's work, is never late for a union, and never rises. It does not end by itself either: after the
 * person's time it stays open, and they may still take their step.
 *
 * @see rulebook T-15, design section 2.1
 */
export const waitingStates: { readonly [kind: string]: readonly string[] } = {
  [application.name]: ['returned', 'person_check'],
  [notMe.name]: ['answered'],
  ...lifeWaiting,
}

/** Tells whether a matter in this state waits for the person it concerns. */
export function waitsForPerson(kind: string, state: string): boolean {
  return waitingStates[kind]?.includes(state) ?? false
}

export {
  type DeclineReason as TransferDeclineReason,
  declineReasons as transferDeclineReasons,
  incoming,
  type ObjectionReason,
  objectionReasons,
  transfer,
} from './transfer/machine.ts'
