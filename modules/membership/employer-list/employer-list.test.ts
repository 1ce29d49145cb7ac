import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { newestOutgoing } from '@gongqiao/kernel/messages/outgoing.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { importsOf } from '../../../tests/import-sheets.ts'
import { listRoll } from '../queries/list-roll.ts'

const house = await openHouse()
const { units } = house
const { dryRun, run, undo, rows } = importsOf(house)
const clerk = await house.officer(units.shop, 'grassroots_officer')
const kind = 'membership.employer_list'
const sheetOf = (...lines: string[]) => `${['姓名,手机号码,身份证号', ...lines].join('\n')}\n`
const called = () => house.rows('select from membership.worker_call')
const sent = () => inTransaction(house.services.pool, undefined, (tx) => newestOutgoing(tx, house.services, 10))
const code = await house.code(units.shop)

test('an employer’s list invites each worker by phone, and nobody is on the roll by it', async () => {
  const looked = await dryRun(
    clerk,
    units.shop,
    sheetOf('王甲,15412345601,110105199003072110', '李乙,15412345602,'),
    kind,
  )
  expect(looked).toMatchObject({ counts: { new: 2, invalid: 0 } })
  expect(await called()).toEqual([])

  const done = await run(clerk, looked)

  expect(done).toMatchObject({ state: 'done', outcomes: { applied: 2 } })
  const texts = (await sent()).filter(({ address }) => address.startsWith('154123456'))
  expect(texts.map(({ address }) => address).sort()).toEqual(['15412345601', '15412345602'])
  expect(texts[0]?.text).toContain(`/j/${code}`)
  expect((await house.asks(clerk, listRoll, { unit: units.shop.id })).items).toEqual([])
  expect(await house.rows(`select from people.person`)).toEqual([])
  expect(await house.rows('select from people.identity_directory')).toEqual([])
})

test('it counts only once the worker has proved their phone by its code, by the same form as anybody', async () => {
  await run(clerk, await dryRun(clerk, units.shop, sheetOf('赵丙,15412345603,'), kind))

  const person = await house.applies({ code, phone: '15412345603' })

  expect(person.outcome.outcome).toBe('provisional')
  expect((await house.asks(clerk, listRoll, { unit: units.shop.id })).items.map(({ person: who }) => who)).toContain(
    person.actor.person,
  )
})

test('a list says nothing of whom it names: a member elsewhere is invited like anybody, and nobody twice', async () => {
  const member = await house.applies({ unit: units.farShop })
  const sheet = sheetOf(`${member.name},${member.phone},`)

  const looked = await dryRun(clerk, units.shop, sheet, kind)
  expect(looked).toMatchObject({ counts: { new: 1 } })
  await run(clerk, looked)

  expect(await dryRun(clerk, units.shop, sheet, kind)).toMatchObject({ counts: { new: 0, same: 1 } })
})

test('every fault of a line is named at once, and the document number is never read', async () => {
  const looked = await dryRun(clerk, units.shop, sheetOf('A,123,110105199003072110'), kind)

  const [row] = await rows(clerk, looked)
  expect(looked).toMatchObject({ counts: { invalid: 1 } })
  expect(JSON.stringify(row)).not.toContain('1990')
})

test('an undo forgets whom the list named', async () => {
  const before = (await called()).length
  const done = await run(clerk, await dryRun(clerk, units.shop, sheetOf('周庚,15412345607,'), kind))

  await undo(clerk, done)

  expect((await called()).length).toBe(before)
})

test('without an open joining code nobody is invited, and the clerk is told why', async () => {
  const other = await house.officer(units.cousinShop, 'grassroots_officer')

  const done = await run(other, await dryRun(other, units.cousinShop, sheetOf('吴辛,15412345608,'), kind))

  expect(done).toMatchObject({ outcomes: { stale: 1 } })
  expect((await sent()).map(({ address }) => address)).not.toContain('15412345608')
})
