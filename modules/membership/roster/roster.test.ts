import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { expect, test } from 'vitest'
import { allInvariants } from '../../../apps/server/invariants.ts'
import { openHouse } from '../../../tests/house.ts'
import { importsOf } from '../../../tests/import-sheets.ts'

const house = await openHouse()
const { units } = house
const { dryRun, run, undo, rows } = importsOf(house)

const csv = (...lines: string[]) => `${lines.join('\n')}\n`

async function broken(): Promise<string[]> {
  const found: string[] = []
  await verify(
    house.services.pool,
    allInvariants,
    { onBreach: ({ name }, { row, words }) => found.push(`${name}: ${row} ${words}`) },
    new AbortController().signal,
  )
  return found
}

test('a roster is looked at, then entered: everybody stands as listed, holds no number and has no account', async () => {
  const officer = await house.officer(units.county)
  const [a, b] = [house.stranger(), house.stranger()]
  const sheet = csv(
    '姓名,身份证号,手机号码,所在工会,民族',
    `${a.name},${a.identityNumber},${a.phone},沙面制衣厂工会,汉族`,
    `${b.name},${b.identityNumber},${b.phone},岭南书店工会,02`,
  )

  const looked = await dryRun(officer, units.county, sheet)
  expect(looked).toMatchObject({ state: 'checked', total: 2, counts: { new: 2, invalid: 0 } })
  expect(await house.rows(`select from membership.membership where status = 'listed'`)).toHaveLength(0)
  const done = await run(officer, looked)

  expect(done).toMatchObject({ state: 'done', outcomes: { applied: 2 } })
  expect(
    await house.rows(
      `select unit_id, status, claimed_at from membership.membership where status = 'listed' order by path`,
    ),
  ).toEqual([
    { unit_id: units.shop.id, status: 'listed', claimed_at: null },
    { unit_id: units.cousinShop.id, status: 'listed', claimed_at: null },
  ])
  expect(await house.rows('select from people.identity_directory')).toHaveLength(0)
  expect(await house.rows('select from people.account')).toHaveLength(0)
  await house.settled()
  expect(await broken()).toEqual([])
  const back = await undo(officer, done)
  expect(back).toMatchObject({ state: 'undone', outcomes: { applied: 0, undone: 2 } })
  expect(await house.rows('select from membership.membership')).toHaveLength(0)
  expect(await house.rows('select from people.person')).toHaveLength(0)
  expect(await rows(officer, back, { outcome: 'undone' })).toHaveLength(2)
  await house.settled()
  expect(await broken()).toEqual([])
})
