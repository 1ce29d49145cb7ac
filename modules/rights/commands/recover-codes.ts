import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Phone, PhoneCode } from '@gongqiao/modules/people/contract.ts'
import { checkedPhone, phoneFaults, takePhoneCode } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import { QueryCode } from '../contract.ts'
import { codeDigest, newQueryCode } from '../query-code.ts'

const atMost = 20

/**
 * Gives a guest new query codes for what they asked, by the phone they asked with 找回查询码. The old ones are worth nothing
 * from then on.
 *
 * Refuses `people.phone_code_wrong`, `rights.nothing_by_this_phone`: the last only to whoever proved the phone.
 */
export const recoverCodes = command({
  act: 'rights.recover_codes',
  by: ['anyone'],
  input: Type.Object({ phone: Phone, phoneCode: PhoneCode }, { additionalProperties: false }),
  output: Type.Object({ codes: Type.Array(QueryCode) }, { $id: 'rights.RecoveredCodes', additionalProperties: false }),
  check: phoneFaults,
  beyond: { own: 'the asks of whoever has just proved the phone' },
  async run({ tx, input, now, allow, reach, services }) {
    allow.everybody('whoever proves a phone gets at what was asked with it')
    const checked = checkedPhone(input.phone)
    if ('faults' in checked) throw new Error('the form was checked before')
    const wrong = await takePhoneCode(tx, services, checked.phone, input.phoneCode, now)
    if (wrong) return { cell: 0, refusal: wrong }
    const asks = await tx.many<{ cell: number; matter: string }>(
      `select cell_id as cell, matter_id as matter from rights.guest where phone_digest = $1
       order by cell_id, matter_id desc limit $2`,
      [services.keyring.digest('phone', checked.phone), atMost],
    )
    if (asks.length === 0) return { cell: 0, refusal: new Refusal('rights.nothing_by_this_phone') }
    const codes: string[] = []
    for (const { cell, matter } of asks) {
      await reach('own', { cell, path: '' })
      const code = newQueryCode()
      const digest = codeDigest(services, code)
      const before = await tx.maybe<{ digest: Buffer }>(
        'select code_digest as digest from rights.ask where cell_id = $1 and matter_id = $2 for update',
        [cell, matter],
      )
      if (!before) continue
      await tx.run('update rights.ask set code_digest = $3 where cell_id = $1 and matter_id = $2', [
        cell,
        matter,
        digest,
      ])
      await tx.run('delete from rights.query_code where digest = $1', [before.digest])
      await tx.run('insert into rights.query_code (digest, cell_id, matter_id) values ($1, $2, $3)', [
        digest,
        cell,
        matter,
      ])
      codes.push(code)
    }
    return { cell: 0, answer: { codes } }
  },
})
