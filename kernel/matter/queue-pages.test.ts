import { expect, test } from 'vitest'
import { actsOver, errand } from '../../tests/errands.ts'
import { openHouse } from '../../tests/house.ts'
import { newId } from '../shared/ids.ts'
import { roundAllows } from './matters.ts'

const house = await openHouse()
const { units } = house
const acts = actsOver(errand)
const officer = await house.officer(units.shop, 'grassroots_officer')
const nation = await house.officer(units.nation)
const kind = 'house.errand'

/** Plants open errands of a unit straight into the spine: of a cell, with a title, due on a day of the month. */
async function plant(unit: { id: string; path: string }, cell: number, title: string, day: number): Promise<string> {
  const id = newId()
  await house.rows(
    `insert into kernel.matter (cell_id, id, path, kind, host_unit_id, subject_id, title, state, owner_post_id, escalations,
       clock_rule, clock_from, due_on, due_provisional, opened_at, changed_at, last_event)
     values ($1, $2, $3, $4, $5, $2, $6, 'asked', $7, 0, 'MEM-SLA', '2026-03-02', $8, false, now(), now(), 1)`,
    [cell, id, unit.path, kind, unit.id, title, officer.post.id, `2026-04-${String(day).padStart(2, '0')}`],
  )
  return id
}

test('a queue longer than a page goes on behind its cursor, soonest first, each matter once', async () => {
  const planted: string[] = []
  for (let n = 0; n < 60; n++) planted.push(await plant(units.shop, units.shop.cell, `第${n}件`, 1 + (n % 28)))

  const first = await house.asks(officer, acts.queue, { view: 'unit', kind })
  const second = await house.asks(officer, acts.queue, { view: 'unit', kind, after: first.next ?? '' })

  expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null])
  expect(first).toMatchObject({ open: 60, overdue: 0, waiting: 0 })
  const all = [...first.items, ...second.items]
  expect(all.map(({ matter }) => matter).sort()).toEqual(planted.sort())
  expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).sort())
})

test('a queue is narrowed to a kind and to what titles begin with, and its numbers with it', async () => {
  const sought = await plant(units.shop, units.shop.cell, '欠薪十二月', 3)

  const found = await house.asks(officer, acts.queue, { view: 'mine', kind, text: '欠薪' })

  expect(found).toMatchObject({ open: 1, items: [{ matter: sought }] })
  for (const text of ['薪', '欠薪%', '欠薪十二月之后'])
    expect((await house.asks(officer, acts.queue, { view: 'mine', kind, text })).open).toBe(0)
  expect((await house.asks(officer, acts.queue, { view: 'unit', kind: 'membership.not_me' })).open).toBe(0)
})

test('the queue of a nation looks into every cell in which something is open, however many come before', async () => {
  const cells = Array.from({ length: 450 }, (_, n) => 700_000 + n)
  for (const cell of cells) await plant({ id: units.nation.id, path: '' }, cell, '远处的事', 1)
  const behind = '699999_0001-01-01_00000000-0000-0000-0000-000000000000'
  const near = '700444_0001-01-01_00000000-0000-0000-0000-000000000000'

  const from = await house.asks(nation, acts.queue, { view: 'unit', kind, after: behind })
  const last = await house.asks(nation, acts.queue, { view: 'unit', kind, after: near })

  expect(from.items.map(({ cell }) => cell)).toEqual(cells.slice(0, 50))
  expect(last.items.map(({ cell }) => cell)).toEqual(cells.slice(444))
  expect(last.next).toBeNull()
})

test('a cursor of somebody’s own making is a wrong field, not a mistake', async () => {
  for (const after of ['1', '440103_2026-13-01_x', "440103_2026-03-01_' or 1=1"])
    await expect(house.asks(officer, acts.queue, { after })).rejects.toMatchObject({ faults: [{ field: '/after' }] })
})

test('signed by all means each of those asked, and somebody; by any, one of them', () => {
  expect(
    [[], ['agreed'], ['agreed', null], ['agreed', 'refused'], ['agreed', 'agreed']].map((round) =>
      roundAllows('all', round),
    ),
  ).toEqual([false, true, false, false, true])
  expect([[], ['refused', null], ['agreed', null]].map((round) => roundAllows('any', round))).toEqual([
    false,
    false,
    true,
  ])
})
