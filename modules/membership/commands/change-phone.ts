import { maskPhone } from '@gongqiao/codes'
import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Phone, PhoneCode } from '@gongqiao/modules/people/contract.ts'
import { checkedPhone, givePhone, phoneFaults, takePhoneCode } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import { MemberView } from '../contract.ts'
import { formerOwner, freePhone } from '../life/free-phone.ts'
import { findMemberView } from '../member-view.ts'

const closed = { additionalProperties: false } as const

/**
 * Recovers a lost or changed phone at the window 换绑手机号: the person stands there with their document. Old sessions
 * end, the old number is told, and the new one must be proved by a code or on signed paper.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `people.phone_code_wrong`, and `membership.listed_unclaimed`: a phone that
 * staff give a record nobody has claimed would let somebody else claim it.
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
  beyond: { ...formerOwner, own: 'back to the record at the window' },
  async run(context) {
    const { tx, input, actor, now, today, allow, services, reach } = context
    const { cell, proof } = input
    const found = await findMemberView(tx, cell, input.membership, today)
    if (!found) throw absent()
    allow({ cell, path: found.path })
    if (found.view.status === 'listed') throw new Refusal('membership.listed_unclaimed')
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
    const { person } = found.view
    if (proof.kind === 'code') {
      const { account } = await tx.one<{ account: string | null }>(
        'select account_id as account from people.open_person where cell_id = $1 and id = $2',
        [cell, person],
      )
      await freePhone(context, phone, account)
      await reach('own', { cell, path: found.path })
    }
    await givePhone(tx, services, { cell, person }, found.path, phone, proof.kind === 'code', actor.language, now)
    return {
      cell,
      subject: person,
      after: { phoneChanged: true, proof: proof.kind },
      answer: { ...found.view, phoneMask: maskPhone(phone) },
    }
  },
})
