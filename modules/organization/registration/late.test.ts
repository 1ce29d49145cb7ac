import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { registrationForm } from '../../../tests/registration-form.ts'
import { applyForRegistration } from './commands/apply-for-registration.ts'
import { grantRegistration } from './commands/grant-registration.ts'
import { withdrawRegistration } from './commands/withdraw-registration.ts'

const house = await openHouse()
const { shop, county } = house.units
const own = await house.officer(shop)
const first = await house.does(own, applyForRegistration, { unit: shop.id, wish: 'first', form: registrationForm })
await house.does(await house.officer(county), grantRegistration, {
  ...{ cell: first.cell, matter: first.matter, on: '2026-03-02', creditCode: '81110105MC0000012B' },
})

/** Whether a change of a day is late when it is told on another one. */
async function lateOf(changedOn: string, toldOn: string) {
  house.moveTo(`${toldOn}T09:00:00+08:00`)
  const { cell, matter, late } = await house.does(own, applyForRegistration, {
    ...{ unit: shop.id, wish: 'change', changedOn, changes: ['address'], form: registrationForm },
  })
  await house.does(own, withdrawRegistration, { cell, matter })
  return late
}

test('a change is told in time up to the thirtieth day after it, and late from the next on (ORG-37)', async () => {
  expect(await lateOf('2026-03-10', '2026-03-11')).toBe(false)
  expect(await lateOf('2026-03-10', '2026-04-09')).toBe(false)
  expect(await lateOf('2026-03-10', '2026-04-10')).toBe(true)
})
