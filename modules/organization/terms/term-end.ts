import { matter } from '@gongqiao/kernel/shared/matter.ts'

/**
 * 换届到期: the end of a committee's term, from the first reminder until another committee is recorded. A union whose term
 * is over is not locked out of its own roll: who works for it goes on as a caretaker.
 *
 * @see ELE-03, ELE-04
 */
export const termEnd = matter({
  name: 'organization.term_end',
  initial: 'due',
  states: {
    due: {
      clock: 'ELE-TERM',
      steps: {
        ask: { to: 'asked', who: 'officer', basis: 'ELE-03', reason: true },
        extend: { to: 'extended', who: 'officer', basis: 'ELE-03', within: 'extend_term' },
        lapse: { to: 'overdue', who: 'system', basis: 'ELE-04' },
        renew: { to: 'renewed', who: 'officer', basis: 'ELE-01', within: 'record_committee' },
        close: { to: 'unit_closed', who: 'system', basis: 'ORG-26' },
      },
    },
    asked: {
      clock: 'ELE-TERM-ASK',
      steps: {
        extend: { to: 'extended', who: 'officer', basis: 'ELE-03' },
        refuse: { to: 'due', who: 'officer', basis: 'ELE-03', reason: true },
        refuse_late: { to: 'overdue', who: 'officer', basis: 'ELE-03', reason: true, within: 'refuse' },
        renew: { to: 'renewed', who: 'officer', basis: 'ELE-01', within: 'record_committee' },
        close: { to: 'unit_closed', who: 'system', basis: 'ORG-26' },
      },
    },
    overdue: {
      clock: 'ELE-TERM-LATE',
      steps: {
        ask: { to: 'asked', who: 'officer', basis: 'ELE-03', reason: true },
        extend: { to: 'extended', who: 'officer', basis: 'ELE-03' },
        take_over: { to: 'overdue', who: 'officer', basis: 'ELE-03', within: 'end_caretaker' },
        renew: { to: 'renewed', who: 'officer', basis: 'ELE-01', within: 'record_committee' },
        close: { to: 'unit_closed', who: 'system', basis: 'ORG-26' },
      },
    },
    extended: {
      clock: 'ELE-TERM-LATE',
      steps: {
        lapse: { to: 'overdue', who: 'system', basis: 'ELE-04' },
        renew: { to: 'renewed', who: 'officer', basis: 'ELE-01', within: 'record_committee' },
        close: { to: 'unit_closed', who: 'system', basis: 'ORG-26' },
      },
    },
    renewed: { steps: {} },
    unit_closed: { steps: {} },
  },
})

/** 主席空缺: a chair that is vacant; it is filled within three months (ORG-43). */
export const vacancy = matter({
  name: 'organization.vacancy',
  initial: 'vacant',
  states: {
    vacant: {
      clock: 'ORG-43',
      steps: {
        fill: { to: 'filled', who: 'officer', basis: 'ORG-43', within: 'appoint_officer' },
        close: { to: 'unit_closed', who: 'system', basis: 'ORG-26' },
      },
    },
    filled: { steps: {} },
    unit_closed: { steps: {} },
  },
})
