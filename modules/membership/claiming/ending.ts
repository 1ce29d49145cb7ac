import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext, Fact } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { statusChanged } from '../joining/begin.ts'
import { endMembership } from '../joining/known.ts'
import type { Listed } from './rosters.ts'

type Parts = Pick<CommandContext<unknown, ActorKind>, 'tx' | 'now' | 'today'>

/** Ends a listed row: the roster is answered, and names nobody any more. The cell's scope is open. */
export async function endListed(parts: Parts, { cell, membership, unit }: Listed): Promise<Fact> {
  await endMembership(parts, cell, membership)
  await dropFromDirectory(parts.tx, cell, membership)
  return statusChanged(cell, membership, unit, 'listed', null)
}

/** Takes a row out of the directory of rosters, by its person's number. */
export async function dropFromDirectory(tx: Tx, cell: number, membership: string): Promise<void> {
  await tx.run(
    `delete from membership.listed_directory l using membership.membership m, people.open_person p
     where m.cell_id = $1 and m.id = $2 and p.cell_id = m.cell_id and p.id = m.person_id
       and l.digest = p.identity_digest and l.cell_id = $1 and l.membership_id = $2`,
    [cell, membership],
  )
}

/** Leaves a message with whoever answers for a union; nobody is told where nobody does. */
export async function tellDesk(
  { tx, now, today }: Parts,
  unit: OpenUnit,
  kind: string,
  variables: { readonly [name: string]: string | number },
  link: string,
): Promise<void> {
  const desk = await tx.maybe<{ account: string; cell: number }>(
    `select h.account_id as account, p.cell_id as cell from kernel.post p
     join kernel.post_holding h on h.post_id = p.id and h.superseded_at is null and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2)
     where p.id = $1 order by h.valid_from desc limit 1`,
    [unit.desk_post_id, today],
  )
  if (desk) await leaveMessages(tx, desk.cell, [{ account: desk.account, kind, variables, link }], now)
}
