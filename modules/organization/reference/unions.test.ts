import { expect, test } from 'vitest'
import { readDivisions, readVillages } from './divisions.ts'
import { nationalUnions } from './national-unions.ts'
import { pathLabel, type Union, unionId, unions, villageUnions } from './unions.ts'

const divisions = await readDivisions()
const tree = unions(divisions)
const byId = new Map(tree.map((union) => [union.id, union]))
const byCode = new Map(tree.map((union) => [union.divisionCode, union]))

function union(code: string): Union {
  const one = byCode.get(code)
  if (one === undefined) throw new Error(`no union of ${code}`)
  return one
}

test('ORG-01: one union for each division, one nation, and twelve national unions', () => {
  expect(tree).toHaveLength(divisions.length + 1 + 12)
  expect(byId.size).toBe(tree.length)
  expect(tree.filter(({ parentId }) => parentId === null).map(({ name }) => name)).toEqual(['中华全国总工会'])
})

test('ORG-01: every union but the nation has one parent, listed before it, so that there is no loop', () => {
  const listed = new Set<string | null>([null])

  for (const { id, name, parentId } of tree) {
    expect([name, listed.has(parentId)]).toEqual([name, true])
    listed.add(id)
  }
})

test('a cell has one root with an empty path, and below it a path is its parent’s and three characters', () => {
  const roots = tree.filter(({ path }) => path === '')

  expect(new Set(roots.map(({ cell }) => cell)).size).toBe(roots.length)
  expect(roots).toHaveLength(1 + 12 + 31 + 333 + 2848)
  for (const { cell, path, parentId } of tree.filter(({ path }) => path !== '')) {
    expect(byId.get(parentId ?? '')).toMatchObject({ cell, path: path.slice(0, -3) })
    expect(path).toMatch(/^([0-9a-z]{3})+$/)
  }
})

test('a place in a cell belongs to one union', () => {
  expect(new Set(tree.map(({ cell, path }) => `${cell}/${path}`)).size).toBe(tree.length)
})

test('a province’s own cell and all below it lie in one range of cells', () => {
  for (const { divisionCode, cell } of tree) {
    if (divisionCode !== null) expect(Math.floor(cell / 10_000)).toBe(Number(divisionCode.slice(0, 2)))
  }
  expect(union('440000').cell).toBe(440_000)
  expect(union('440100').cell).toBe(440_100)
  expect(union('440103').cell).toBe(440_103)
})

test('the four cities without counties and the townships of zones share their city’s cell', () => {
  expect(union('441900003')).toMatchObject({ cell: 441_900, path: '001' })
  expect(union('620201001')).toMatchObject({ cell: 620_200, path: '001' })
  expect(union('130171010')).toMatchObject({ cell: 130_100, parentId: union('130100').id })
})

test('ORG-04: ten industries, the central organs and the corps stand below the nation in cells no division uses', () => {
  const national = tree.filter(({ divisionCode, parentId }) => divisionCode === null && parentId !== null)

  expect(national).toHaveLength(12)
  expect(national.filter(({ level }) => level === 'industry')).toHaveLength(11)
  expect(national.every(({ parentId }) => parentId === unionId('100000'))).toBe(true)
  expect(nationalUnions.every(({ cell }) => cell > 900_000)).toBe(true)
  expect(tree.filter(({ divisionCode, cell }) => divisionCode !== null && cell > 900_000)).toEqual([])
})

test('a union is named as its seal has it', () => {
  const named = ['110000', '440100', '110105', '440103', '330825', '429021', '330825101', '330825001', '441900003']

  expect(named.map((code) => union(code).name)).toEqual([
    ...[
      '北京市总工会',
      '广州市总工会',
      '北京市朝阳区总工会',
      '广州市荔湾区总工会',
      '浙江省龙游县总工会',
      '湖北省神农架林区总工会',
    ],
    ...['浙江省龙游县湖镇镇总工会', '浙江省龙游县龙洲街道总工会', '东莞市东城街道总工会'],
  ])
  expect(union('330825101').shortName).toBe('湖镇镇总工会')
  expect(union('110105').shortName).toBe('朝阳区总工会')
})

test('a township of a statistical zone is named after the zone, which is named after its city', () => {
  expect(union('130171010').name).toBe('石家庄高新技术产业开发区长江街道总工会')
  expect(union('130372402').name).toBe('秦皇岛市北戴河新区留守营管理处工会工作委员会')
})

test('ORG-05: a zone or park has a work committee, a farm or regiment a union committee', () => {
  expect(union('445203406').shortName).toBe('珠海（揭阳）产业转移工业园工会工作委员会')
  expect(union('659010501').shortName).toBe('兵团一二八团工会委员会')
  expect(union('152921402').shortName).toBe('额鲁特街道总工会')
})

test('names are unique among siblings', () => {
  expect(new Set(tree.map(({ parentId, name }) => `${parentId} ${name}`)).size).toBe(tree.length)
})

test('ids are the same in every installation and say the code they come from', () => {
  expect(unionId('330825101')).toBe('33082510-1000-8009-8000-756e696f6e00')
  expect(tree.every(({ id }) => /^\d{8}-\d{4}-80(06|09)-8000-756e696f6e00$/.test(id))).toBe(true)
  expect(unions(divisions)).toEqual(tree)
})

test('ORG-03: villages and communities hang under their township, each with a name of its own', async () => {
  const villages = await readVillages('330825101')
  const rows = villageUnions(union('330825101'), villages)

  expect(rows).toHaveLength(villages.length)
  expect(rows[0]).toMatchObject({ level: 'village', cell: 330_825, path: `${union('330825101').path}001` })
  expect(
    rows.every(({ parentId, name }) => parentId === union('330825101').id && name.startsWith('浙江省龙游县湖镇镇')),
  ).toBe(true)
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
})

test('a village takes its place behind the unions that already stand below the township', async () => {
  const rows = villageUnions(union('330825101'), await readVillages('330825101'), 37)

  expect(rows[0]?.path).toBe(`${union('330825101').path}011`)
})

test('two committees of one place keep their own names', async () => {
  const rows = villageUnions(union('330683005'), await readVillages('330683005'))

  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
})

test('a path label has three characters and ends with the places of three base-36 digits', () => {
  expect([1, 35, 36, 46_655].map(pathLabel)).toEqual(['001', '00z', '010', 'zzz'])
  expect(() => pathLabel(0)).toThrow(RangeError)
  expect(() => pathLabel(46_656)).toThrow(RangeError)
})

test('a division listed before its parent is refused', () => {
  expect(() => unions(divisions.slice(1))).toThrow(/named as a parent/)
})
