import {
  ageOn,
  checkCreditCode,
  checkIdentityNumber,
  checkName,
  checkPhone,
  ethnicities,
  isIndustryCode,
} from '@gongqiao/codes'
import { expect, test } from 'vitest'
import { demonstrationCounty } from './county.ts'
import { rareCharacters } from './names/given-names.ts'
import { longyou } from './place.ts'

const today = '2025-06-30'
const townships = [
  { code: '330825001', name: '龙洲街道' },
  { code: '330825101', name: '湖镇镇' },
  { code: '330825111', name: '塔石镇' },
  { code: '330825212', name: '沐尘畲族乡' },
]
const input = { seed: 20, enterprises: 300, members: 20_000, townships, ...longyou }
const county = demonstrationCounty(input)
const members = [...county.members]

/** The share of the members for whom something holds. */
function share(holds: (member: (typeof members)[number]) => boolean): number {
  return members.filter(holds).length / members.length
}

test('there are as many unions and members as asked for, each member in a union that counts them', () => {
  const perUnit = Map.groupBy(members, ({ unit }) => unit)

  expect(county.units).toHaveLength(300)
  expect(members).toHaveLength(20_000)
  expect(county.units.every(({ ordinal, members: size }) => perUnit.get(ordinal)?.length === size)).toBe(true)
})

test('the same seed gives the same county, on every walk, and another seed another one', () => {
  const again = demonstrationCounty(input)
  const other = demonstrationCounty({ ...input, seed: 21 })

  expect([...county.members]).toEqual(members)
  expect([...again.members]).toEqual(members)
  expect(again.units).toEqual(county.units)
  expect(other.units[0]?.employerName).not.toBe(county.units[0]?.employerName)
  expect([...other.members][0]?.name).not.toBe(members[0]?.name)
})

test('every identity number is valid and says its member’s birth date and sex', () => {
  const wrong = members.filter(({ identityNumber, birthDate, sex }) => {
    const checked = checkIdentityNumber('resident_card', identityNumber, { today })
    return !checked.ok || checked.birthDate !== birthDate || checked.sex !== sex || checked.warnings.length > 0
  })

  expect(wrong).toEqual([])
})

test('two in three identity numbers were first given in the county itself', () => {
  expect(share(({ identityNumber }) => identityNumber.startsWith(longyou.countyCode))).toBeCloseTo(0.64, 1)
})

test('no identity number and no phone belongs to two people', () => {
  expect(new Set(members.map(({ identityNumber }) => identityNumber)).size).toBe(members.length)
  expect(new Set(members.map(({ phone }) => phone)).size).toBe(members.length)
})

test('two counties share no phone when the second begins where the first ends', () => {
  const phones = new Set(members.map(({ phone }) => phone))
  const second = demonstrationCounty({ ...input, phonesFrom: 20_000, members: 5000 })
  const shared = [...second.members].filter(({ phone }) => phones.has(phone))

  expect(shared.map(({ name }) => name)).toEqual(['演示工友'])
})

test('every phone is well formed and has the prefix that no operator holds', () => {
  expect(members.filter(({ phone }) => !checkPhone(phone).ok || !phone.startsWith('154'))).toEqual([])
})

test('nobody is under sixteen, nobody who works is over sixty-two, and few are retired', () => {
  const ages = members.map(({ birthDate }) => ageOn(birthDate, today))

  expect(Math.min(...ages)).toBe(18)
  expect(Math.max(...members.filter(({ retired }) => !retired).map(({ birthDate }) => ageOn(birthDate, today)))).toBe(
    62,
  )
  expect(share(({ retired }) => retired)).toBeGreaterThan(0.005)
  expect(share(({ retired }) => retired)).toBeLessThan(0.02)
  expect(ages.reduce((sum, age) => sum + age, 0) / ages.length).toBeCloseTo(39, -1)
})

test('MEM-11: everybody joined a union that existed, as an adult, and not in the future', () => {
  const founded = new Map(county.units.map(({ ordinal, foundedOn }) => [ordinal, foundedOn]))

  expect(members.filter(({ joinedOn, unit }) => joinedOn < (founded.get(unit) ?? '9') || joinedOn > today)).toEqual([])
  expect(members.filter(({ joinedOn, birthDate }) => ageOn(birthDate, joinedOn) < 18)).toEqual([])
})

