import { matter } from '@gongqiao/kernel/shared/matter.ts'

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
        ask_person: { to: 'person_check', who: 'officer', basis: 'MEM-13', within: 'confirm' },
        withdraw: { to: 'withdrawn', who: 'person' },
        replace: { to: 'replaced', who: 'person', basis: 'MEM-13', within: 'submit' },
      },
    },
    returned: {
      clock: 'MEM-MEND',
      steps: {
        resubmit: { to: 'submitted', who: 'person' },
        withdraw: { to: 'withdrawn', who: 'person' },
        replace: { to: 'replaced', who: 'person', basis: 'MEM-13', within: 'submit' },
      },
    },
    /** Decided, and waiting for the person's own proof at a window or by the phone that is bound to the record. */
    person_check: {
      clock: 'MEM-PERSON',
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
      clock: 'MEM-MEND',
      steps: { settle: { to: 'settled', who: 'person' }, reopen: { to: 'reported', who: 'person' } },
    },
    settled: { steps: {} },
  },
})
