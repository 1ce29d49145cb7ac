import { maskPhone } from '@gongqiao/codes'
import { command, type Outcome } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Phone, PhoneCode } from '@gongqiao/modules/people/contract.ts'
import { checkedPhone, givePhone, openSession, phoneFaults, takePhoneCode } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import { MyRecord } from '../contract.ts'
import { formerOwner, freePhone } from '../life/free-phone.ts'
import { myRecord } from '../my-record.ts'

/**
 * Takes another phone of one's own 更换手机号, proved by its code: other sessions end, the old number is told, and this one
 * goes on.
 *
 * Refuses `kernel.absent`, `people.phone_code_wrong`, `people.phone_code_over`.
 *
 * @see rulebook G-08, 8.10
 */
export const correctPhone = command({
  act: 'membership.correct_phone',
  by: ['person'],
  input: Type.Object(
    { cell: Cell, membership: Id, phone: Phone, phoneCode: PhoneCode },
    { additionalProperties: false },
  ),
  output: MyRecord,
  cellOf: (input) => input.cell,
  check: phoneFaults,
  beyond: { own: 'the membership is the person’s own', ...formerOwner },
  async run(context): Promise<Outcome<MyRecord>> {
    const { tx, input, actor, now, today, allow, services, reach } = context
    if (actor.kind === 'system') throw new Error('the system has no phone')
    allow.self(actor.person)
    const { cell, membership } = input
    await reach('own', { cell, path: '' })
    const own = await myRecord(tx, services, cell, actor.person, today)
    if (own?.membership !== membership) throw absent()
    const checked = checkedPhone(input.phone)
    if ('faults' in checked) throw new Error('the form was checked before')
    const { phone } = checked
    const wrong = await takePhoneCode(tx, services, phone, input.phoneCode, now)
    if (wrong) return { cell, subject: membership, refusal: wrong }
    await freePhone(context, phone, actor.account)
    await reach('own', { cell, path: '' })
    const key = { cell, person: actor.person }
    await givePhone(tx, services, key, actor.place.path, phone, true, actor.language, now)
    const cookie = await openSession(tx, services, cell, actor.account, now)
    const answer = { ...own, phoneMask: maskPhone(phone) }
    return { cell, subject: membership, after: { phoneChanged: true }, answer, cookie }
  },
})
