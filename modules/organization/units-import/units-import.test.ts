import { makeCreditCode } from '@gongqiao/codes'
import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { expect, test } from 'vitest'
import { allInvariants } from '../../../apps/server/invariants.ts'
import { openHouse } from '../../../tests/house.ts'
import { importsOf } from '../../../tests/import-sheets.ts'
import { searchUnits } from '../queries/search-units.ts'

const house = await openHouse()
const { units } = house
const { dryRun, run, undo, rows, questions, settle } = importsOf(house)
const clerk = await house.officer(units.county)
const kind = 'organization.units'
const csv = (...lines: string[]) => `${lines.join('\n')}\n`
const unionCode = (sequence: number) =>
  makeCreditCode({ registrar: '8', class: '1', division: '440103', subject: String(sequence).padStart(8, '0') })
const unionNamed = async (name: string) =>
  (await house.rows('select * from organization.unit where name = $1', [name]))[0]

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
/** Each test at a later moment: no two lines of a history are recorded at once. */
const later = () => house.moveTo(new Date(house.now().getTime() + 60_000).toISOString())

test('ORG-01: a sheet founds unions below those it names, with path, desk, history, employer and what they are found by', async () => {
  const sheet = csv(
    '工会名称,上级工会,组织形式,工会统一社会信用代码,成立日期,单位名称,所属行业',
    `沙面宏达纺织有限公司工会委员会,荔湾区沙面街道总工会,单独建会,${unionCode(1)},2021年5月1日,沙面宏达纺织有限公司,制造业`,
    `岭南物流联合工会,440103002,联合基层工会,,2020/3/5,,`,
  )

  const looked = await dryRun(clerk, units.county, sheet, kind)
  expect(looked).toMatchObject({ state: 'checked', counts: { new: 2, invalid: 0 } })
  expect(await unionNamed('岭南物流联合工会')).toBeUndefined()
  const done = await run(clerk, looked)

  expect(done).toMatchObject({ state: 'done', outcomes: { applied: 2 } })
  expect(await unionNamed('沙面宏达纺织有限公司工会委员会')).toMatchObject({
    ...{ level: 'grassroots', cell_id: units.county.cell, parent_id: units.township.id, path: '001003' },
    ...{ desk_post_id: clerk.post.id, org_form: 'single', credit_code: unionCode(1), state: 'active' },
  })
  const id = (await unionNamed('沙面宏达纺织有限公司工会委员会'))?.id
  expect(
    await house.rows('select valid_from::text, name from organization.unit_history where unit_id = $1', [id]),
  ).toEqual([{ valid_from: '2021-05-01', name: '沙面宏达纺织有限公司工会委员会' }])
  expect(
    await house.rows(
      `select e.name, e.industry from organization.covered_unit c join organization.employer e on e.id = c.employer_id where c.unit_id = $1`,
      [id],
    ),
  ).toEqual([{ name: '沙面宏达纺织有限公司', industry: 'C' }])
  const { items } = await house.asks(clerk, searchUnits, { text: 'smhdfz', under: units.county.id })
  expect(items.map(({ unit }) => unit.id)).toEqual([id])
  expect(await broken()).toEqual([])
})

test('a union and those below it come in one sheet, in any order', async () => {
  later()
  const sheet = csv(
    '工会名称,上级工会,工会层级',
    '多宝社区便利店工会,多宝社区工会,',
    '便利店配送组工会,多宝社区便利店工会,基层',
    '多宝社区工会,荔湾区沙面街道总工会,村（社区）',
    '无主工会,没有的工会,',
  )

  const looked = await dryRun(clerk, units.county, sheet, kind)
  expect(looked).toMatchObject({ counts: { new: 3, invalid: 1 } })
  expect(await rows(clerk, looked, { verdict: 'invalid' })).toMatchObject([
    { row: 5, faults: [{ code: 'organization.import.parent_unknown' }] },
  ])
  expect(await run(clerk, looked)).toMatchObject({ outcomes: { applied: 3, stale: 0 } })

  const [village, shop, group] = await Promise.all(
    ['多宝社区工会', '多宝社区便利店工会', '便利店配送组工会'].map(unionNamed),
  )
  expect(shop?.path).toBe(`${village?.path}001`)
  expect(group?.path).toBe(`${shop?.path}001`)
  expect(await broken()).toEqual([])
})

