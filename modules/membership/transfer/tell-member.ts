import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { openUnitsById } from '@gongqiao/modules/organization/index.ts'
import type { Pair, Sides } from './pair.ts'

/**
 * Leaves the member a message about their transfer, in the cell where they belong at this moment: that of the union they
 * leave, unless it is said. That cell is open afterwards.
 */
export async function tellMember(sides: Sides, { row }: Pair, kind: string, cell = row.cell): Promise<void> {
  const { tx, now, open } = sides
  await open(cell)
  const mine = await tx.maybe<{ account: string | null }>(
    'select account_id as account from people.open_person where cell_id = $1 and id = $2',
    [cell, row.person],
  )
  const account = mine?.account ?? null
  if (account === null) return
  const units = await openUnitsById(tx, [row.from, row.to])
  const variables = { from: units.get(row.from)?.name ?? '', to: units.get(row.to)?.name ?? '' }
  await leaveMessages(tx, cell, [{ account, kind, variables, link: `/matters/${row.cell}/${row.matter}` }], now)
}
