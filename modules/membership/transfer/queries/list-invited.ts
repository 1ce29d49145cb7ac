import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit, rangeOfUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { cellsToWalk } from '../../national-scans.ts'
import { InvitedPage } from '../contract.ts'
import { type InvitedRow, invitedColumns, invitedViews } from '../invited.ts'
import { readAfter, startIn, writeAfter } from '../list-cursor.ts'

const pageSize = 50

/**
 * Whom a union and those below it have asked to come 转入邀请, newest first in each cell. Of whoever has not said yes it is the
 * same line, whether the network knows them or not.
 *
 * Refuses `kernel.absent`.
 *
 * @see design section 2.3
 */
export const listInvited = query({
  act: 'membership.list_invited',
  by: ['post'],
  input: Type.Object({ unit: Id, after: Type.Optional(Cursor) }, { additionalProperties: false }),
  output: InvitedPage,
  async run({ tx, input, today, allow, within }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const range = rangeOfUnit(unit)
    const after = readAfter(input.after)
    const found: InvitedRow[] = []
    for (const cell of await cellsToWalk(tx, range, Math.max(range.cellLo, after.cell))) {
      if (found.length > pageSize) break
      await within({ ...range, cellLo: cell, cellHi: cell })
      found.push(
        ...(await tx.many<InvitedRow>(
          `select ${invitedColumns} from membership.transfer_invitation
           where cell_id = $1 and path >= $2 and path < $3 and id < $4 order by id desc limit $5`,
          [cell, range.pathLo, range.pathHi, startIn(cell, after), pageSize + 1 - found.length],
        )),
      )
    }
    const shown = found.slice(0, pageSize)
    const last = shown.at(-1)
    return {
      items: await invitedViews(tx, shown, today),
      next: found.length > pageSize && last ? writeAfter({ cell: last.cell, id: last.id }) : null,
    }
  },
})