test('the next sheet is a difference: the same, renamed by its code, changed, and what is no longer in it', async () => {
  later()
  const first = csv(
    '工会名称,上级工会,工会信用代码,组织形式',
    `旧名印务工会,荔湾区岭南街道总工会,${unionCode(11)},单独建会`,
    `不变的工会,荔湾区岭南街道总工会,${unionCode(12)},单独建会`,
    `改形式工会,荔湾区岭南街道总工会,,单独建会`,
    `不在了工会,荔湾区岭南街道总工会,,`,
  )
  await run(clerk, await dryRun(clerk, units.county, first, kind))
  later()
  const next = csv(
    '工会名称,上级工会,工会信用代码,组织形式',
    `新名印务工会,荔湾区岭南街道总工会,${unionCode(11)},单独建会`,
    `不变的工会,荔湾区岭南街道总工会,${unionCode(12)},单独建会`,
    `改形式工会,荔湾区岭南街道总工会,,联合基层工会`,
    `岭南书店工会,荔湾区岭南街道总工会,,`,
    `岭南物流联合工会,荔湾区岭南街道总工会,,`,
  )

  const looked = await dryRun(clerk, units.county, next, kind)
  expect(looked).toMatchObject({ counts: { new: 0, changed: 2, same: 3, gone: 1 } })
  expect(await rows(clerk, looked, { verdict: 'changed' })).toMatchObject([
    { changes: ['工会名称'] },
    { changes: ['组织形式'] },
  ])
  expect(await rows(clerk, looked, { verdict: 'gone' })).toMatchObject([{ shown: { name: '不在了工会' } }])
  const done = await run(clerk, looked)

  expect(await unionNamed('新名印务工会')).toMatchObject({ credit_code: unionCode(11) })
  const found = await house.asks(clerk, searchUnits, { text: '旧名印务', under: units.county.id })
  expect(found.items).toMatchObject([{ unit: { name: '新名印务工会' }, by: 'former', alias: '旧名印务工会' }])
  expect(await unionNamed('不在了工会')).toMatchObject({ state: 'active' })
  later()
  expect(await undo(clerk, done)).toMatchObject({ state: 'undone', outcomes: { undone: 2, kept: 0 } })
  expect(await unionNamed('旧名印务工会')).toMatchObject({ credit_code: unionCode(11) })
  expect(await unionNamed('改形式工会')).toMatchObject({ org_form: 'single' })
  expect(await broken()).toEqual([])
})

test('an undo closes what nobody has touched, and keeps what has people, an officer, a union below or a change', async () => {
  later()
  const sheet = csv(
    '工会名称,上级工会',
    ...['空', '有人', '改过', '有下级'].map((name) => `${name}工会,荔湾区沙面街道总工会`),
  )
  const done = await run(clerk, await dryRun(clerk, units.county, sheet, kind))
  const idOf = async (name: string) => ({ id: String((await unionNamed(name))?.id) })
  await house.applies({ unit: await idOf('有人工会') })
  await house.rows(`update organization.unit set short_name = '简' where id = $1`, [(await idOf('改过工会')).id])
  later()
  await run(clerk, await dryRun(clerk, units.county, csv('工会名称,上级工会', '下级工会,有下级工会'), kind))
  later()

  const back = await undo(clerk, done)

  expect(back).toMatchObject({ outcomes: { undone: 1, kept: 3 } })
  expect((await rows(clerk, back, { outcome: 'kept' })).map(({ shown, reason }) => [shown['name'], reason])).toEqual([
    ['有人工会', '名册上已有人'],
    ['改过工会', '之后有人改过'],
    ['有下级工会', '它下面已有别的工会'],
  ])
  expect(await unionNamed('空工会')).toMatchObject({ state: 'closed' })
  const { items } = await house.asks(clerk, searchUnits, { text: '空工会', under: units.county.id })
  expect(items).toEqual([])
  expect(await broken()).toEqual([])
})

