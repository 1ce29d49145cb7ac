import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { registrationForm } from '../../../tests/registration-form.ts'
import { approveChange } from '../life/commands/approve-change.ts'
import { proposeChange } from '../life/commands/propose-change.ts'
import { listPastChildren } from '../queries/list-past-children.ts'
import { applyForRegistration } from './commands/apply-for-registration.ts'
import { grantRegistration } from './commands/grant-registration.ts'
import { listCertificates } from './queries/list-certificates.ts'
import { listPastCertificates } from './queries/list-past-certificates.ts'

const house = await openHouse()
const { units } = house
const { shop, county, township, siblingTownship } = units
const own = await house.officer(shop)
const registrar = await house.officer(county)
const city = await house.officer(units.city)
const neighbour = await house.officer(units.neighbourCounty)
const code = '81110105MC0000012B'
const at = (day: string) => house.moveTo(`${day}T09:00:00+08:00`)

async function granted(on: string, wish: object, more: object = {}) {
  const { cell, matter } = await house.does(own, applyForRegistration, {
    ...{ unit: shop.id, wish: 'first', form: registrationForm },
    ...wish,
  })
  return house.does(registrar, grantRegistration, { cell, matter, on, ...more })
}
const told = async (unit: { readonly id: string }, on: string, known: 'then' | 'now' = 'then', by = registrar) =>
  (await house.asks(by, listPastCertificates, { unit: unit.id, on, known })).items.map((one) => [
    one.issue,
    one.name,
    one.state,
  ])

// Granted on the 2nd and written down that day; a change as of the 5th is written down on the 9th.
at('2026-03-02')
await granted('2026-03-02', {}, { creditCode: code })
const firstName = (await house.asks(registrar, listCertificates, { unit: county.id })).items[0]?.name
const newName = '沙面制衣厂新工会委员会'
at('2026-03-09')
await granted('2026-03-05', {
  ...{ wish: 'change', changedOn: '2026-03-04', changes: ['name'], form: { ...registrationForm, name: newName } },
})

test('a certificate that was changed as of an earlier day is the old one as known then, the new one as corrected since (ORG-37)', async () => {
  expect(await told(county, '2026-03-01', 'now')).toEqual([])
  expect(await told(county, '2026-03-04', 'now')).toEqual([[1, firstName, 'valid']])
  for (const day of ['2026-03-05', '2026-03-08']) {
    expect(await told(county, day), day).toEqual([[1, firstName, 'valid']])
    expect(await told(county, day, 'now'), day).toEqual([[2, newName, 'valid']])
  }
  expect(await told(shop, '2026-03-09')).toEqual([[2, newName, 'valid']])
})

test('so is the name of its union in the list of those below', async () => {
  const names = async (known: 'then' | 'now') =>
    (await house.asks(registrar, listPastChildren, { unit: township.id, on: '2026-03-06', known })).items.map(
      ({ name }) => name,
    )
  expect(await names('then')).toContain(shop.name)
  expect(await names('now')).toContain(newName)
})

test('a certificate was valid on a past day until when it was, and its union not called otherwise then', async () => {
  const { items } = await house.asks(registrar, listPastCertificates, { unit: county.id, on: '2026-03-06' })
  expect(items).toMatchObject([
    { issue: 1, state: 'valid', differs: firstName !== shop.name, unit: { name: shop.name } },
  ])
})

test('who stood below on that day is listed there, wherever they stand now; above the county too', async () => {
  at('2026-03-11')
  const nation = await house.officer(units.nation)
  const { cell, matter } = await house.does(nation, proposeChange, {
    ...{ unit: shop.id, kind: 'move', into: siblingTownship.id, reason: '调整隶属关系' },
    ...{ resolution: { on: '2026-02-20', by: '会员大会' }, audit: { on: '2026-02-25', by: '经审办' } },
    ...{ intoResolution: '2026-02-21', property: '经费资产随工会' },
  })
  await house.does(nation, approveChange, { cell, matter, document: '工〔2026〕1号' })
  await house.settled()

  const upper = await house.officer(township)
  expect(await told(township, '2026-03-10', 'then', upper)).toEqual([[2, newName, 'valid']])
  expect(await told(township, '2026-03-11', 'then', upper)).toEqual([])
  expect(await told(siblingTownship, '2026-03-10')).toEqual([])
  expect(await told(siblingTownship, '2026-03-11')).toEqual([[2, newName, 'valid']])
  expect(await told(units.city, '2026-03-10', 'now', city)).toEqual([[2, newName, 'valid']])
})

test('another county learns of none', async () => {
  await expect(told(county, '2026-03-10', 'now', neighbour)).rejects.toThrow('kernel.absent')
})
