/** What a union elects. */
export const bodies = ['committee', 'standing', 'chair', 'vice_chair', 'fund_review', 'womens'] as const
export type Body = (typeof bodies)[number]

/** What somebody answers for about a candidate: what the network cannot know, and the union knows. */
export const declarations = [
  'principal',
  'legal_representative',
  'partner',
  'deputy',
  'personnel_head',
  'kin_of_principal',
  'kin_of_legal_representative',
  'kin_of_partner',
  'kin_of_deputy',
  'foreign',
  'finance_head',
  'handles_money',
] as const
export type Declaration = (typeof declarations)[number]

/** How somebody elected will serve 任职方式: full-time, part-time, or seconded from elsewhere. @see ORG-44 */
export const engagements = ['full_time', 'part_time', 'seconded'] as const
export type Engagement = (typeof engagements)[number]
