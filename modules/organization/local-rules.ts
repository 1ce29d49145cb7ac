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
  const found = await tx.maybe(
    `select from organization.local_rule where rule = $1 and starts_with($2, division)
       and effective_from <= $3 and coalesce(effective_to, '9999-12-31') >= $3 limit 1`,
    [rule, String(cell).padStart(6, '0'), today],
  )
  return found !== undefined
}
