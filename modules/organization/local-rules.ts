import type { Tx } from '@gongqiao/kernel/database/tx.ts'

/** What a place may rule otherwise than the country 地方规定. */
export type LocalRule = 'show_of_hands' | 'audit_at_close'

/**
 * Tells whether a place has a rule of its own on a day, by the leading digits of its division; of a place below the county
 * its county's.
 *
 * @see rulebook 1.3 and 9
 */
export async function hasLocalRule(tx: Tx, rule: LocalRule, cell: number, today: string): Promise<boolean> {
  return (await localArticle(tx, rule, cell, today)) !== undefined
}

/** The text by which a place rules so on a day, the nearest place's first; undefined where it has no rule of its own. */
export async function localArticle(tx: Tx, rule: LocalRule, cell: number, today: string): Promise<string | undefined> {
  const found = await tx.maybe<{ article: string }>(
    `select article from organization.local_rule where rule = $1 and starts_with($2, division)
       and effective_from <= $3 and coalesce(effective_to, '9999-12-31') >= $3
     order by length(division) desc limit 1`,
    [rule, String(cell).padStart(6, '0'), today],
  )
  return found?.article
}
