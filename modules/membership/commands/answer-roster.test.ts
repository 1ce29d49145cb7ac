import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { rosterDiffers } from '../../../tests/rosters.ts'
import { findMyRecord } from '../queries/find-my-record.ts'
import { answerRoster } from './answer-roster.ts'
import { confirmApplication } from './confirm-application.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
await house.rows('update organization.unit set desk_post_id = $1 where id = $2', [officer.post.id, units.shop.id])

async function member() {
  const { actor, name, outcome } = await house.applies({ unit: units.shop })
  const matter = outcome.card?.matter
  await house.does(officer, confirmApplication, { cell: matter?.cell, matter: matter?.id, decidedOn: '2026-03-02' })
  const { cell, membership } = await house.asks(actor, findMyRecord, {})
  return { actor, name, cell, membership, person: actor.person }
}
const told = async () =>
  (
    await house.rows('select kind from kernel.message where account_id = $1 order by at desc, id desc', [
      officer.account,
    ])
  ).map(({ kind }) => kind)

test('what a roster says otherwise waits for the person, masked where it is a phone; until then nothing changes', async () => {
  const person = await member()
  const phone = house.stranger().phone

  const request = await rosterDiffers(house, units.shop, person, { name: '王改名', phone, unit: units.siblingShop.id })

  const record = await house.asks(person.actor, findMyRecord, {})
  expect(record.name).toBe(person.name)
  expect(record.differences).toMatchObject([
    { request, name: '王改名', unit: { id: units.siblingShop.id }, leaving: false },
  ])
  expect(JSON.stringify(record)).not.toContain(phone)
})

test('“the roster is right” takes its name and wishes for its union; “mine is right” changes nothing; the union is told once', async () => {
  const [right, wrong] = [await member(), await member()]
  const key = ({ cell, membership }: typeof right, request: string) => ({ cell, membership, request })
  const first = await rosterDiffers(house, units.shop, right, { name: '王改名', unit: units.siblingShop.id })
  const second = await rosterDiffers(house, units.shop, wrong, { name: '李改名' })

  const after = await house.does(right.actor, answerRoster, { ...key(right, first), answer: 'roster' })
  const kept = await house.does(wrong.actor, answerRoster, { ...key(wrong, second), answer: 'mine' })

  expect(after).toMatchObject({ name: '王改名', unit: { id: units.shop.id }, differences: [] })
  expect(kept).toMatchObject({ name: wrong.name, differences: [] })
  expect(
    await house.rows('select to_unit_id as unit from membership.transfer_call where membership_id = $1', [
      right.membership,
    ]),
  ).toEqual([{ unit: units.siblingShop.id }])
  expect((await told()).slice(0, 2).sort()).toEqual([
    'membership.message.roster_accepted',
    'membership.message.roster_declined',
  ])
  await expect(house.does(right.actor, answerRoster, { ...key(right, first), answer: 'mine' })).rejects.toMatchObject({
    code: 'kernel.absent',
  })
})

test('nobody answers for somebody else, and having left is told while the membership stands (MEM-39)', async () => {
  const [person, other] = [await member(), await member()]
  const { cell, membership } = person
  const request = await rosterDiffers(house, units.shop, person, { leaving: true })
  await expect(
    house.does(other.actor, answerRoster, { cell, membership, request, answer: 'roster' }),
  ).rejects.toMatchObject({ code: 'kernel.absent' })
  await expect(
    house.does(other.actor, answerRoster, { cell, membership: other.membership, request, answer: 'roster' }),
  ).rejects.toMatchObject({ code: 'kernel.absent' })

  const after = await house.does(person.actor, answerRoster, { cell, membership, request, answer: 'roster' })

  expect(after.status).toBe('active')
  expect(await told()).toContain('membership.message.roster_left')
})
