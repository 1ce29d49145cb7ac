import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { findOpenUnit, type OpenUnit } from '@gongqiao/modules/organization/index.ts'

const above = `with recursive up as (
    select u.parent_id as id, 1 as steps from organization.unit u where u.id = $1
    union all
    select u.parent_id, up.steps + 1 from up join organization.unit u on u.id = up.id where up.steps < 12
  ) select up.id, u.level from up join organization.unit u on u.id = up.id order by up.steps`

type Above = { readonly id: string; readonly level: string }

/**
 * Who decides over an objection: the lowest union above both. Where only the nation stands above both, which decides over
 * no single member, the provincial union above the one that objected does; it can hear that one, and the member can turn to
 * it at home.
 *
 * @see rulebook MEM-31; T-15: what is late rises to the province at most
 */
export async function findDecider(tx: Tx, from: string, to: string): Promise<OpenUnit> {
  const [mine, theirs] = [await tx.many<Above>(above, [from]), await tx.many<Above>(above, [to])]
  const common = mine.find(({ id }) => id !== to && theirs.some((one) => one.id === id))
  const chosen =
    common && common.level !== 'nation' ? common : (mine.find(({ level }) => level === 'province') ?? common)
  // The nation has none above it: of its own members it decides itself.
  const decider = await findOpenUnit(tx, chosen?.id ?? from)
  if (!decider) throw new Error('a transfer is from a union that exists')
  return decider
}
