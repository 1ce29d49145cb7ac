import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import { subtreeOf } from '@gongqiao/kernel/shared/place.ts'
import { Type } from 'typebox'
import { InvitationPage } from '../contract.ts'
import { asInvitation, type InvitationRow, invitationColumns } from '../invitations/rows.ts'
import { findOpenUnit } from '../open-unit.ts'

const page = 100

/**
 * Invitations of a union and of those below it in its cell, newest first; of a city or province those of its own level.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`.
 */
export const listInvitations = query({
  act: 'organization.list_invitations',
  by: ['post'],
  input: Type.Object({ unit: Id, after: Type.Optional(Cursor) }, { additionalProperties: false }),
  output: InvitationPage,
  async run({ tx, input, now, allow, within }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const range = subtreeOf({ cell: unit.cell_id, path: unit.path })
    await within(range)
    const rows = await tx.many<InvitationRow>(
      `select ${invitationColumns} from organization.officer_invitation i join organization.unit u on u.id = i.unit_id
       where i.cell_id = $1 and i.path >= $2 and i.path < $3 and ($4::uuid is null or i.id < $4)
       order by i.id desc limit $5`,
      [range.cellLo, range.pathLo, range.pathHi, input.after ?? null, page + 1],
    )
    const shown = rows.slice(0, page)
    return {
      items: shown.map((row) => asInvitation(row, now)),
      next: rows.length > page ? (shown.at(-1)?.id ?? null) : null,
    }
  },
})
