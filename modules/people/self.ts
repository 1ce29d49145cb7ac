import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Self } from './contract.ts'

/** The signed-in person's own row. */
export type SelfRow = Omit<Self, 'unreadMessages'> & { readonly unread: number }

/** Reads the person behind an account, in their cell, whose scope is open. */
export async function findSelfRow(tx: Tx, cell: number, account: string): Promise<SelfRow> {
  return tx.one<SelfRow>(
    `select a.id as account, p.id as person, p.cell_id as cell, p.name, p.identity_kind as "identityKind",
       p.identity_mask as "identityMask", p.phone_mask as "phoneMask",
       (select count(*) from kernel.message m where m.cell_id = a.cell_id and m.account_id = a.id and m.read_at is null) as unread
     from people.account a join people.person p on p.cell_id = a.cell_id and p.id = a.person_id
     where a.cell_id = $1 and a.id = $2`,
    [cell, account],
  )
}

/** The person as they see themselves. */
export function selfOf({ unread, ...row }: SelfRow): Self {
  return { ...row, unreadMessages: unread }
}
