import { addDays } from '@gongqiao/calendar'
import { maskIdentityNumber } from '@gongqiao/codes'
import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { checkPerson, identityText, personFaults } from '@gongqiao/modules/people/index.ts'
import { InvitationForm, InvitedView } from '../contract.ts'
import { invitationDays, invitedView } from '../invited.ts'

/**
 * Asks somebody by name and number to move here 邀请转入. Whether the network knows them, where they belong, and whether they
 * were asked is never said: the answer and its statements are the same for everybody, and the person is asked afterwards.
 *
 * Refuses every wrong field at once, `kernel.absent`, `kernel.forbidden`, `membership.unit_closing`.
 *
 * @see rulebook MEM-31; design sections 2.2 and 2.3
 */
export const inviteMember = command({
  act: 'membership.invite_member',
  by: ['post'],
  input: InvitationForm,
  output: InvitedView,
  check: (given: Given, today: string) => personFaults(given, today),
  async run({ tx, input, actor, now, today, allow, matters, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    const { cell_id: cell, path } = unit
    allow({ cell, path })
    if (actor.kind !== 'post') throw new Error('a union asks by a post')
    if (unit.state !== 'active') throw new Refusal('membership.unit_closing')
    const checked = checkPerson(input, today)
    if ('faults' in checked) throw new Error('the form was checked before')
    const { name, identityKind, identityNumber } = checked.person
    const id = newId(now.getTime())
    await tx.run(
      `insert into membership.transfer_invitation (cell_id, id, path, unit_id, name, identity_digest, identity_mask, post_id,
         by_words, at, expires_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        cell,
        id,
        path,
        unit.id,
        name,
        services.keyring.digest('identity', identityText(identityKind, identityNumber)),
        maskIdentityNumber(identityNumber),
        actor.post.id,
        matters.byWords,
        now,
        addDays(today, invitationDays),
      ],
    )
    return {
      cell,
      subject: id,
      after: { unit: unit.id },
      facts: [{ cell, name: 'membership.member_invited', body: { invitation: id, unit: unit.id } }],
      answer: await invitedView(tx, cell, id, today),
    }
  },
})
