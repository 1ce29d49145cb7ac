import { matter, type Step } from '@gongqiao/kernel/shared/matter.ts'

/** Closes what has become of no use, since the membership has moved or ended otherwise. */
const close: Step = { to: 'closed', who: 'officer' }

/**
 * 会籍变更申请: a member asks that their membership be retained (retired, laid off, unemployed), or be active again.
 *
 * @see rulebook MEM-35, MEM-36, MEM-38
 */
export const standing = matter({
  name: 'membership.standing',
  initial: 'asked',
  states: {
    asked: {
      clock: 'MEM-STAND',
      steps: {
        agree: { to: 'agreed', who: 'officer', basis: 'MEM-35' },
        decline: { to: 'declined', who: 'officer', reason: true },
        withdraw: { to: 'withdrawn', who: 'person' },
        close,
      },
    },
    agreed: { steps: {} },
    declined: { steps: {} },
    withdrawn: { steps: {} },
    closed: { steps: {} },
  },
})

/**
 * 退会: free, and the member's own word. Until the committee announces it, it can be taken back.
 *
 * @see Charter Art 6; rulebook MEM-39
 */
export const resignation = matter({
  name: 'membership.resignation',
  initial: 'told',
  states: {
    told: {
      clock: 'MEM-RESIGN',
      steps: {
        announce: { to: 'announced', who: 'officer', basis: 'MEM-39' },
        withdraw: { to: 'withdrawn', who: 'person' },
        close,
      },
    },
    announced: { steps: {} },
    withdrawn: { steps: {} },
    closed: { steps: {} },
  },
})

/**
 * 视为自动退会: only after six months without dues and without taking part, after education, and by the committee's word.
 * An officer opens it; nothing opens it by itself.
 *
 * @see Charter Art 6; rulebook MEM-40
 */
export const deemed = matter({
  name: 'membership.deemed',
  initial: 'warned',
  states: {
    warned: {
      clock: 'MEM-MENDWAYS',
      waits: 'person',
      steps: {
        explain: { to: 'explained', who: 'person' },
        mend: { to: 'mended', who: 'officer', basis: 'MEM-42' },
        declare: { to: 'declared', who: 'officer', basis: 'MEM-40' },
        close,
      },
    },
    explained: {
      clock: 'MEM-DEEMED',
      steps: {
        mend: { to: 'mended', who: 'officer', basis: 'MEM-42' },
        declare: { to: 'declared', who: 'officer', basis: 'MEM-40' },
        close,
      },
    },
    mended: { steps: {} },
    declared: { steps: {} },
    closed: { steps: {} },
  },
})

/**
 * 开除会籍: only for a serious crime that was punished; the group's opinion, then the committee's vote, then the union above
 * files it.
 *
 * @see Charter Art 7; rulebook MEM-41
 */
export const expulsion = matter({
  name: 'membership.expulsion',
  initial: 'proposed',
  states: {
    proposed: {
      clock: 'MEM-OPINION',
      steps: {
        opine: { to: 'opined', who: 'officer', basis: 'MEM-41' },
        drop: { to: 'kept', who: 'officer', basis: 'MEM-42' },
        close,
      },
    },
    opined: {
      clock: 'MEM-EXPEL',
      steps: {
        expel: { to: 'decided', who: 'officer', basis: 'MEM-41', within: 'decide' },
        keep: { to: 'kept', who: 'officer', basis: 'MEM-42', within: 'decide' },
        drop: { to: 'kept', who: 'officer', basis: 'MEM-42' },
        close,
      },
    },
    decided: { clock: 'MEM-FILE', steps: { file: { to: 'filed', who: 'officer', basis: 'MEM-41' } } },
    kept: { steps: {} },
    filed: { steps: {} },
    closed: { steps: {} },
  },
})

/** The matters that change or end a membership. */
export const lifeMatters = [standing, resignation, deemed, expulsion] as const
export type LifeKind = (typeof lifeMatters)[number]['name']

/** Those of their open states in which the next word is the person's. */
export const lifeWaiting: { readonly [kind: string]: readonly string[] } = { [deemed.name]: ['warned'] }

/** Why a membership is retained 保留会籍. */
export const retentionReasons = ['retired', 'laid_off', 'unemployed', 'unit_closed'] as const
export type RetentionReason = (typeof retentionReasons)[number]

/** Why the union does not agree to a change that a member asked for; each has words that say what to do next. */
export const declineReasons = ['still_working_here', 'proof_missing', 'other_union', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]
