import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import QRCode from 'qrcode'
import { Type } from 'typebox'
import { PrintedInvitations } from '../contract.ts'
import { renewLink } from '../invitations/renew.ts'
import { asInvitation, type InvitationRow, invitationColumns } from '../invitations/rows.ts'

const printedAtMost = 200

/**
 * Makes new links for invitations of one cell, to be printed as a list and handed out; the links before work no more.
 * What was accepted or taken back is left out.
 *
 * Refuses `kernel.absent` where one of them lies elsewhere, `kernel.forbidden`.
 */
export const printInvitations = command({
  act: 'organization.print_invitations',
  by: ['post'],
  input: Type.Object(
    { cell: Cell, invitations: Type.Array(Id, { minItems: 1, maxItems: printedAtMost }) },
    { additionalProperties: false },
  ),
  output: PrintedInvitations,
  cellOf: ({ cell }) => cell,
  async run({ tx, input, now, allow, services }) {
    const rows = await tx.many<InvitationRow>(
      `select ${invitationColumns} from organization.officer_invitation i join organization.unit u on u.id = i.unit_id
       where i.cell_id = $1 and i.id = any($2::uuid[]) order by i.path, i.id for update of i`,
      [input.cell, input.invitations],
    )
    if (rows.length < new Set(input.invitations).size) throw absent()
    for (const { cell_id: cell, path } of rows) allow({ cell, path })
    const open = rows.filter((row) => row.accepted_at === null && row.revoked_at === null)
    const items = []
    for (const before of open) {
      const { row, link } = await renewLink(tx, services, before, now)
      items.push({
        invitation: asInvitation(row, now, link),
        picture: await QRCode.toString(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
      })
    }
    return { cell: input.cell, after: { printed: open.map(({ id }) => id) }, answer: { items } }
  },
})
