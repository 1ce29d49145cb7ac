import { createHmac } from 'node:crypto'
import { minuteCode, minuteOf } from '@gongqiao/kernel/shared/minute-code.ts'
import { listLooks } from '@gongqiao/modules/people/queries/list-looks.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { listQueue } from '../../../tests/matters.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { makeJoiningCode } from '../commands/make-joining-code.ts'
import { checkCard } from './check-card.ts'
import { drawJoiningCode } from './draw-joining-code.ts'
import { findApplication } from './find-application.ts'
import { findInvitation } from './find-invitation.ts'
import { listJoiningCodes } from './list-joining-codes.ts'
import { listRoll } from './list-roll.ts'

const house = await openHouse()
const { units } = house
const hmac = (key: Uint8Array, message: Uint8Array) => createHmac('sha256', key).update(message).digest()

test('a card’s code is valid for about a minute on another device, and tells status, union and a masked name only', async () => {
  const { outcome, name } = await house.applies()
  const card = outcome.card
  if (!card) throw new Error('a newcomer has a card')
  const shown = minuteCode(hmac, Buffer.from(card.secret, 'base64url'), card.number, minuteOf(house.now().getTime()))

  const checked = await house.asks(house.anyone(), checkCard, { code: `${card.number}.${shown}` })

  expect(checked).toMatchObject({ valid: true, status: 'provisional', unit: { id: units.shop.id } })
  expect(checked.nameMask).not.toBe(name)
  expect(await house.asks(house.anyone(), checkCard, { code: `${card.number}.00000000` })).toMatchObject({
    valid: false,
    nameMask: null,
    unit: null,
  })
  house.moveTo('2026-03-02T09:03:00+08:00')
  expect(await house.asks(house.anyone(), checkCard, { code: `${card.number}.${shown}` })).toMatchObject({
    valid: false,
  })
  house.moveTo('2026-03-02T09:00:00+08:00')
})

test('a card number holds no cell and no birth date, and its check digit catches a slip', async () => {
  const { outcome, identityNumber } = await house.applies()
  const number = outcome.card?.number ?? ''

  expect(number).toMatch(/^\d{16}$/)
  expect(number).not.toContain('440103')
  expect(number).not.toContain(identityNumber.slice(6, 14))
})

test('a member sees who looked: lists, queue and record, with post and unit (design 2.6)', async () => {
  const { actor, outcome } = await house.applies()
  const officer = await house.officer(units.shop, 'grassroots_officer')
  const matter = outcome.card?.matter
  await house.asks(officer, listQueue, {})
  await house.asks(officer, findApplication, { cell: matter?.cell, matter: matter?.id })
  await house.asks(officer, listRoll, { unit: units.shop.id })

  const looks = await house.asks(actor, listLooks, {})

  expect(looks.items.map((look) => look.act).sort()).toEqual(
    expect.arrayContaining(['membership.list_roll', 'membership.view_application']),
  )
  expect(looks.items[0]).toMatchObject({ post: '工会干部', unit: units.shop.name })
})

test('the queue is the post’s own, soonest due day first, and shows what is late to those above', async () => {
  const boss = await house.officer(units.cousinShop, 'grassroots_officer')
  const { outcome } = await house.applies({ unit: units.cousinShop })
  const mine = await house.asks(boss, listQueue, {})
  const other = await house.officer(units.siblingShop, 'grassroots_officer')

  expect(mine).toMatchObject({
    open: 1,
    overdue: 0,
    items: [{ matter: outcome.card?.matter?.id, overdue: false, steps: ['confirm', 'return', 'route'] }],
  })
  expect((await house.asks(other, listQueue, {})).items).toEqual([])
  house.moveTo('2026-03-24T09:00:00+08:00')
  const county = await house.officer(units.county)
  const late = await house.asks(county, listQueue, { view: 'overdue' })
  expect(late.items.map((item) => item.matter)).toContain(outcome.card?.matter?.id)
  expect(late.items.every((item) => item.overdue)).toBe(true)
  house.moveTo('2026-03-02T09:00:00+08:00')
})

test('a joining code opens as a picture and as an invitation that names the union and no person', async () => {
  const officer = await house.officer(units.shop)
  const made = await house.does(officer, makeJoiningCode, { unit: units.shop.id, label: '食堂', validDays: 7 })

  const svg = await house.asks(officer, drawJoiningCode, { cell: made.cell, file: `${made.id}.svg` })
  const png = await house.asks(officer, drawJoiningCode, { cell: made.cell, file: `${made.id}.png` })
  const invitation = await house.asks(house.anyone(), findInvitation, { code: made.link })

  expect(svg.bytes.toString()).toMatch(/^<svg/)
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(invitation).toMatchObject({
    unit: { id: units.shop.id },
    upper: { id: units.township.id },
    reviewWorkdays: 15,
  })
  expect((await house.asks(officer, listJoiningCodes, { unit: units.shop.id })).items).toContainEqual(
    expect.objectContaining({ id: made.id, state: 'open', used: 0 }),
  )
})

test('a roll over many cells gives everybody once, page after page, in the order of their places', async () => {
  const officer = await house.officer(units.nation)
  const everybody = new Set<string>()
  for (const unit of [units.shop, units.siblingShop, units.cousinShop, units.neighbourShop, units.farShop]) {
    const code = await house.code(unit)
    for (let n = 0; n < 23; n++) everybody.add((await house.applies({ unit, code })).actor.person)
  }

  await house.settled()

  const seen: string[] = []
  const places: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await house.asks(officer, listRoll, { unit: units.nation.id, ...(after && { after }) })
    for (const item of page.items) {
      seen.push(item.person)
      places.push(`${item.cell}`)
    }
    if (page.next === null) break
    after = page.next
  }

  expect(new Set(seen).size).toBe(seen.length)
  for (const person of everybody) expect(seen).toContain(person)
  expect(places).toEqual([...places].sort())
})

test('names and dates sort a small scope and are refused in words for a wide one', async () => {
  const county = await house.officer(units.county)
  const nation = await house.officer(units.nation)
  const matter = (await house.applies({ name: '阿卜杜' })).outcome.card?.matter
  await house.does(county, confirmApplication, { cell: matter?.cell, matter: matter?.id, decidedOn: '2026-03-02' })

  const byName = await house.asks(county, listRoll, { unit: units.county.id, order: 'name' })
  const byDate = await house.asks(county, listRoll, { unit: units.county.id, order: 'joined', status: 'active' })
  const wide = await house.asks(nation, listRoll, { unit: units.nation.id, order: 'name' })

  const names = byName.items.map((item) => item.name)
  expect(names).toEqual([...names].sort((a, b) => (Buffer.from(a) < Buffer.from(b) ? -1 : 1)))
  expect(byDate.items.map((item) => item.name)).toEqual(['阿卜杜'])
  expect(wide).toMatchObject({ order: 'place', orderRefused: true })
})
