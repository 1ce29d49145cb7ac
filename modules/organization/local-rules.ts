import type { Tx } from '@gongqiao/kernel/database/tx.ts'

/** From so many members, or where a place counts them so many employees, a union with a committee is established (ORG-20). */
export type MustEstablish = { readonly members: number; readonly employees: number | null }

/** By when a union is established, in months from the opening, and what follows where it is not. */
export type EstablishWithin = { readonly months: number; readonly otherwise: 'helpers' | 'notice' | null }

/**
 * From how many women members or employees there is a women workers' committee, null where they are not counted, and from
 * how many at least one member for them (ELE-23).
 */
export type WomensCommittee = {
  readonly members: number | null
  readonly employees: number | null
  readonly oneFrom: number
}

/** What a place may rule otherwise than the country 地方规定, each in its own shape. */
export type LocalRules = {
  readonly show_of_hands: true
  readonly audit_at_close: true
  readonly must_establish: MustEstablish
  readonly establish_within: EstablishWithin
  readonly womens_committee: WomensCommittee
  /** How property is divided when a union is split 分立时的财产分割 (ORG-29). */
  readonly split_rule: 'by_employees' | 'reasonable'
}
export type LocalRule = keyof LocalRules

/** A rule as it holds in a place on a day, with the text that says so. */
export type RuleHere<R extends LocalRule = LocalRule> = {
  readonly value: LocalRules[R]
  readonly article: string
  /** The leading digits of the division that rules so; empty for the whole country. */
  readonly division: string
  readonly from: string
}

/**
 * What holds in a place on a day, by the leading digits of its division, of each rule the nearest place's; of a place below
 * the county its county's. A rule that neither the place nor the country has is not among them.
 *
 * @see rulebook 1.3 and 9
 */
export async function localRules<R extends LocalRule>(
  tx: Tx,
  rules: readonly R[],
  cell: number,
  day: string,
): Promise<{ readonly [K in R]?: RuleHere<K> }> {
  const rows = await tx.many<RuleHere & { rule: R }>(
    `select distinct on (rule) rule, value, article, division, effective_from as "from" from organization.local_rule
     where rule = any($1::text[]) and starts_with($2, division)
       and effective_from <= $3 and coalesce(effective_to, '9999-12-31') >= $3
     order by rule, length(division) desc, effective_from desc`,
    [rules, String(cell).padStart(6, '0'), day],
  )
  return byRule(rows)
}

/** Safe because each row's value has the shape of its rule: the rows are the product's own. */
function byRule<R extends LocalRule>(rows: readonly (RuleHere & { readonly rule: R })[]) {
  return Object.fromEntries(rows.map(({ rule, ...here }) => [rule, here])) as { readonly [K in R]?: RuleHere<K> }
}

/** A rule that the whole country has at the least. @throws Error where its row is gone */
export function ruled<R extends LocalRule>(here: RuleHere<R> | undefined): RuleHere<R> {
  if (!here) throw new Error('a rule of the whole country has no row')
  return here
}

/** Tells whether a place has a rule of its own on a day. */
export async function hasLocalRule(tx: Tx, rule: LocalRule, cell: number, today: string): Promise<boolean> {
  return (await localRules(tx, [rule], cell, today))[rule] !== undefined
}
