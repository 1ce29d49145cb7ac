import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { listRollViews } from '../queries/list-roll-views.ts'
import { deleteRollView } from './delete-roll-view.ts'
import { keepRollColumns } from './keep-roll-columns.ts'
import { changeRollView, saveRollView } from './save-roll-view.ts'

const house = await openHouse()
const { units } = house
const view = {
  name: '沙面的张姓',
  wish: { find: '张', status: 'active', ageFrom: 50 },
  columns: ['name', 'age'],
  opensFirst: false,
}

test('a view is kept with its words, filters and columns, renamed and deleted', async () => {
  const officer = await house.officer(units.shop)
  const saved = await house.does(officer, saveRollView, view)

  expect(await house.asks(officer, listRollViews, {})).toEqual({ items: [saved], columns: null })
  const renamed = await house.does(officer, changeRollView, { ...view, view: saved.id, name: '五十岁以上的张姓' })
  expect(renamed).toEqual({ ...saved, name: '五十岁以上的张姓' })
  expect((await house.asks(officer, listRollViews, {})).items).toEqual([renamed])
  await house.does(officer, deleteRollView, { view: saved.id })
  expect((await house.asks(officer, listRollViews, {})).items).toEqual([])
  expect((await house.audit(saved.id)).map((row) => String(row.act)).sort()).toEqual([
    'membership.delete_view',
    'membership.save_view',
    'membership.save_view',
  ])
})

test('one view at most opens first', async () => {
  const officer = await house.officer(units.shop)
  const first = await house.does(officer, saveRollView, { ...view, name: '甲', opensFirst: true })
  await house.does(officer, saveRollView, { ...view, name: '乙', opensFirst: true })
  const opening = async () =>
    (await house.asks(officer, listRollViews, {})).items.filter(({ opensFirst }) => opensFirst).map(({ name }) => name)

  expect(await opening()).toEqual(['乙'])
  await house.does(officer, changeRollView, { ...view, view: first.id, name: '甲', opensFirst: true })
  expect(await opening()).toEqual(['甲'])
})

test('a number or phone among the words is refused, new or changed', async () => {
  const officer = await house.officer(units.shop)
  const saved = await house.does(officer, saveRollView, view)

  for (const find of ['13812345678', '440103199005010011', '张１３８']) {
    const wrong = { ...view, wish: { find } }
    const fault = { faults: [{ field: '/wish/find', code: 'membership.view_holds_number' }] }
    await expect(house.does(officer, saveRollView, wrong)).rejects.toMatchObject(fault)
    await expect(house.does(officer, changeRollView, { ...wrong, view: saved.id })).rejects.toMatchObject(fault)
  }
})

test('views and columns are the officer’s own: nobody else in the same union sees, changes or deletes them', async () => {
  const officer = await house.officer(units.shop)
  const { id } = await house.does(officer, saveRollView, view)
  await house.does(officer, keepRollColumns, { columns: ['name'] })
  const colleague = await house.officer(units.shop)
  const successor = { ...officer, account: colleague.account }

  for (const other of [colleague, successor, await house.officer(units.county)]) {
    expect(await house.asks(other, listRollViews, {})).toEqual({ items: [], columns: null })
    await expect(house.does(other, changeRollView, { ...view, view: id })).rejects.toMatchObject({
      code: 'kernel.absent',
    })
    await expect(house.does(other, deleteRollView, { view: id })).rejects.toMatchObject({ code: 'kernel.absent' })
  }
})

test('the columns chosen last are kept, and what a view looks for is not kept in clear', async () => {
  const officer = await house.officer(units.shop)
  await house.does(officer, saveRollView, view)
  await house.does(officer, keepRollColumns, { columns: ['name', 'sex'] })
  await house.does(officer, keepRollColumns, { columns: ['name', 'unit'] })

  expect(await house.asks(officer, listRollViews, {})).toMatchObject({
    items: [{ name: view.name }],
    columns: ['name', 'unit'],
  })
  const [row] = await house.rows('select string_agg(v::text, $1) as kept from membership.roll_view v', [''])
  expect(String(row?.kept)).not.toContain(Buffer.from('张').toString('hex'))
})

test('a statistician keeps no views, and thirty are enough for everybody else', async () => {
  const statistician = await house.officer(units.shop, 'statistician')
  await expect(house.asks(statistician, listRollViews, {})).rejects.toMatchObject({ code: 'kernel.forbidden' })
  await expect(house.does(statistician, saveRollView, view)).rejects.toMatchObject({ code: 'kernel.forbidden' })

  const officer = await house.officer(units.shop)
  for (let count = 0; count < 30; count++) await house.does(officer, saveRollView, view)
  await expect(house.does(officer, saveRollView, view)).rejects.toMatchObject({ code: 'membership.too_many_views' })
})
