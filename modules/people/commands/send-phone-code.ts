import { phoneCode } from '@gongqiao/kernel/crypto/random.ts'
import { command } from '@gongqiao/kernel/command/command.ts'
import { hot } from '@gongqiao/kernel/database/tx.ts'
import { sendText } from '@gongqiao/kernel/messages/outgoing.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { fill } from '@gongqiao/kernel/shared/texts.ts'
import { maskPhone } from '@gongqiao/codes'
import { Type } from 'typebox'
import { Phone, PhoneCodeSent } from '../contract.ts'
import { checkedPhone } from '../rules.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh.ts'

const validSeconds = 300
const againSeconds = 60
const dailyMost = 10

const keepCode = hot(
  'people.keep_phone_code',
  `insert into people.phone_code (digest, code, sent_at, expires_at, tries, sent_today) values ($1, $2, $3, $4, 0, 1)
   on conflict (digest) do update set code = excluded.code, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
     tries = 0, sent_today = case when phone_code.sent_at::date = excluded.sent_at::date then phone_code.sent_today + 1 else 1 end
   where phone_code.sent_at <= $5
     and (phone_code.sent_today < $6 or phone_code.sent_at::date < excluded.sent_at::date)`,
)

/**
 * Sends a code to a phone 短信验证码: six digits, five minutes, five tries, once a minute and ten a day. The answer is the
 * same for every phone, whether anybody is known by it or not.
 *
 * Refuses `kernel.too_many_requests`.
 */
export const sendPhoneCode = command({
  act: 'people.send_phone_code',
  by: ['anyone', 'person', 'post'],
  input: Type.Object({ phone: Phone, code: Type.Optional(Type.String({ maxLength: 400 })) }, { additionalProperties: false }),
  output: PhoneCodeSent,
  async run({ tx, input, actor, now, allow, services }) {
    allow.everybody('a code goes to the phone itself, and says nothing about who is known')
    const checked = checkedPhone(input.phone)
    if ('faults' in checked) throw new Refusal('kernel.invalid_input', { faults: checked.faults })
    const { phone } = checked
    const code = phoneCode()
    const { keyring } = services
    const earlier = new Date(now.getTime() - againSeconds * 1000)
    const kept = await tx.run(keepCode, [
      keyring.digest('phone', phone),
      keyring.digest('code', `${phone} ${code}`),
      now,
      new Date(now.getTime() + validSeconds * 1000),
      earlier,
      dailyMost,
    ])
    if (kept === 0) throw new Refusal('kernel.too_many_requests', { variables: { minutes: 1 } })
    const words = (actor.language === 'en' ? en : zh)['people.phone_code_text']
    await sendText(tx, services, phone, fill(words, { brand: services.brand, code, minutes: validSeconds / 60 }), now)
    return { cell: 0, answer: { sentTo: maskPhone(phone), validSeconds, againSeconds } }
  },
})
