import { expect, test } from 'vitest'
import { decodeDivisions, encodeDivisionLines } from '../../modules/organization/reference/division-text.ts'
import { divisionsOfSource } from './divisions-of-source.ts'

const source = {
  provinces: [row('11', '北京市'), row('13', '河北省'), row('44', '广东省')],
  cities: [row('1101', '市辖区'), row('1301', '石家庄市'), row('4419', '东莞市')],
  areas: [
    row('110101', '东城区'),
    row('130102', '长安区'),
    row('130171', '石家庄高新技术产业开发区'),
    row('441900', '东莞市'),
  ],
  streets: [
    row('110101001', '东华门街道'),
    row('110101002', '景山街道'),
    row('130102001', '建北街道'),
    row('130171010', '长江街道'),
    row('441900003', '东城街道'),
  ],
}

function row(code: string, name: string) {
  return { code, name }
}

test('a placeholder city disappears, a zone gives its townships to the city, a lone county becomes its city', () => {
  const { lines, zones } = divisionsOfSource(source)
  const divisions = decodeDivisions(encodeDivisionLines(lines))

  expect(divisions.map(({ code, parent }) => `${code} < ${parent}`)).toEqual([
    ...['110000 < null', '110101 < 110000', '110101001 < 110101', '110101002 < 110101'],
    ...['130000 < null', '130100 < 130000', '130102 < 130100', '130102001 < 130102', '130171010 < 130100'],
    ...['440000 < null', '441900 < 440000', '441900003 < 441900'],
  ])
  expect(zones).toMatchObject([{ code: '130171', townships: 1 }])
})

test('a number is written only where it does not follow', () => {
  const { lines } = divisionsOfSource(source)

  expect(encodeDivisionLines(lines).split('\n').slice(0, 4)).toEqual([
    'P11 北京市',
    'D0101 东城区',
    'T001 东华门街道',
    'T景山街道',
  ])
})
