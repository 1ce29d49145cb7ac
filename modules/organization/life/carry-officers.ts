import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { TSchema } from 'typebox'
import { takePost } from '../invitations/take-post.ts'
import { officersInOffice } from '../officers/rows.ts'
import { termOf } from '../officers/terms-of.ts'
import type { OpenUnit } from '../open-unit.ts'

type Context = Pick<CommandContext<TSchema, 'post' | 'system'>, 'tx' | 'now' | 'today' | 'reach'>

/**
 * A union that goes on in another cell keeps its officers, their term and their posts: the same people, from today, there.
 * The scope of the old cell is open; the new one's is open afterwards.
 */
export async function carryOfficers({ tx, now, today, reach }: Context, unit: OpenUnit, into: OpenUnit): Promise<void> {
  const officers = await officersInOffice(tx, unit)
  const term = await termOf(tx, unit.id)
  const holders = await tx.many<{
    role: 'grassroots_officer' | 'upper_officer' | 'statistician'
    title: string
    account: string
    name: string
  }>(
    `select p.role, p.title, h.account_id as account, h.holder_name as name from kernel.post p
     join kernel.post_holding h on h.post_id = p.id and h.valid_to is null and h.superseded_at is null
     where p.unit_id = $1 order by p.id`,
    [unit.id],
  )
  for (const { role, title, account, name } of holders)
    await takePost(tx, into, { role, title }, { account, name }, { now, today })
  if (term)
    await tx.run(
      `insert into organization.term (id, unit_id, valid_from, years, ends_on, extended_until, origin, basis, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(now.getTime()),
        into.id,
        term.from,
        term.years,
        term.ends_on,
        term.extended_until,
        term.origin,
        term.document,
        now,
      ],
    )
  await reach('cell', { cell: into.cell_id, path: '' })
  for (const one of officers)
    await tx.run(
      `insert into organization.officer (cell_id, id, path, unit_id, who, name, sex, seat, engagement, ties, valid_from, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        into.cell_id,
        newId(now.getTime()),
        into.path,
        into.id,
        one.who,
        one.name,
        one.sex,
        one.seat,
        one.engagement,
        one.ties,
        one.from,
        now,
      ],
    )
}
