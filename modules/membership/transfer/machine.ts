import { matter, type Step } from '@gongqiao/kernel/shared/matter.ts'

/** Why the union a member leaves may object; each has words, and an objection is explained besides. Dues are no reason. */
export const objectionReasons = ['still_here_did_not_ask', 'identity_disputed'] as const
export type ObjectionReason = (typeof objectionReasons)[number]

/** Why the union a member comes to may say no. */
export const declineReasons = ['not_working_here', 'other_union_fits', 'identity_disputed'] as const
export type DeclineReason = (typeof declineReasons)[number]

/**
 * Why a transfer ends without anybody's no. The union a member comes to reads of a membership that ended no more than that:
 * why is the member's and their own union's to know.
 */
export const endReasons = [
  'resigned',
  'deemed',
  'expelled',
  'died',
  'duplicate',
  'membership_ended',
  'same_union',
  'union_gone',
  'withdrawn',
  'upheld',
] as const
export type EndReason = (typeof endReasons)[number]

const withdraw: Step = { to: 'withdrawn', who: 'person' }
/** The union they come to said no. */
const decline: Step = { to: 'declined', who: 'system' }
/** The membership ended on the way, or the union they come to did. */
const end: Step = { to: 'ended', who: 'system', reasons: endReasons }

/**
 * 转会: a member moves, and the union they leave has some days to object. Its silence lets them go; meanwhile they belong
 * where they did. The other side is `incoming`; the move happens once both are through.
 *
 * @see Membership Measures Art 3; rulebook MEM-30, MEM-31; design section 2.2
 */
export const transfer = matter({
  name: 'membership.transfer',
  initial: 'asked',
  basis: 'MEM-30',
  states: {
    asked: {
      clock: 'MEM-TRANSFER',
      steps: {
        let_go: { to: 'released', who: 'officer', basis: 'MEM-31' },
        object: { to: 'objected', who: 'officer', basis: 'MEM-31', reasons: objectionReasons },
        silent: { to: 'released', who: 'system', basis: 'MEM-31' },
        withdraw,
        decline,
        end,
      },
    },
    /** The union above both decides; the one that objected may think better of it. */
    objected: {
      clock: 'MEM-TRANSFER-UP',
      steps: {
        drop: { to: 'released', who: 'officer' },
        overrule: { to: 'released', who: 'officer', basis: 'MEM-30' },
        uphold: { to: 'refused', who: 'officer', reason: true },
        withdraw,
        decline,
        end,
      },
    },
    /** The old union's side is through; the new one's clock runs on. */
    released: {
      clock: 'MEM-TRANSFER-IN',
      steps: { complete: { to: 'completed', who: 'system' }, withdraw, decline, end },
    },
    completed: { steps: {} },
    withdrawn: { steps: {} },
    declined: { steps: {} },
    refused: { steps: {} },
    ended: { steps: {} },
  },
})

/**
 * 转入: a member comes from another union, which the person agreed that this one may know. It registers and accepts; its
 * silence does too.
 *
 * @see rulebook MEM-31
 */
export const incoming = matter({
  name: 'membership.incoming',
  initial: 'asked',
  basis: 'MEM-31',
  states: {
    asked: {
      clock: 'MEM-TRANSFER-IN',
      steps: {
        accept: { to: 'accepted', who: 'officer', basis: 'MEM-31' },
        decline: { to: 'declined', who: 'officer', reasons: declineReasons },
        silent: { to: 'accepted', who: 'system', basis: 'MEM-31' },
        /** It asked the member itself, and they said yes. */
        invited: { to: 'accepted', who: 'system', basis: 'MEM-31' },
        end,
      },
    },
    accepted: { clock: 'MEM-TRANSFER-WAIT', steps: { complete: { to: 'completed', who: 'system' }, end } },
    completed: { steps: {} },
    declined: { steps: {} },
    ended: { steps: {} },
  },
})
