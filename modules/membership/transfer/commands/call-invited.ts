import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { Cell, Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { textPerson } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import { callToMove } from '../calls.ts'

/**
 * Asks whoever a union invited by name and number, where the network knows them as a member of another union by that name:
 * a question of their own, a message, and a text to the phone on their record. The union learns nothing of it.
 *
 * @see design section 2.3
 */
export const callInvited = command({
  act: 'membership.call_invited',
  by: ['system'],
  input: Type.Object({ cell: Cell, invitation: Id }, { additionalProperties: false }),
  output: Done,
  cellOf: (input) => input.cell,
  beyond: {
    invitation: 'whom a union has asked to come',
    member: 'the member who is asked, wherever they are',
  },
  async run({ tx, input, now, allow, reach, services }) {
    const { cell, invitation } = input
    allow({ cell, path: '' })
    await reach('invitation', { cell, path: '' })
    const asked = await tx.maybe<{ unit: string; name: string; identity: Buffer }>(
      `select unit_id as unit, name, identity_digest as identity from membership.transfer_invitation
       where cell_id = $1 and id = $2 and came_at is null`,
      [cell, invitation],
    )
    const unit = asked && (await findOpenUnit(tx, asked.unit))
    const holder =
      asked &&
      (await tx.maybe<{ cell: number; person: string }>(
        'select cell_id as cell, person_id as person from people.identity_directory where digest = $1',
        [asked.identity],
      ))
    if (!asked || !unit || !holder) return { cell, subject: invitation, answer: done }
    await reach('member', { cell: holder.cell, path: '' })
    const member = await tx.maybe<{ membership: string; account: string | null }>(
      `select m.id as membership, p.account_id as account from membership.membership m
       join people.open_person p on p.cell_id = m.cell_id and p.id = m.person_id
       where m.cell_id = $1 and m.person_id = $2 and m.status in ('active', 'retained') and m.name = $3`,
      [holder.cell, holder.person, asked.name],
    )
    const called = member && (await callToMove(tx, holder.cell, member.membership, unit.id, 'union', now))
    if (member && called) {
      const variables = { unit: unit.name }
      const kind = 'membership.message.transfer_call'
      const messages = member.account === null ? [] : [{ account: member.account, kind, variables, link: '/transfer' }]
      await leaveMessages(tx, holder.cell, messages, now)
      const text = services.say('zh', 'membership.transfer_text', { ...variables, brand: services.brand })
      await textPerson(tx, services, holder, text, now)
    }
    return { cell: holder.cell, subject: invitation, after: { asked: called === true }, answer: done }
  },
})
