import type { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { expect, test } from 'vitest'
import { pathOfHit } from './path-of-hit.ts'

const unit = (id: string, shortName: string): UnitName => ({ id, name: shortName, shortName, level: 'county' })
const above = [
  unit('n', '全国总工会'),
  unit('p', '广东省总工会'),
  unit('c', '广州市总工会'),
  unit('t', '沙面街道总工会'),
]

test('a hit says what stands between the searcher and it', () => {
  expect(pathOfHit(above, 'p')).toEqual(['广州市', '沙面街道'])
  expect(pathOfHit(above, 't')).toEqual([])
  expect(pathOfHit([], 't')).toEqual([])
})