test('names follow the frequency of surnames, with some rare characters and some middle dots', () => {
  const rare = new Set(rareCharacters)

  expect(share(({ name }) => name.startsWith('王'))).toBeGreaterThan(0.06)
  expect(share(({ name }) => name.startsWith('王'))).toBeLessThan(0.11)
  expect(share(({ name }) => Array.from(name).some((char) => rare.has(char)))).toBeCloseTo(0.02, 2)
  expect(share(({ name }) => name.includes('·'))).toBeCloseTo(0.015, 2)
  expect(share(({ name }) => name.startsWith('欧阳'))).toBeGreaterThan(0)
  expect(members.filter(({ name }) => !checkName(name).ok)).toEqual([])
})

test('the most frequent full name is borne by no more than one in five hundred', () => {
  const bearers = Array.from(Map.groupBy(members, ({ name }) => name).values(), ({ length }) => length)

  expect(Math.max(...bearers)).toBeLessThan(40)
  expect(bearers.length).toBeGreaterThan(9000)
})

test('ethnicity is a code of GB/T 3304, and the dotted names are Uyghur or Kazakh', () => {
  const known = new Set<string>(ethnicities.rows.map(({ code }) => code))

  expect(members.filter(({ ethnicity }) => !known.has(ethnicity))).toEqual([])
  expect(members.filter(({ name, ethnicity }) => name.includes('·') !== ['05', '17'].includes(ethnicity))).toEqual([])
})

test('every credit code is valid, of an enterprise or a grassroots union of the county, and given once', () => {
  const codes = county.units.flatMap(({ employerCreditCode, unionCreditCode }) => [employerCreditCode, unionCreditCode])

  expect(codes.filter((code) => !checkCreditCode(code).ok)).toEqual([])
  expect(county.units.every((unit) => unit.employerCreditCode.startsWith('91330825'))).toBe(true)
  expect(county.units.every((unit) => unit.unionCreditCode.startsWith('81330825'))).toBe(true)
  expect(new Set(codes).size).toBe(600)
})

test('an enterprise has a name of its own, a trade of GB/T 4754, a township and more staff than members', () => {
  const townshipCodes = new Set(townships.map(({ code }) => code))

  expect(new Set(county.units.map(({ employerName }) => employerName)).size).toBe(300)
  expect(county.units.filter(({ industry }) => !isIndustryCode(industry))).toEqual([])
  expect(county.units.filter(({ townshipCode }) => !townshipCodes.has(townshipCode))).toEqual([])
  expect(county.units.filter(({ employees, members: size }) => employees < size)).toEqual([])
  expect(new Set(county.units.map(({ townshipCode }) => townshipCode)).size).toBe(4)
})

test('no enterprise bears the name of a known firm', () => {
  const known =
    /海尔|海信|华为|小米|吉利|娃哈哈|农夫|阿里|蚂蚁|网易|美的|格力|比亚迪|正泰|万向|传化|恒逸|荣盛|维达|晨鸣|太阳纸|仙鹤|京东|顺丰|圆通|中通|申通|韵达|美团|滴滴/

  expect(county.units.filter(({ employerName }) => known.test(employerName))).toEqual([])
})

test('the officers stand on every level, and the grassroots one, the township one and the worker belong together', () => {
  const [nation, province, prefecture, own, township, grassroots] = county.officers
  const home = county.units.find(({ ordinal }) => ordinal === county.worker.unit)

  expect([nation, province, prefecture, own].map((officer) => officer?.unit)).toEqual([
    ...[{ divisionCode: null }, { divisionCode: '330000' }, { divisionCode: '330800' }, { divisionCode: '330825' }],
  ])
  expect(grassroots?.unit).toEqual({ ordinal: home?.ordinal })
  expect(township?.unit).toEqual({ divisionCode: home?.townshipCode })
  expect(members).toContainEqual(county.worker)
  expect(county.worker).toMatchObject({ name: '演示工友', phone: '15400000007' })
})

test('a county without townships, without enterprises or with too many members is refused', () => {
  expect(() => demonstrationCounty({ ...input, townships: [] })).toThrow(RangeError)
  expect(() => demonstrationCounty({ ...input, enterprises: 0 })).toThrow(RangeError)
  expect(() => demonstrationCounty({ ...input, enterprises: 2 })).toThrow(RangeError)
})