test('what is alike is asked once and remembered: this one, or a new one', async () => {
  later()
  const founding = csv('工会名称,上级工会', '星河电器有限公司工会,荔湾区沙面街道总工会')
  await run(clerk, await dryRun(clerk, units.county, founding, kind))
  later()
  const sheet = csv('工会名称,上级工会', '星河电器有限责任公司工会委员会,荔湾区沙面街道总工会')

  const looked = await dryRun(clerk, units.county, sheet, kind)
  expect(looked).toMatchObject({ counts: { ambiguous: 1 } })
  const [question] = await questions(clerk, looked)
  expect(question?.candidates).toMatchObject([{ label: '星河电器有限公司工会（荔湾区沙面街道总工会）' }, { id: 'new' }])
  const settled = await settle(clerk, looked, [{ question: question?.question ?? '', choice: 'new' }])

  expect(settled).toMatchObject({ counts: { ambiguous: 0, new: 1 } })
  expect(await dryRun(clerk, units.county, sheet, kind)).toMatchObject({ counts: { new: 1, ambiguous: 0 } })
})

test('ORG-31: a credit code that another union of the network holds is taken as it is given, and nothing is said of where', async () => {
  later()
  const far = await house.officer(units.farCounty)
  const sheet = (parent: string, name: string) =>
    csv('工会名称,上级工会,工会信用代码', `${name},${parent},${unionCode(77)}`)
  await run(far, await dryRun(far, units.farCounty, sheet('', '先登记工会'), kind))
  later()

  const looked = await dryRun(clerk, units.county, sheet('荔湾区沙面街道总工会', '后登记工会'), kind)
  expect(looked).toMatchObject({ counts: { new: 1, invalid: 0 } })
  const done = await run(clerk, looked)

  expect(done).toMatchObject({ outcomes: { applied: 1 }, faults: [] })
  expect(await unionNamed('后登记工会')).toMatchObject({ credit_code: unionCode(77) })
  expect(
    await house.rows(
      `select h.name as holder, g.name as given from organization.credit_code_dispute d
       join organization.credit_code_directory r on r.digest = d.digest
       join organization.unit h on h.id = r.unit_id join organization.unit g on g.id = d.unit_id`,
    ),
  ).toEqual([{ holder: '先登记工会', given: '后登记工会' }])
})

test('every fault of a line is named, with its cure', async () => {
  const sheet = csv(
    '工会名称,上级工会,工会层级,组织形式,工会信用代码,成立日期,单位名称,单位信用代码,所属行业,区划代码',
    `坏行工会,${units.neighbourCounty.name},省级,奇怪,91440103MA0000001X,2099-01-01,,${unionCode(3)},星际,12`,
    ',,,,,,,,,',
    '工会,,,,81440103MC0000001,明天,,,,',
    `印刷工会,${units.township.name},乡镇（街道）,,,,,,,`,
  )

  const looked = await dryRun(clerk, units.county, sheet, kind)

  const faults = (await rows(clerk, looked, { verdict: 'invalid' })).map(({ row, faults: all }) => [
    row,
    all.map(({ column, code }) => `${column} ${code.replace('organization.', '')}`).sort(),
  ])
  expect(faults).toEqual([
    [
      2,
      [
        'creditCode credit.checksum',
        'creditCode credit.union_prefix',
        'division import.unknown_division',
        'employer import.employer_without_name',
        'form import.unknown_form',
        'foundedOn import.day_ahead',
        'industry import.unknown_industry',
        'level import.unknown_level',
      ],
    ],
    [4, ['creditCode credit.length', 'foundedOn import.no_day', 'name import.name_says_nothing']],
    [5, ['level import.level_above']],
  ])
})

test('a clerk brings in unions below their own only', async () => {
  const grassroots = await house.officer(units.shop, 'grassroots_officer')
  const sheet = csv('工会名称,上级工会', `伸手工会,${units.neighbourShop.name}`)

  await expect(dryRun(grassroots, units.shop, sheet, kind)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  expect(await dryRun(clerk, units.county, sheet, kind)).toMatchObject({ counts: { invalid: 1, new: 0 } })
  await expect(dryRun(clerk, units.neighbourCounty, sheet, kind)).rejects.toMatchObject({ code: 'kernel.absent' })
})
