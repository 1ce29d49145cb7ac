import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { confirmApplication } from './confirm-application.ts'

const house = await openHouse()

test('a valid submission makes a provisional member with a card, an owner and a due day in the same act (MEM-10)', async () => {
  const { outcome } = await house.applies()

  expect(outcome.outcome).toBe('provisional')
  expect(outcome.card).toMatchObject({ status: 'provisional', since: null, unit: { id: house.units.shop.id } })
  expect(outcome.card?.matter).toMatchObject({
    state: 'submitted',
    due: { rule: 'MEM-SLA', on: '2026-03-23', provisional: false },
  })
})

test('a stranger with a leaked name and number occupies nobody’s place: the owner of the number is confirmed all the same (MEM-13)', async () => {
  const thief = await house.applies()
  const owner = await house.applies({ name: thief.name, identityNumber: thief.identityNumber })
  const officer = await house.officer(house.units.shop, 'grassroots_officer')
  const matter = owner.outcome.card?.matter

  const after = await house.does(officer, confirmApplication, {
    cell: matter?.cell,
    matter: matter?.id,
    decidedOn: '2026-03-02',
  })

  expect(after.state).toBe('confirmed')
  const theirs = thief.outcome.card?.matter
  const refused = await house.does(officer, confirmApplication, {
    cell: theirs?.cell,
    matter: theirs?.id,
    decidedOn: '2026-03-02',
  })
  expect(refused.state).toBe('person_check')
})
