import type { Fault } from '@gongqiao/kernel/refusal.ts'
import type { WomensCommittee } from '../local-rules.ts'
import type { FoundingForm } from './machine.ts'

/** A women workers' committee 女职工委员会 has so many people at least. */
const committeeLeast = 3

/** Women of a union and of its employer; null where nobody said how many are employed. */
export type WomenCounted = { readonly members: number; readonly employees: number | null }

/**
 * By which number a union has a women workers' committee 女职工委员会, or undefined where it needs none. Women employees count
 * only where the place says so and their number is known.
 *
 * @see ELE-23; rulebook 9
 */
export function womensCommitteeBy(rule: WomensCommittee, women: WomenCounted): 'members' | 'employees' | undefined {
  if (rule.members !== null && women.members >= rule.members) return 'members'
  return rule.employees !== null && women.employees !== null && women.employees >= rule.employees
    ? 'employees'
    : undefined
}

/** What a union of `elected` women's members lacks for its women. @see ELE-23 */
export function womenFaults(elected: number, form: FoundingForm, rule: WomensCommittee, women: WomenCounted): Fault[] {
  const wrong = (code: string, least: number): Fault[] => [
    { field: '/women', code: `organization.founding.${code}`, variables: { least } },
  ]
  const by = form === 'federation' ? undefined : womensCommitteeBy(rule, women)
  if (by !== undefined && elected >= committeeLeast) return []
  if (by === 'members') return wrong('women_committee_needed', rule.members ?? 0)
  if (by === 'employees') return wrong('women_committee_needed_employees', rule.employees ?? 0)
  const some = Math.max(women.members, women.employees ?? 0)
  return some >= rule.oneFrom && elected === 0 ? wrong('women_member_needed', rule.oneFrom) : []
}
