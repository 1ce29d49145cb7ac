import { expect, test } from 'vitest'
import { readDivisions, readVillages } from './divisions.ts'

const divisions = await readDivisions()
const byCode = new Map(divisions.map((division) => [division.code, division]))

test('the register holds every province, prefecture, county and township of 2023, and each code once', () => {
  const byLevel = Map.groupBy(divisions, ({ level }) => level)
  const counts = Object.fromEntries(Array.from(byLevel, ([level, rows]) => [level, rows.length]))

  expect(counts).toEqual({ province: 31, prefecture: 333, county: 2848, township: 41_352 })
  expect(byCode.size).toBe(divisions.length)
})

test('every division but a province stands after its parent, which is of a level above', () => {
  const rank = { province: 0, prefecture: 1, county: 2, township: 3, village: 4 }
  const listed = new Set<string>()

  for (const { code, level, parent } of divisions) {
    if (parent === null) expect(level).toBe('province')
    else
      expect([code, listed.has(parent), rank[byCode.get(parent)?.level ?? 'village'] < rank[level]]).toEqual([
        code,
        true,
        true,
      ])
    listed.add(code)
  }
})

test('a code has six digits down to the county and nine for a township, and starts as its parent does', () => {
  for (const { code, level, parent } of divisions) {
    expect(code).toMatch(level === 'township' ? /^\d{9}$/ : /^\d{6}$/)
    expect(code.startsWith((parent ?? '').replace(/(00)+$/, ''))).toBe(true)
  }
})

test('counties of a municipality and counties governed by the province hang directly under it', () => {
  const parents = ['110105', '500230', '419001', '429021', '469021', '659001'].map((code) => byCode.get(code)?.parent)

  expect(parents).toEqual(['110000', '500000', '410000', '420000', '460000', '650000'])
})

test('the four cities without counties hold their townships themselves', () => {
  for (const city of ['441900', '442000', '460400', '620200']) {
    const children = divisions.filter(({ parent }) => parent === city)

    expect(byCode.get(city)?.level).toBe('prefecture')
    expect(children.length).toBeGreaterThan(4)
    expect(children.every(({ level }) => level === 'township')).toBe(true)
  }
})

test('townships of a statistical zone hang under the city and say the zone', () => {
  const zoned = divisions.filter(({ zone }) => zone !== null)

  expect(zoned).toHaveLength(437)
  expect(new Set(zoned.map(({ code }) => code.slice(0, 6))).size).toBe(126)
  expect(zoned.every(({ parent }) => byCode.get(parent ?? '')?.level === 'prefecture')).toBe(true)
  expect(byCode.get('130171010')).toMatchObject({ parent: '130100', zone: '石家庄高新技术产业开发区' })
})

test('villages are read for a province, a prefecture, a county or a township', async () => {
  const [county, township] = await Promise.all([readVillages('330825'), readVillages('330825101')])

  expect(county).toHaveLength(288)
  expect(county[0]).toEqual({
    code: '330825001001',
    name: '清廉社区',
    level: 'village',
    parent: '330825001',
    zone: null,
  })
  expect(county.filter(({ parent }) => parent === '330825101')).toEqual(township)
  expect((await readVillages('640000')).length).toBeGreaterThan((await readVillages('640100')).length)
})

test('an unknown place has no villages, and a malformed code is a mistake', async () => {
  expect(await readVillages('710000')).toEqual([])
  expect(await readVillages('330899')).toEqual([])
  await expect(readVillages('33082')).rejects.toThrow(RangeError)
})

test('the thirty-one provinces have 620,573 villages between them', async () => {
  let villages = 0
  for (const { code } of divisions.filter(({ level }) => level === 'province'))
    villages += (await readVillages(code)).length

  expect(villages).toBe(620_573)
})
