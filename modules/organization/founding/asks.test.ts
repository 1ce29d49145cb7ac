import { expect, test } from 'vitest'
import { codes } from '../../../tests/foundings.ts'
import { type Applicant, openHouse } from '../../../tests/house.ts'
import { askForUnion } from './commands/ask-for-union.ts'
import { replyToRequest } from './commands/reply-to-request.ts'
import { withdrawAsk, withdrawOwnAsk } from './commands/withdraw-ask.ts'
import { findFounding } from './queries/find-founding.ts'
import { followAsk } from './queries/find-own-ask.ts'
import { listAsks } from './queries/list-asks.ts'
import { listFoundings } from './queries/list-foundings.ts'
import { listOwnAsks } from './queries/list-own-asks.ts'
import { listPlaceUnions } from './queries/list-place-unions.ts'

const house = await openHouse()
const { township, county, siblingTownship } = house.units
const member = await house.applies()

async function asksAs(who: Applicant | undefined, more: object = {}) {
  const employer = { name: '岭南玩具厂', creditCode: '91110105MA00000000' }
  const { name, phone } = house.stranger()
  const typed = who ? {} : { name, phone, phoneCode: await house.phoneCode(phone) }
  const asked = { upper: siblingTownship.id, askedAs: 'worker', employer: { name: employer.name }, ...typed, ...more }
  return { ...(await house.does(who?.actor ?? house.anyone(), askForUnion, asked)), name, phone }
}

test('several workers ask for one employer: one founding, and neither learns of the other', async () => {
  const first = await asksAs(member, { words: '我们厂没有工会' })
  const second = await asksAs(undefined)
  const officer = await house.officer(siblingTownship)

  const [line] = (await house.asks(officer, listFoundings, { unit: siblingTownship.id })).items
  expect(line).toMatchObject({ name: '岭南玩具厂工会委员会', asks: 2, state: 'requested' })
  if (!line) throw new Error('the founding is there')
  const { items } = await house.asks(officer, listAsks, { cell: line.cell, matter: line.matter })
  expect(items).toHaveLength(2)
  expect(items.map(({ name, words }) => [name, words])).toEqual(
    expect.arrayContaining([
      [member.name, '我们厂没有工会'],
      [second.name, null],
    ]),
  )
  const seen = JSON.stringify(await house.asks(house.anyone(), followAsk, { follow: second.follow }))
  expect(seen).not.toContain(member.name)
  expect(seen).not.toContain('我们厂没有工会')
  expect((await house.asks(member.actor, listOwnAsks, {})).items.map(({ ask }) => ask)).toEqual([first.ask.ask])
  const view = await house.asks(officer, findFounding, { cell: line.cell, matter: line.matter })
  expect(JSON.stringify(view)).not.toContain(member.name)
  expect(
    JSON.stringify(await house.rows('select * from kernel.matter_event where matter_id = $1', [line.matter])),
  ).not.toContain(member.actor.account)
})

test('whoever asks is told how it goes on, and may take it back: then nothing of them is left', async () => {
  const ask = await asksAs(undefined, { employer: { name: '岭南鞋厂' } })
  const own = await asksAs(member, { employer: { name: '岭南伞厂' } })
  const officer = await house.officer(siblingTownship)
  const founding = (name: string) =>
    house
      .asks(officer, listFoundings, { unit: siblingTownship.id })
      .then(({ items }) => items.find((one) => one.name.startsWith(name)))

  const gone = await house.does(house.anyone(), withdrawAsk, { follow: ask.follow })
  expect(gone).toMatchObject({ withdrawn: true, state: 'withdrawn' })
  expect(
    await house.rows('select name_cipher, phone_cipher from organization.founding_ask where id = $1', [ask.ask.ask]),
  ).toEqual([{ name_cipher: null, phone_cipher: null }])
  const line = await founding('岭南伞厂')
  if (!line) throw new Error('the founding is there')
  await house.does(officer, replyToRequest, { cell: line.cell, matter: line.matter, on: '2026-03-02' })
  const mine = (await house.asks(member.actor, listOwnAsks, {})).items.find((one) => one.ask === own.ask.ask)
  expect(mine).toMatchObject({ state: 'preparing', unit: { name: '岭南伞厂工会委员会' } })
  const told = await house.rows(
    `select kind from kernel.message where account_id = $1 and kind like 'organization.%'`,
    [member.actor.account],
  )
  expect(told).toEqual([{ kind: 'organization.message.ask_replied' }])
  expect((await house.does(member.actor, withdrawOwnAsk, { cell: own.ask.cell, ask: own.ask.ask })).withdrawn).toBe(
    true,
  )
  expect((await founding('岭南伞厂'))?.state).toBe('preparing')
})

test('a phone is proved before a request is taken, and a text that was never given follows nothing', async () => {
  const asked = { upper: township.id, askedAs: 'worker', employer: { name: '沙面茶楼' }, ...house.stranger() }
  const { identityNumber: _number, ...typed } = asked
  expect(await codes(house.does(house.anyone(), askForUnion, typed))).toEqual([
    'kernel.invalid_input',
    '/phoneCode kernel.field_missing',
  ])
  await house.phoneCode(asked.phone)
  await expect(house.does(house.anyone(), askForUnion, { ...typed, phoneCode: '000000' })).rejects.toThrow(
    'people.phone_code_wrong',
  )
  for (const follow of ['nothing', `${township.cell.toString(36)}-${'x'.repeat(32)}`])
    await expect(house.asks(house.anyone(), followAsk, { follow })).rejects.toThrow('kernel.absent')
})

test('places are walked down to the townships, and no union of members is among them', async () => {
  const provinces = (await house.asks(house.anyone(), listPlaceUnions, {})).items
  expect(provinces.map(({ name }) => name)).toEqual(['浙江省总工会', '广东省总工会'])
  const below = (await house.asks(house.anyone(), listPlaceUnions, { under: county.id })).items
  expect(below.every(({ level }) => level === 'township')).toBe(true)
  expect((await house.asks(house.anyone(), listPlaceUnions, { under: siblingTownship.id })).items).toEqual([])
})
