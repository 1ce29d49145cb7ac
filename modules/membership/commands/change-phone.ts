import { maskPhone } from '@gongqiao/codes'
import { command } from '@gongqiao/kernel/command/command.ts'
import { openField, sealField } from '@gongqiao/kernel/crypto/field.ts'
import { sendText } from '@gongqiao/kernel/messages/outgoing.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { fill } from '@gongqiao/kernel/shared/texts.ts'
import { Phone, PhoneCode } from '@gongqiao/modules/people/contract.ts'
import { checkedPhone, phoneFaults, phoneTexts, takePhoneCode } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import { MemberView } from '../contract.ts'
import { findMemberView } from '../member-view.ts'

const bindFreePhone =
  'insert into people.phone_directory (digest, cell_id, account_id) values ($1, $2, $3) on conflict (digest) do nothing'
const takePhone = `insert into people.phone_directory (digest, cell_id, account_id) values ($1, $2, $3)
  on conflict (digest) do update set cell_id = excluded.cell_id, account_id = excluded.account_id`

const closed = { additionalProperties: false } as const

/**
 * Recovers a lost or changed phone at the window 换绑手机号: the person stands there with their document. Old sessions
 * end, the old number is told, and the new one must be proved by a code or on signed paper.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `people.phone_code_wrong`.
 *
 * @see rulebook G-08, 8.10
 */
export const changePhone = command({
  act: 'membership.change_phone',
  by: ['post'],
  input: Type.Object(
    {
      cell: Cell,
      membership: Id,
      phone: Phone,
      proof: Type.Union([
        Type.Object({ kind: Type.Literal('code'), phoneCode: PhoneCode }, closed),
        Type.Object({ kind: Type.Literal('paper'), file: Id }, closed),
      ]),
    },
    closed,
  ),
  output: MemberView,
  cellOf: (input) => input.cell,
  check: phoneFaults,
  async run({ tx, input, actor, now, today, allow, services }) {
    const { cell, proof } = input
    const found = await findMemberView(tx, cell, input.membership, today)
    if (!found) throw absent()
    allow({ cell, path: found.path })
    const checked = checkedPhone(input.phone)
    if ('faults' in checked) throw new Error('the form was checked before')
    const { phone } = checked
    if (proof.kind === 'code') {
      const wrong = await takePhoneCode(tx, services, phone, proof.phoneCode, now)
      if (wrong) return { cell, subject: found.view.person, refusal: wrong }
    } else if ((await tx.run('select from kernel.file where cell_id = $1 and id = $2', [cell, proof.file])) === 0) {
      throw new Refusal('kernel.invalid_input', {
        faults: [{ field: '/proof/file', code: 'membership.paper_missing' }],
      })
    }
    const { keyring } = services
    const digest = keyring.digest('phone', phone)
    const person = found.view.person
    const before = await tx.one<{ account: string | null; cipher: Buffer | null; digest: Buffer | null }>(
      'select account_id as account, phone_cipher as cipher, phone_digest as digest from people.person where cell_id = $1 and id = $2 for update',
      [cell, person],
    )
    const account = before.account ?? person
    if (before.account === null) {
      await tx.run(
        'insert into people.account (cell_id, id, path, person_id, created_at) values ($1, $2, $3, $4, $5)',
        [cell, account, found.path, person, now],
      )
    }
    if (before.digest)
      await tx.run('delete from people.phone_directory where digest = $1 and account_id = $2', [before.digest, account])
    // Whoever proves a phone by its code holds it now. On paper alone it is bound only where nobody has it, and nothing
    // is said either way: what belongs to somebody else is not this window's to learn.
    await tx.run(proof.kind === 'code' ? takePhone : bindFreePhone, [digest, cell, account])
    const key = await keyring.dataKey(cell)
    const place = { cell, table: 'people.person', column: 'phone_cipher', id: person }
    await tx.run(
      `with ended as (
         update people.session set ended_at = $3 where cell_id = $1 and account_id = $4 and ended_at is null
       )
       update people.person set account_id = $4, phone_cipher = $5, phone_digest = $6, phone_mask = $7 where cell_id = $1 and id = $2`,
      [cell, person, now, account, sealField(key, place, phone), digest, maskPhone(phone)],
    )
    if (before.cipher) {
      const old = openField((at, id) => keyring.resolve(at, id), place, before.cipher)
      await sendText(tx, services, old, fill(phoneTexts(actor.language).changed, { brand: services.brand }), now)
    }
    return {
      cell,
      subject: person,
      after: { phoneChanged: true, proof: proof.kind },
      answer: { ...found.view, phoneMask: maskPhone(phone) },
    }
  },
})
