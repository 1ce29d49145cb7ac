import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { OfficerInvitation, OfficerRole } from '../contract.ts'
import { makeInvitations } from '../invitations/invite.ts'
import { checkOfficer, roleFits } from '../invitations/officer-fields.ts'
import { asInvitation, lockInvitation } from '../invitations/rows.ts'
import { sendLink } from '../invitations/send-link.ts'
import { findOpenUnit, takesMembers } from '../open-unit.ts'

/**
 * Invites 邀请 somebody to a post of a union by a one-time link that works for 14 days. It goes to the phone, where one is
 * given; the answer has it once, to be handed over.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input`, `organization.unit_not_active`,
 * `organization.role_of_another_level`, `organization.invited_already`.
 */
export const inviteOfficer = command({
  act: 'organization.invite_officer',
  by: ['post'],
  input: Type.Object(
    {
      unit: Id,
      role: OfficerRole,
      title: Type.String({ minLength: 1, maxLength: 30 }),
      name: Type.String({ minLength: 1, maxLength: 100 }),
      phone: Type.Optional(Type.String({ maxLength: 30 })),
      mail: Type.Optional(Type.String({ maxLength: 120 })),
    },
    { additionalProperties: false },
  ),
  output: OfficerInvitation,
  async run({ tx, input, actor, now, allow, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    if (actor.kind !== 'post') throw absent()
    const checked = checkOfficer(input)
    if ('faults' in checked) throw new Refusal('kernel.invalid_input', { faults: checked.faults })
    if (!takesMembers(unit)) throw new Refusal('organization.unit_not_active')
    if (!roleFits(input.role, unit.level)) throw new Refusal('organization.role_of_another_level')
    const { officer } = checked
    const title = input.title.trim()
    const [made] = await makeInvitations(tx, services, [{ unit, role: input.role, title, ...officer }], {
      post: actor.post.id,
      now,
    })
    if (!made) throw new Refusal('organization.invited_already')
    if (officer.phone !== null)
      await sendLink(
        tx,
        services,
        officer.phone,
        { unit: unit.name, title, link: made.link, language: actor.language },
        now,
      )
    const row = await lockInvitation(tx, made.cell, made.id)
    return {
      cell: made.cell,
      subject: made.id,
      after: { unit: unit.id, role: input.role, expiresAt: made.expiresAt },
      facts: [{ cell: made.cell, name: 'organization.officer_invited', body: { unit: unit.id, officers: 1 } }],
      answer: asInvitation(row, now, made.link),
    }
  },
})
