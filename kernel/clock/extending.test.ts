import { beforeEach, expect, test } from 'vitest'
import { matterParts } from '../../apps/server/matter-parts.ts'
import { openHouse } from '../../tests/house.ts'
import { findOneMatter } from '../matter/queries/find-matter.ts'
import { Refusal } from '../refusal.ts'
import { extendMatterCommand } from './commands/extend-matter.ts'

const house = await openHouse()
const { units } = house
const { cell } = units.shop
const extendMatter = extendMatterCommand(matterParts)
const clerk = await house.officer(units.shop, 'grassroots_officer')
const township = await house.officer(units.township)
const stranger = await house.officer(units.siblingShop)
await house.rows(
  `update kernel.deadline_rule set extend = '{"max": 10, "approver": "不经办的岗位", "approverEn": "another post"}' where id = 'MEM-SLA'`,
)
await house.services.deadlines.reload()

beforeEach(() => house.moveTo('2026-03-02T09:00:00+08:00'))

const applied = async () => {
  const { outcome, actor } = await house.applies()
  return { matter: String(outcome.card?.matter?.id), account: actor.account }
}
const reason = '需要向原单位核实身份'
const refusalOf = (work: Promise<unknown>) =>
  work.catch((error: unknown) => (error instanceof Refusal ? error.code : error))

test('T-16: a clock is prolonged by another post before its due day; the person hears the day and the reason', async () => {
  const { matter, account } = await applied()

  const { dueOn } = await house.does(township, extendMatter, { cell, matter, length: 5, reason })

  expect(dueOn).toBe('2026-03-30')
  expect(await house.rows('select due_on::text, extensions from kernel.matter where id = $1', [matter])).toEqual([
    { due_on: '2026-03-30', extensions: [5] },
  ])
  expect(
    await house.rows(
      `select step, note, post_id from kernel.matter_event where matter_id = $1 order by number desc limit 1`,
      [matter],
    ),
  ).toEqual([{ step: 'extended', note: reason, post_id: township.post.id }])
  expect(
    await house.rows(
      `select variables, link from kernel.message where account_id = $1 and kind = 'clock.message.extended'`,
      [account],
    ),
  ).toEqual([{ variables: { from: '2026-03-23', to: '2026-03-30', reason }, link: `/matters/${cell}/${matter}` }])
})

test('T-16: never more than the rule allows in all, never after the due day, and not by whoever handles it', async () => {
  const { matter } = await applied()
  const asks = (length: number, actor = township) =>
    refusalOf(house.does(actor, extendMatter, { cell, matter, length, reason }))

  expect(await asks(11)).toBe('clock.not_prolonged')
  expect(await asks(5, clerk)).toBe('clock.own_extension')
  expect(await asks(6)).toEqual({ dueOn: '2026-03-31' })
  expect(await asks(5)).toBe('clock.not_prolonged')
  house.moveTo('2026-04-01T09:00:00+08:00')
  expect(await asks(1)).toBe('clock.too_late')
})

test('it is hidden from strangers, and closed where the rule allows none', async () => {
  const { matter } = await applied()
  expect(await refusalOf(house.does(stranger, extendMatter, { cell, matter, length: 1, reason }))).toBe('kernel.absent')
  await house.rows(`update kernel.matter set clock_rule = 'MEM-MEND' where id = $1`, [matter])
  expect(await refusalOf(house.does(township, extendMatter, { cell, matter, length: 1, reason }))).toBe(
    'clock.not_prolonged',
  )
})

test('T-16: whoever may prolong it sees by how much and by whose leave; whoever handles it sees that somebody may', async () => {
  const { matter } = await applied()
  const seen = (actor: typeof township = township) => house.asks(actor, findOneMatter(matterParts), { cell, matter })
  const extension = { unit: 'workday', most: 10, used: 0, approver: '不经办的岗位' }
  expect(await seen()).toMatchObject({ extension, may: expect.arrayContaining(['extend']) })
  expect((await seen({ ...township, language: 'en' })).extension?.approver).toBe('another post')
  const handler = await seen(clerk)
  expect(handler.extension).toEqual(extension)
  expect(handler.may).not.toContain('extend')

  await house.does(township, extendMatter, { cell, matter, length: 4, reason })
  expect(await seen()).toMatchObject({ extension: { used: 4 }, history: [{}, { step: 'extended', note: reason }] })
  await house.does(township, extendMatter, { cell, matter, length: 6, reason })
  expect(await seen()).toMatchObject({ extension: null })
  expect((await seen()).may).not.toContain('extend')
})
