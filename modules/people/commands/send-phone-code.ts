import { maskPhone } from '@gongqiao/codes'
import { command } from '@gongqiao/kernel/command/command.ts'
import { phoneCode } from '@gongqiao/kernel/crypto/random.ts'
import { sendText } from '@gongqiao/kernel/messages/outgoing.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { fill } from '@gongqiao/kernel/shared/texts.ts'
import { Type } from 'typebox'
import { Phone, PhoneCodeSent } from '../contract.ts'
import { keepPhoneCode, phoneCodeLimits } from '../phone-codes.ts'
import { phoneTexts } from '../phone-texts.ts'
import { checkedPhone } from '../rules.ts'

const { validSeconds, againSeconds } = phoneCodeLimits

/**
 * Sends a code to a phone 短信验证码: six digits, five minutes, five tries, once a minute and ten a day. The answer is the
 * same for every phone, whether anybody is known by it or not.
 *
 * Refuses `kernel.too_many_requests`.
 */
export const sendPhoneCode = command({
  act: 'people.send_phone_code',
  by: ['anyone', 'person', 'post'],
  input: Type.Object(
    { phone: Phone, code: Type.Optional(Type.String({ maxLength: 400 })) },
    { additionalProperties: false },
  ),
  output: PhoneCodeSent,
  async run({ tx, input, actor, now, allow, services }) {
    allow.everybody('a code goes to the phone itself, and says nothing about who is known')
    const checked = checkedPhone(input.phone)
    if ('faults' in checked) throw new Refusal('kernel.invalid_input', { faults: checked.faults })
    const { phone } = checked
    const code = phoneCode()
    const kept = await keepPhoneCode(tx, services, phone, code, now)
    if (!kept) throw new Refusal('kernel.too_many_requests', { variables: { minutes: 1 } })
    const words = phoneTexts(actor.language).code
    await sendText(tx, services, phone, fill(words, { brand: services.brand, code, minutes: validSeconds / 60 }), now)
    return { cell: 0, answer: { sentTo: maskPhone(phone), validSeconds, againSeconds } }
  },
})
