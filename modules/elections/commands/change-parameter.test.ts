import { expect, test } from 'vitest'
import { makeElections } from '../../../tests/elections.ts'
import { openHouse } from '../../../tests/house.ts'
import { findElection } from '../queries/find-election.ts'
import { listParameters } from '../queries/list-parameters.ts'
import { previewParameter, previewParameterUndo } from '../queries/preview-parameter.ts'
import { changeParameter } from './change-parameter.ts'
import { undoParameterChange } from './undo-parameter-change.ts'

const house = await openHouse()
const { units } = house
house.moveTo('2026-03-02T09:00:00+08:00')
const county = await house.officer(units.county)
const province = await house.officer(units.province)
const officer = await house.officer(units.shop, 'grassroots_officer')
const elections = makeElections(house, units.shop, officer, county)
const names = ['王一', '丁二', '李三', '张四', '欧阳五', '万六', '龙七', '魏八']
await elections.onRoll(names)
let planned = await elections.plan()
const here = String(units.shop.cell)
const source = '区总工会会议纪要〔2026〕3号'
const wish = {
  ...{ key: 'differencePercent', region: here, from: '2026-03-10', value: 50, source },
  ...{ document: '区选举工作指引', article: '第四条', confidence: 'V2' },
}
const needed = async () => {
  planned = await house.asks(officer, findElection, elections.key(planned))
  return planned.contests[0]?.candidatesNeeded
}

test('what a change reaches is said before it is made, and nothing is changed by asking', async () => {
  const reach = await house.asks(county, previewParameter, wish)

  expect(reach).toEqual({
    ...{ elections: 1, complete: true },
    shown: [expect.objectContaining({ unit: units.shop.name, state: 'planned', meetingOn: '2026-03-20' })],
  })
  expect(await needed()).toBe(4)
  expect(await house.asks(county, previewParameter, { ...wish, from: '2026-03-21' })).toMatchObject({ elections: 0 })
  expect(await house.asks(county, previewParameter, { ...wish, value: 5 })).toMatchObject({ elections: 0 })
})

test('a new version holds from its day on, for its place, and is undone by hand (rulebook 9)', async () => {
  const { change } = await house.does(county, changeParameter, wish)

  expect(await needed()).toBe(5)
  expect(planned.rules).toContainEqual(
    expect.objectContaining({ key: 'differencePercent', region: here, article: '第四条' }),
  )
  await expect(house.does(county, changeParameter, wish)).rejects.toMatchObject({ code: 'elections.parameter_there' })
  const listed = await house.asks(county, listParameters, {})
  expect(listed.versions.find(({ region }) => region === here)).toMatchObject({ own: true, rule: 'ELE-51', value: 50 })
  expect(listed.changes).toMatchObject([{ id: change, source, mayUndo: true, undoneAt: null }])

  expect(await house.asks(county, previewParameterUndo, { change })).toMatchObject({ elections: 1 })
  await house.does(county, undoParameterChange, { change })
  expect(await needed()).toBe(4)
  await expect(house.does(county, undoParameterChange, { change })).rejects.toMatchObject({
    code: 'elections.parameter_undone',
  })
})

test('a version that holds already ends yesterday when it is undone: who met under it stays under it', async () => {
  const { change } = await house.does(county, changeParameter, { ...wish, from: '2026-03-02' })
  house.moveTo('2026-03-05T09:00:00+08:00')

  await house.does(county, undoParameterChange, { change })

  expect(
    await house.rows(
      `select valid_from::text as "from", valid_to::text as "to" from elections.parameter where region = $1`,
      [here],
    ),
  ).toEqual([{ from: '2026-03-02', to: '2026-03-04' }])
})

test('a county changes its own and nobody else’s; a province its own and its counties’; nobody changes what the law says', async () => {
  const listed = async (who: typeof county) =>
    (await house.asks(who, listParameters, {})).regions.map(({ code }) => code)
  expect(await listed(county)).toEqual([here])
  expect(await listed(province)).toEqual(expect.arrayContaining(['440000', here]))
  expect(await listed(province)).not.toContain('000000')
  expect(await listed(officer)).toEqual([])

  const change = (who: typeof county, more: object) =>
    house.does(who, changeParameter, { ...wish, from: '2026-04-01', ...more })
  await expect(change(county, { region: '440000' })).rejects.toMatchObject({ code: 'elections.parameter_not_yours' })
  await expect(change(province, { region: '000000' })).rejects.toMatchObject({ code: 'elections.parameter_not_yours' })
  await expect(change(officer, {})).rejects.toMatchObject({ code: 'kernel.forbidden' })
  await expect(change(county, { key: 'termYears', value: [3, 4, 5] })).rejects.toMatchObject({
    code: 'elections.parameter_of_law',
  })
  expect(await change(province, { region: '440000' })).toMatchObject({ change: expect.any(String) })
})

test.each([
  ['quorum', { parts: 4, whole: 3 }, 'share'],
  ['quorum', { parts: 0.5, whole: 1 }, 'share'],
  ['managerPercent', 101, 'number'],
  ['differencePercent', '5', 'number'],
  ['committeeSize', { odd: false, bands: [] }, 'bands'],
  ['committeeSize', { odd: false, bands: [{ from: 1, to: 20, min: 3, max: 5 }] }, 'bands'],
  [
    'committeeSize',
    {
      odd: false,
      bands: [
        { from: 1, to: 20, min: 3, max: 5 },
        { from: 22, to: null, min: 3, max: 7 },
      ],
    },
    'bands',
  ],
  ['committeeSize', { odd: true, bands: [{ from: 1, to: null, min: 4, max: 4 }] }, 'odd'],
  ['womens', { members: null, employees: null, oneFrom: 1 }, 'womens'],
] as const)('%s is never %j', async (key, value, fault) => {
  await expect(house.does(county, changeParameter, { ...wish, key, value, from: '2026-01-01' })).rejects.toMatchObject({
    faults: [
      { field: '/from', code: 'elections.parameter.in_past' },
      { field: '/value', code: `elections.parameter.${fault}` },
    ],
  })
})

test('every value the product ships is one that a place could write', async () => {
  const { versions } = await house.asks(county, listParameters, {})
  for (const { key, value, byLaw, own } of versions) {
    if (byLaw || own) continue
    await house.asks(county, previewParameter, { ...wish, key, value, from: '2026-05-01' })
  }
})
