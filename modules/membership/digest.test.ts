import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { sendDigests } from './commands/send-digests.ts'
import { digest, mondayOf } from './digest.ts'

const house = await openHouse()
const { units } = house
const parts = { services: house.services, jobPool: house.jobPool, signal: new AbortController().signal }
const grassroots = await house.officer(units.shop, 'grassroots_officer')
const city = await house.officer(units.city)
const idle = await house.officer(units.cousinShop)
const digestsOf = (officer: typeof city) =>
  house.rows(
    `select cell_id, variables from kernel.message where account_id = $1 and kind = 'membership.message.digest'`,
    [officer.account],
  )

test('once a week each holder of a post learns how much is open and how much is late; not a message a case', async () => {
  const code = await house.code(units.shop)
  for (let people = 0; people < 3; people++) await house.applies({ code })
  // A union without an officer of its own hands its matters to the nearest one above, in another cell.
  const far = await house.applies({ code: await house.code(units.shop) })
  await house.rows(`update kernel.matter set owner_post_id = $2 where id = $1`, [
    far.outcome.card?.matter?.id,
    city.post.id,
  ])
  house.moveTo('2026-03-24T08:30:00+08:00')

  expect(await digest.run(parts)).toMatchObject({ sent: 2 })

  expect(await digestsOf(grassroots)).toEqual([{ cell_id: units.shop.cell, variables: { open: 3, overdue: 3 } }])
  expect(await digestsOf(city)).toEqual([{ cell_id: units.city.cell, variables: { open: 1, overdue: 1 } }])
  expect(await digestsOf(idle)).toEqual([])
})

test('a second run in the same week sends nothing, the next week’s does', async () => {
  house.moveTo('2026-03-25T08:30:00+08:00')
  expect(await digest.run(parts)).toMatchObject({ sent: 0 })

  house.moveTo('2026-03-30T08:30:00+08:00')

  expect(await digest.run(parts)).toMatchObject({ sent: 2 })
})

test('a post that changed hands is told of by whoever holds it now', async () => {
  const successor = await house.officer(units.shop)
  await house.rows(`update kernel.post_holding set account_id = $2 where post_id = $1`, [
    grassroots.post.id,
    successor.account,
  ])
  house.moveTo('2026-04-06T08:30:00+08:00')

  await digest.run(parts)

  expect(await digestsOf(successor)).toHaveLength(1)
  expect(await digestsOf(grassroots)).toHaveLength(2)
})

test('a week begins on Monday', () => {
  expect(['2026-03-02', '2026-03-08', '2026-03-09'].map(mondayOf)).toEqual(['2026-03-02', '2026-03-02', '2026-03-09'])
})

test('digests are the system’s to send', async () => {
  const input = { cell: units.shop.cell, week: '2026-03-02', holders: [{ account: city.account, open: 1, overdue: 0 }] }

  await expect(house.does(city, sendDigests, input)).rejects.toThrow('kernel.forbidden')
  await expect(house.does(house.anyone(), sendDigests, input)).rejects.toThrow('kernel.sign_in_first')
})
