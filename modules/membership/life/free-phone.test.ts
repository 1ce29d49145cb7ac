import { perform } from '@gongqiao/kernel/command/perform.ts'
import { signInByPhone } from '@gongqiao/modules/people/commands/sign-in-by-phone.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { changePhone } from '../commands/change-phone.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { correctPhone } from '../commands/correct-phone.ts'
import { submitApplication } from '../commands/submit-application.ts'
import { noticeVersion } from '../index.ts'

const house = await openHouse()
const { units } = house
const code = await house.code(units.shop)
const farCode = await house.code(units.farShop)
const officer = await house.officer(units.shop)

/** A member of the far union. */
async function farMember() {
  const person = await house.applies({ code: farCode })
  const { cell = 0, id: matter } = person.outcome.card?.matter ?? {}
  await house.does(await house.officer(units.farShop), confirmApplication, { cell, matter, decidedOn: '2026-03-02' })
  return person
}
/** Somebody new types the phone of another, and says that it is theirs now, or not. */
async function joinsWith(phone: string, more: { phoneIsMine?: boolean }) {
  const { name, identityNumber } = house.stranger()
  const form = {
    code,
    name,
    identityKind: 'resident_card',
    identityNumber,
    phone,
    phoneCode: await house.phoneCode(phone),
  }
  const consents = { notice: noticeVersion, sensitive: true }
  return perform(house.services, house.anyone(), submitApplication, { ...form, consents, ...more })
}
const phoneOf = (person: string) =>
  house.rows('select phone_mask, phone_digest from people.person where id = $1 and gone_on is null', [person])
const toldTo = (account: string) => house.rows('select kind from kernel.message where account_id = $1', [account])

test('the new owner of a number proves it by its code and joins: the old record loses it, is told, and nobody is called', async () => {
  const former = await farMember()
  await expect(joinsWith(former.phone, {})).rejects.toMatchObject({ code: 'people.phone_of_another' })

  const { answer } = await joinsWith(former.phone, { phoneIsMine: true })

  expect(answer.outcome).toBe('provisional')
  expect(JSON.stringify(answer)).not.toContain(former.name)
  expect(await phoneOf(former.actor.person)).toEqual([{ phone_mask: null, phone_digest: null }])
  expect((await toldTo(former.actor.account)).map(({ kind }) => kind)).toContain('membership.message.phone_freed')
  expect(
    await house.rows('select from people.session where account_id = $1 and ended_at is null', [former.actor.account]),
  ).toEqual([])
  const phoneCode = await house.phoneCode(former.phone)
  const self = await house.does(house.anyone(), signInByPhone, { phone: former.phone, phoneCode })
  expect(self.name).not.toBe(former.name)
})

test('saying so of a phone that is nobody’s, or one’s own, changes nothing', async () => {
  const fresh = house.stranger().phone
  expect((await joinsWith(fresh, { phoneIsMine: true })).answer.outcome).toBe('provisional')
  const member = await farMember()
  const { name, identityNumber, phone } = member
  const form = {
    code,
    name,
    identityKind: 'resident_card',
    identityNumber,
    phone,
    phoneCode: await house.phoneCode(phone),
  }
  const consents = { notice: noticeVersion, sensitive: true }

  const { answer } = await perform(house.services, house.anyone(), submitApplication, {
    ...{ ...form, consents, phoneIsMine: true },
  })

  expect(answer.outcome).toBe('member_already')
  expect(await phoneOf(member.actor.person)).toMatchObject([{ phone_mask: expect.any(String) }])
})

test('a member who takes over a number, by themselves or at the window, takes it from the record that had it', async () => {
  const own = await house.applies({ code })
  const [row] = await house.rows('select id from membership.membership where person_id = $1', [own.actor.person])
  const key = { cell: units.shop.cell, membership: String(row?.id) }
  const [first, second] = [await farMember(), await farMember()]

  await house.does(own.actor, correctPhone, {
    ...key,
    phone: first.phone,
    phoneCode: await house.phoneCode(first.phone),
  })
  const proof = { kind: 'code', phoneCode: await house.phoneCode(second.phone) }
  await house.does(officer, changePhone, { ...key, phone: second.phone, proof })

  for (const former of [first, second]) {
    expect(await phoneOf(former.actor.person)).toEqual([{ phone_mask: null, phone_digest: null }])
    expect((await toldTo(former.actor.account)).map(({ kind }) => kind)).toContain('membership.message.phone_freed')
  }
})

test('a wrong code frees nothing', async () => {
  const former = await farMember()
  const { name, identityNumber } = house.stranger()
  await house.phoneCode(former.phone)
  const form = { code, name, identityKind: 'resident_card', identityNumber, phone: former.phone, phoneCode: '000000' }
  const consents = { notice: noticeVersion, sensitive: true }

  await expect(
    perform(house.services, house.anyone(), submitApplication, { ...form, consents, phoneIsMine: true }),
  ).rejects.toMatchObject({ code: 'people.phone_code_wrong' })
  expect(await phoneOf(former.actor.person)).toMatchObject([{ phone_mask: expect.any(String) }])
})
