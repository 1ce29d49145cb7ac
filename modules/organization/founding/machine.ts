import { matter } from '@gongqiao/kernel/shared/matter.ts'

/**
 * 建会: founding a union, from the request to its registration. The union above replies and approves; in between the
 * preparatory group recruits and prepares the election.
 *
 * @see rulebook 1.3, ORG-20 to ORG-27; 工会法 §11, §12
 */
export const founding = matter({
  name: 'organization.founding',
  initial: 'requested',
  states: {
    requested: {
      clock: 'ORG-REPLY',
      steps: {
        reply: { to: 'preparing', who: 'officer', basis: '工会法 §12' },
        reply_small: { to: 'recruiting', who: 'officer', basis: 'ORG-21', within: 'reply' },
        reply_agency: { to: 'approved', who: 'officer', basis: 'ORG-05', within: 'reply' },
        join_existing: { to: 'joined', who: 'officer', basis: 'ORG-21' },
        decline: { to: 'declined', who: 'officer', reason: true },
        withdraw: { to: 'withdrawn', who: 'person' },
      },
    },
    preparing: {
      clock: 'ORG-PREPARE',
      steps: {
        name_group: { to: 'recruiting', who: 'officer', basis: 'ORG-22' },
        stop: { to: 'stopped', who: 'officer', reason: true },
      },
    },
    recruiting: {
      clock: 'ORG-RECRUIT',
      steps: {
        plan_election: { to: 'election_planned', who: 'officer', basis: 'ELE-34' },
        stop: { to: 'stopped', who: 'officer', reason: true },
      },
    },
    election_planned: {
      clock: 'ORG-ELECT',
      steps: {
        record_election: { to: 'elected', who: 'officer', basis: 'ELE-58' },
        stop: { to: 'stopped', who: 'officer', reason: true },
      },
    },
    elected: {
      clock: 'ORG-REPORT',
      steps: { report_result: { to: 'result_reported', who: 'officer', basis: 'ELE-40' } },
    },
    result_reported: {
      clock: 'ELE-40',
      steps: {
        approve: { to: 'approved', who: 'officer', basis: '工会法 §12' },
        return_result: { to: 'election_planned', who: 'officer', reason: true, basis: 'ELE-40' },
      },
    },
    approved: {
      clock: 'ORG-37-FIRST',
      steps: {
        register: { to: 'registered', who: 'officer', basis: 'ORG-31', within: 'grant' },
        finish: { to: 'finished', who: 'officer', basis: 'ORG-31' },
      },
    },
    registered: { steps: {} },
    /** Founded, and no legal person of its own: a single organizer, an agency. */
    finished: { steps: {} },
    /** Its employer is covered by a joint union now. */
    joined: { steps: {} },
    declined: { steps: {} },
    withdrawn: { steps: {} },
    stopped: { steps: {} },
  },
})

/** The states a founding goes through, in their order, as the stepper shows them. */
export const foundingWay = [
  'requested',
  'preparing',
  'recruiting',
  'election_planned',
  'elected',
  'result_reported',
  'approved',
  'registered',
] as const

/** Why a request is declined or a founding stopped; each has words that say what to do instead. */
export const foundingReasons = [
  'union_exists',
  'other_place',
  'workers_withdrew',
  'employer_closed',
  'too_few',
  'other',
] as const
export type FoundingReason = (typeof foundingReasons)[number]

/** Why a reported result is not approved: what was not as the procedure asks. @see ELE-40 */
export const resultReasons = ['quorum', 'ballots', 'candidates', 'incompatible', 'papers_missing', 'other'] as const
export type ResultReason = (typeof resultReasons)[number]

/** Forms of unions that are founded. @see ORG-05, ORG-06, ORG-11, ORG-13 */
export const foundingForms = [
  'single',
  'joint',
  'project',
  'building',
  'market',
  'park',
  'industry',
  'region',
  'federation',
  'village',
  'agency',
  'catch_all',
] as const
export type FoundingForm = (typeof foundingForms)[number]

/** The documents of a founding, in the order they are needed. */
export const foundingPapers = ['request', 'reply', 'resolution', 'result_report', 'result_reply'] as const
export type FoundingPaperKind = (typeof foundingPapers)[number]

/** Forms that cover many employers. */
export const coversMany: readonly FoundingForm[] = [
  'joint',
  'project',
  'building',
  'market',
  'park',
  'industry',
  'region',
  'federation',
  'village',
  'catch_all',
]
