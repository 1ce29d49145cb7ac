/**
 * 用人单位类别: enterprise, public institution, government organ, social organization, individual business.
 *
 * @see ORG-10
 */
export const employerKinds = ['enterprise', 'institution', 'organ', 'social', 'individual', 'other'] as const
export type EmployerKind = (typeof employerKinds)[number] | 'unknown'

const byDepartmentAndKind: { readonly [twoCharacters: string]: EmployerKind } = {
  '11': 'organ',
  '12': 'institution',
  '13': 'organ',
  '51': 'social',
  '52': 'social',
  '53': 'social',
  '91': 'enterprise',
  '92': 'individual',
  '93': 'enterprise',
}

/** What an employer is, by the first two characters of its credit code (GB 32100-2015): the registering authority and its class. */
export function employerKindOf(creditCode: string | null): EmployerKind {
  if (creditCode === null) return 'unknown'
  return byDepartmentAndKind[creditCode.slice(0, 2)] ?? 'other'
}
