import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Type } from 'typebox'
import { Phone, PhoneCode, Self } from '../contract.ts'
import { checkedPhone, phoneFaults } from '../rules.ts'
import { findSelfRow, selfOf } from '../self.ts'
import { openSession, takePhoneCode } from '../sign-in.ts'

/**
 * Signs a member in by a code sent to their phone. A phone nobody has bound answers as a wrong code does.
 *
 * Refuses `people.phone_code_wrong`, `people.phone_code_over`, `people.nobody_by_this_phone`: the last only to whoever
 * proved the phone.
 */
export const signInByPhone = command({
  act: 'people.sign_in',
  by: ['anyone'],
  input: Type.Object({ phone: Phone, phoneCode: PhoneCode }, { additionalProperties: false }),
  output: Self,
  check: phoneFaults,
  beyond: { own: 'the person who proved the phone: their own account' },
  async run({ tx, input, now, allow, services, reach }) {
    allow.everybody('whoever proves a phone signs in to what is bound to it')
    const checked = checkedPhone(input.phone)
    if ('faults' in checked) throw new Error('the form was checked before')
    const wrong = await takePhoneCode(tx, services, checked.phone, input.phoneCode, now)
    if (wrong) return { cell: 0, refusal: wrong }
    const bound = await tx.maybe<{ cell: number; account: string }>(
      'select cell_id as cell, account_id as account from people.phone_directory where digest = $1',
      [services.keyring.digest('phone', checked.phone)],
    )
    if (!bound) return { cell: 0, refusal: new Refusal('people.nobody_by_this_phone') }
    await reach('own', { cell: bound.cell, path: '' })
    const cookie = await openSession(tx, services, bound.cell, bound.account, now)
    const row = await findSelfRow(tx, bound.cell, bound.account)
    return { cell: bound.cell, subject: row.person, answer: selfOf(row), cookie }
  },
})
