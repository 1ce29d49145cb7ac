/**
 * From how many women on a union has a women workers' committee 女职工委员会; a threshold that is null does not count there.
 * `oneFrom` is from how many there is at least one women's member 女职工委员.
 */
export type WomensRule = {
  readonly members: number | null
  readonly employees: number | null
  readonly oneFrom: number
}

/** What a union has for its women: a committee, one member of the committee, or nothing. */
export type WomensForm = 'committee' | 'member' | 'none'

/**
 * What a union must have for its women. A threshold of women employees counts only where their number is known.
 *
 * @see ELE-23
 */
export function womensForm(
  rule: WomensRule,
  women: { readonly members: number; readonly employees: number | null },
): WomensForm {
  const byMembers = rule.members !== null && women.members >= rule.members
  const byEmployees = rule.employees !== null && women.employees !== null && women.employees >= rule.employees
  if (byMembers || byEmployees) return 'committee'
  return Math.max(women.members, women.employees ?? 0) >= rule.oneFrom ? 'member' : 'none'
}
