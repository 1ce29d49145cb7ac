import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { approveChange } from '../life/commands/approve-change.ts'
import { proposeChange } from '../life/commands/propose-change.ts'
import { listChildren } from './list-children.ts'
import { listPastChildren } from './list-past-children.ts'

const house = await openHouse()
const { units } = house
const nation = await house.officer(units.nation)
const township = await house.officer(units.township)
const neighbour = await house.officer(units.neighbourCounty)

async function changes(on: string, wish: object) {
  house.moveTo(`${on}T09:00:00+08:00`)
  const { cell, matter } = await house.does(nation, proposeChange, {
    ...{ reason: '几家单位重新组合', resolution: { on: '2026-02-20', by: '会员大会' }, intoResolution: '2026-02-21' },
    ...{ audit: { on: '2026-02-25', by: '经审办' }, property: '经费资产并入接续的工会' },
    ...wish,
  })
  await house.does(nation, approveChange, { cell, matter, document: '工〔2026〕1号' })
  await house.settled()
}
const below = async (unit: { readonly id: string }, on: string, known: 'then' | 'now' = 'then') =>
  (await house.asks(nation, listPastChildren, { unit: unit.id, on, known })).items.map(({ name, stillHere }) => [
    name,
    stillHere,
  ])

await changes('2026-03-03', { unit: units.shop.id, kind: 'rename', name: '沙面新厂工会委员会', shortName: '新厂工会' })
await changes('2026-03-05', { unit: units.shop.id, kind: 'move', into: units.siblingTownship.id })

test('the unions below one on a past day are those that stood there, under the names they had (ORG-01)', async () => {
  expect(await below(units.township, '2026-03-02')).toContainEqual([units.shop.name, false])
  expect(await below(units.township, '2026-03-04')).toContainEqual(['沙面新厂工会委员会', false])
  expect((await below(units.township, '2026-03-05')).map(([name]) => name)).not.toContain('沙面新厂工会委员会')
  expect(await below(units.siblingTownship, '2026-03-05')).toContainEqual(['沙面新厂工会委员会', true])
})

test('a move that was written down late is another answer as known then than as corrected since', async () => {
  // The papers came on the 9th and say that it had stood below the other one from the 4th on.
  house.moveTo('2026-03-09T09:00:00+08:00')
  for (const [line, day] of [
    ['valid_to', units.township.id],
    ['valid_from', units.siblingTownship.id],
  ])
    await house.rows(
      `with old as (
         update organization.parent_link set superseded_at = $3 where unit_id = $1 and parent_id = $2 and superseded_at is null returning *
       )
       insert into organization.parent_link (unit_id, parent_id, kind, valid_from, valid_to, recorded_at)
       select unit_id, parent_id, kind, ${line === 'valid_from' ? `date '2026-03-04'` : 'valid_from'},
         ${line === 'valid_to' ? `date '2026-03-04'` : 'valid_to'}, $3 from old where valid_to is null or valid_to > '2026-03-04'`,
      [units.shop.id, day, house.now()],
    )

  const names = async (known: 'then' | 'now') =>
    (await below(units.township, '2026-03-04', known)).map(([name]) => name)
  expect(await names('then')).toContain('沙面新厂工会委员会')
  expect(await names('now')).not.toContain('沙面新厂工会委员会')
  expect(await below(units.siblingTownship, '2026-03-04', 'now')).toContainEqual(['沙面新厂工会委员会', true])
})

test('as of today they are the list of today, and nobody outside learns of them', async () => {
  const today = await house.asks(township, listChildren, { unit: units.township.id })
  const past = await house.asks(township, listPastChildren, { unit: units.township.id, on: '2027-01-01' })
  expect(past.on).toBe('2026-03-09')
  expect(past.items.map(({ id }) => id)).toEqual(today.items.map(({ id }) => id))
  await expect(house.asks(neighbour, listPastChildren, { unit: units.township.id, on: '2026-03-02' })).rejects.toThrow(
    'kernel.absent',
  )
})
