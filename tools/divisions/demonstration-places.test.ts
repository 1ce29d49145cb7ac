import { expect, test } from 'vitest'
import { demonstrationCounty } from '../../modules/demonstration/county.ts'
import { longyou } from '../../modules/demonstration/place.ts'
import { readDivisions } from '../../modules/organization/reference/divisions.ts'

const divisions = await readDivisions()

test('the demonstration county stands in the register with townships of every kind', () => {
  const townships = divisions.filter(({ parent }) => parent === longyou.countyCode)

  expect(townships).toHaveLength(15)
  expect(townships.map(({ name }) => name)).toEqual(expect.arrayContaining(['龙洲街道', '湖镇镇', '沐尘畲族乡']))
})

test('every address in an identity number of the demonstration is a county of the register', () => {
  const counties = new Set(divisions.filter(({ level }) => level === 'county').map(({ code }) => code))
  const townships = [{ code: '330825001', name: '龙洲街道' }]
  const county = demonstrationCounty({ seed: 1, enterprises: 100, members: 5000, townships, ...longyou })
  const unknown = [...county.members].filter(({ identityNumber }) => !counties.has(identityNumber.slice(0, 6)))

  expect(unknown).toEqual([])
})
