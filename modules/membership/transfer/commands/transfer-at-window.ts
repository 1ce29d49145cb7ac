import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { checkedPhone, checkPerson, identityText, takePhoneCode } from '@gongqiao/modules/people/index.ts'
import { holderAbove } from '../../confidential/confidence.ts'
import { followEmployer } from '../../confidential/follow-employer.ts'
import { submissionFaults } from '../../joining/submission.ts'
import { beginTransfer, lockMovable, unitToMoveTo } from '../begin.ts'
import { IncomingView, WindowTransfer } from '../contract.ts'
import { incoming } from '../machine.ts'
import { lockPair, sidesOf } from '../pair.ts'
import { settle } from '../settle.ts'
import { findIncoming, incomingView } from '../views.ts'

const whose = `select i.cell_id as cell, i.person_id as person from people.identity_directory i
  join people.phone_directory p on p.digest = $2 and p.cell_id = i.cell_id where i.digest = $1`

/**
 * Takes in a member at the window of the union they come to 窗口代办转入: the code on their own phone is their yes, and theirs to
 * give only for the record that this phone is bound to. This union has accepted with that; the one they leave has its days.
 * Whoever is not to be known to their employer's union comes to the one above it, at its own window 保密会员.
 *
 * Refuses every wrong field at once, `kernel.absent`, `kernel.forbidden`, `people.phone_code_wrong`,
 * `membership.transfer_not_proved` (one answer, whatever of name, number and phone does not belong together),
 * `membership.unit_closing`, `membership.already_there`, `membership.transfer_open`.
 *
 * @see rulebook MEM-31, G-08; design sections 2.2 and 2.3
 */
export const transferAtWindow = command({
  act: 'membership.transfer_at_window',
  by: ['post'],
  input: WindowTransfer,
  output: IncomingView,
  check: (given: Given, today: string) => submissionFaults(given, today),
  beyond: {
    record: 'the record of the member who stands at the window and proved their phone',
    sides: 'a transfer stands at the union the member leaves and at the one they come to',
  },
  async run(context) {
    const { tx, input, actor, now, today, allow, reach, services, matters } = context
    const named = await findOpenUnit(tx, input.unit)
    if (!named) throw absent()
    const unit = input.confidential === true ? await holderAbove(tx, named) : named
    allow({ cell: unit.cell_id, path: unit.path })
    const [checked, phone] = [checkPerson(input, today), checkedPhone(input.phone)]
    if ('faults' in checked || 'faults' in phone) throw new Error('the form was checked before')
    const wrong = await takePhoneCode(tx, services, phone.phone, input.phoneCode, now)
    if (wrong) return { cell: unit.cell_id, refusal: wrong }
    const { keyring } = services
    const { identityKind, identityNumber, name } = checked.person
    const holder = await tx.maybe<{ cell: number; person: string }>(whose, [
      keyring.digest('identity', identityText(identityKind, identityNumber)),
      keyring.digest('phone', phone.phone),
    ])
    // The code is used up either way; of what the network knows nothing but this one answer is said.
    const unproved = { cell: unit.cell_id, refusal: new Refusal('membership.transfer_not_proved') } as const
    if (!holder) return unproved
    await reach('record', { cell: holder.cell, path: '' })
    const bound = await tx.run(
      'select from people.open_person where cell_id = $1 and id = $2 and phone_digest = $3 and account_id is not null and gone_on is null',
      [holder.cell, holder.person, keyring.digest('phone', phone.phone)],
    )
    const member = bound === 0 ? undefined : await lockMovable(tx, holder.cell, holder.person)
    if (member?.name !== name) return unproved

    const to = await unitToMoveTo(tx, unit.id, member)
    if (input.confidential === true) await followEmployer(context, member, named, true)
    const sides = sidesOf(context, 'sides')
    const begun = await beginTransfer({ ...sides, actor }, member, to, 'window')
    const pair = await lockPair(sides, holder.cell, begun.transfer)
    await sides.open(to.cell_id)
    const into = await matters.take(incoming, pair.into, 'accept')
    await settle(sides, { ...pair, into }, { side: 'accepted' })
    await sides.open(to.cell_id)
    const found = await findIncoming(tx, to.cell_id, begun.incoming)
    if (!found) throw new Error('the transfer has just begun')
    return {
      cell: to.cell_id,
      subject: begun.incoming,
      after: { state: found.matter.state, to: to.id },
      facts: begun.facts,
      answer: await incomingView(tx, found.row, found.matter, { services, today, language: actor.language }),
    }
  },
})
