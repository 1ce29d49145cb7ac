/** Kinds of sheets that the screens have words of their own for, in the order in which a county moves in. */
export const describedKinds = [
  'organization.units',
  'organization.officers',
  'organization.employers',
  'membership.roster',
  'membership.employer_list',
] as const
export type DescribedKind = (typeof describedKinds)[number]

/** The kind, where there are words for it; undefined for one that a module has added since. */
export function describedKind(kind: string): DescribedKind | undefined {
  return describedKinds.find((name) => name === kind)
}
