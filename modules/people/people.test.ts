import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { newestOutgoing } from '@gongqiao/kernel/messages/outgoing.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { sendPhoneCode } from './commands/send-phone-code.ts'
import { signInByPhone } from './commands/sign-in-by-phone.ts'
import { signOut } from './commands/sign-out.ts'
import { findSelf } from './queries/find-self.ts'
import { listConsents } from './queries/list-consents.ts'
import { checkPerson } from './rules.ts'
import { cellOfToken, whoseSession } from './sign-in.ts'

const house = await openHouse()

const newestText = async () =>
  (await inTransaction(house.services.pool, undefined, (tx) => newestOutgoing(tx, house.services, 1)))[0]

test('a code goes out to any phone with the same answer, whether anybody is known by it or not', async () => {
  const known = await house.applies()
  const { phone } = house.stranger()
  house.moveTo('2026-03-02T10:00:00+08:00')

  const toKnown = await house.does(house.anyone(), sendPhoneCode, { phone: known.phone })
  house.moveTo('2026-03-02T10:00:01+08:00')
  const toStranger = await house.does(house.anyone(), sendPhoneCode, { phone })

  expect({ ...toKnown, sentTo: '' }).toEqual({ ...toStranger, sentTo: '' })
  expect(await newestText()).toMatchObject({
    address: phone,
    text: expect.stringMatching(/验证码 \d{6}，5 分钟内有效/),
  })
})

test('a code is sent once a minute and ten times a day, and neither code nor phone stands in the table', async () => {
  const { phone } = house.stranger()
  const at = (minute: number) => house.moveTo(`2026-03-04T09:${String(minute).padStart(2, '0')}:00+08:00`)
  for (let minute = 0; minute < 10; minute++) {
    at(minute)
    await house.does(house.anyone(), sendPhoneCode, { phone })
    await expect(house.does(house.anyone(), sendPhoneCode, { phone })).rejects.toMatchObject({
      code: 'kernel.too_many_requests',
    })
  }

  at(11)
  await expect(house.does(house.anyone(), sendPhoneCode, { phone })).rejects.toMatchObject({
    code: 'kernel.too_many_requests',
  })
  house.moveTo('2026-03-05T09:00:00+08:00')
  await house.does(house.anyone(), sendPhoneCode, { phone })
  const text = await newestText()
  const code = /\d{6}/.exec(text?.text ?? '')?.[0] ?? ''
  expect(JSON.stringify(await house.rows('select * from people.phone_code'))).not.toMatch(
    new RegExp(`${phone}|"${code}"`),
  )
})

test('signing in takes a right code once; a session ends everywhere with signing out', async () => {
  const { phone, actor } = await house.applies()
  await house.phoneCode(phone)
  await expect(house.does(house.anyone(), signInByPhone, { phone, phoneCode: '000000' })).rejects.toMatchObject({
    code: 'people.phone_code_wrong',
  })
  const self = await house.does(house.anyone(), signInByPhone, { phone, phoneCode: '123456' })
  await expect(house.does(house.anyone(), signInByPhone, { phone, phoneCode: '123456' })).rejects.toMatchObject({
    code: 'people.phone_code_over',
  })

  await house.does(actor, signOut, {})

  expect(self.account).toBe(actor.account)
  expect(
    await house.rows('select count(*)::int as open from people.session where account_id = $1 and ended_at is null', [
      actor.account,
    ]),
  ).toEqual([{ open: 0 }])
})

test('an expired code and an expired session open nothing', async () => {
  const { phone, cookie } = await house.applies()
  await house.phoneCode(phone)
  const token = cookie.split('=')[1] ?? ''
  const start = house.now()

  house.moveTo(new Date(start.getTime() + 301_000).toISOString())
  await expect(house.does(house.anyone(), signInByPhone, { phone, phoneCode: '123456' })).rejects.toMatchObject({
    code: 'people.phone_code_over',
  })
  expect(await whoseSession(house.services, token)).toBeDefined()
  house.moveTo(new Date(start.getTime() + 91 * 86_400_000).toISOString())
  expect(await whoseSession(house.services, token)).toBeUndefined()
  house.moveTo(start.toISOString())
})

test('a token names its cell, and text that is no token names none', () => {
  expect(cellOfToken('440103.abcdefghijklmnopqrstuvwxyz')).toBe(440_103)
  for (const text of [
    '',
    '440103',
    '4401030.abcdefghijklmnopqrstuvwxyz',
    "1.'; drop table people.session; --",
    '440103.short',
  ])
    expect(cellOfToken(text)).toBeUndefined()
})

test('a person sees themselves masked, and what they agreed to with version and channel (PI-03, PI-10)', async () => {
  const { actor, name, identityNumber, phone } = await house.applies()

  const self = await house.asks(actor, findSelf, {})
  const consents = await house.asks(actor, listConsents, {})

  expect(self).toMatchObject({
    name,
    identityMask: `44${'*'.repeat(15)}${identityNumber.at(-1)}`,
    phoneMask: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  })
  expect(consents.items.map(({ purpose, channel }) => [purpose, channel])).toEqual(
    expect.arrayContaining([
      ['joining', 'self'],
      ['identity_number', 'self'],
    ]),
  )
})

test('the kind of document is taken as picked: a number that would fit another kind is checked by the picked one', () => {
  const typed = {
    name: '王小明',
    identityKind: 'hk_macao_residence_permit',
    identityNumber: '11010519491231002X',
  } as const

  expect(checkPerson(typed, '2026-03-02')).toEqual({
    faults: [{ field: '/identityNumber', code: 'people.identity.region' }],
  })
  expect(checkPerson({ ...typed, identityKind: 'resident_card' }, '2026-03-02')).toMatchObject({
    person: { birthDate: '1949-12-31', sex: 'female' },
  })
})

test('where a document does not hold them, birth date and sex are asked for, both at once', () => {
  expect(
    checkPerson({ name: 'Maria Silva', identityKind: 'passport', identityNumber: 'AB123456' }, '2026-03-02'),
  ).toEqual({
    faults: [
      { field: '/birthDate', code: 'kernel.field_missing' },
      { field: '/sex', code: 'kernel.field_missing' },
    ],
  })
})
