import type { JoinOutcome } from '@gongqiao/modules/membership/contract.ts'
import type { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { keep, recallJson } from '../settings/storage.ts'

/** What the outcome's screen must know that the card does not tell. */
export type KeptOutcome = { readonly outcome: JoinOutcome['outcome']; readonly memberOf: Pick<UnitName, 'name'> | null }

/** Keeps the outcome for this session, so that a reload shows it again. */
export function keepOutcome({ outcome, memberOf }: JoinOutcome): void {
  const kept: KeptOutcome = { outcome, memberOf: memberOf === null ? null : { name: memberOf.name } }
  keep('session', 'outcome', JSON.stringify(kept))
}

/** The outcome of this session's submission. */
export function recallOutcome(): KeptOutcome | undefined {
  return recallJson('session', 'outcome', (value) => {
    if (typeof value !== 'object' || value === null || !('outcome' in value) || !('memberOf' in value)) return undefined
    const { outcome, memberOf } = value
    if (outcome !== 'provisional' && outcome !== 'member_already') return undefined
    const named = typeof memberOf === 'object' && memberOf !== null && 'name' in memberOf ? memberOf.name : undefined
    return { outcome, memberOf: typeof named === 'string' ? { name: named } : null }
  })
}
