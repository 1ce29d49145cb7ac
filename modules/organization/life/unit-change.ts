import { matter } from '@gongqiao/kernel/shared/matter.ts'

/** What may become of a union 组织变动. */
export const changeKinds = ['merge', 'split', 'dissolve', 'close', 'move', 'rename'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Kinds after which the union is no more. */
export const endsUnion = (kind: ChangeKind): boolean => kind === 'merge' || kind === 'dissolve' || kind === 'close'

/**
 * 组织变动: a union merges, splits, is dissolved, closes with its employer, moves under another union, or is renamed. The
 * union asks, the union above decides; people and what is open follow before it is done. Until it is approved the union may
 * take it back.
 *
 * @see ORG-01, ORG-25, ORG-26, ORG-28, ORG-29
 */
export const unitChange = matter({
  name: 'organization.unit_change',
  initial: 'submitted',
  states: {
    submitted: {
      clock: 'ORG-CHANGE',
      steps: {
        approve: { to: 'moving', who: 'officer', basis: 'ORG-25' },
        approve_at_once: { to: 'done', who: 'officer', basis: 'ORG-25', within: 'approve' },
        return: { to: 'returned', who: 'officer', reason: true },
        withdraw: { to: 'withdrawn', who: 'officer' },
      },
    },
    returned: {
      clock: 'ORG-CHANGE-MEND',
      steps: {
        resubmit: { to: 'submitted', who: 'officer' },
        withdraw: { to: 'withdrawn', who: 'officer' },
      },
    },
    /** Approved: people and open matters are on their way. */
    moving: {
      clock: 'ORG-CHANGE-MOVE',
      steps: { complete: { to: 'done', who: 'system' } },
    },
    done: { steps: {} },
    withdrawn: { steps: {} },
  },
})
