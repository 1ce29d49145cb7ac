import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { cellsBetween } from '@gongqiao/kernel/shared/place.ts'
import { enterMany } from '@gongqiao/modules/people/index.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { enrolMany } from '../enrol-many.ts'

const house = await openHouse()
const { services, units } = house
const { cell, path, id: unit } = units.farShop

/** A member from an imported roll: the phone is on the record, and nobody has an account. */
async function memberOnTheRoll() {
  const { name, identityNumber, phone } = house.stranger()
  const person = { name, identityKind: 'resident_card', identityNumber, birthDate: '1990-05-01', sex: 'male' } as const
  const personId = newId()
  await inTransaction(services.pool, cellsBetween(cell, cell), async (tx) => {
    await enterMany(
      tx,
      services,
      cell,
      [{ id: personId, path, person, phone, account: null, holdsNumber: true }],
      house.now(),
    )
    await enrolMany(
      tx,
      cell,
      [{ personId, path, unit, person, status: 'active', since: '2020-01-01', claim: null }],
      house.now(),
    )
  })
  return { name, identityNumber, phone, personId }
}

test('a member on the roll who proves the phone on their record claims it, and is told where they are a member (T-MEM-1)', async () => {
  const { personId, ...typed } = await memberOnTheRoll()

  const claimed = await house.applies(typed)

  expect(claimed.outcome).toMatchObject({ outcome: 'member_already', memberOf: { id: unit } })
  expect(claimed.actor.person).toBe(personId)
})

test('a phone that was on the record once and is no more proves nothing (MEM-13)', async () => {
  const { personId, ...typed } = await memberOnTheRoll()
  await house.rows('update people.person set phone_digest = null where cell_id = $1 and id = $2', [cell, personId])

  const stranger = await house.applies(typed)

  expect(stranger.outcome).toMatchObject({ outcome: 'provisional', memberOf: null })
  expect(stranger.actor.person).not.toBe(personId)
})
