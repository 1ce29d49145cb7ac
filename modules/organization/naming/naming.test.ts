import { expect, test } from 'vitest'
import { coreOf, foldName, placeNames, tailOf, tellingPairs } from './fold-name.ts'
import { initialsOf } from './initials.ts'

test('a name is folded to one width, without signs, spaces and what cannot be seen', () => {
  expect(foldName('　沙面（中国）·ＡＢＣ　有限公司\u200b工会 ')).toBe('沙面中国abc有限公司工会')
  expect(foldName('—…%_')).toBe('')
  expect(foldName('𬭎铎厂工会')).toBe('𬭎铎厂工会')
})

test.each([
  ['沙面制衣有限责任公司工会委员会', '沙面制衣'],
  ['沙面制衣股份有限公司总工会', '沙面制衣'],
  ['沙面制衣公司基层工会委员会', '沙面制衣'],
  ['沙面制衣有限公司委员会', '沙面制衣'],
  ['人民医院工会', '人民医院'],
  ['广州市荔湾区总工会', '广州市荔湾区'],
  ['某街道工会工作委员会', '某街道'],
  ['某园区工会联合会', '某园区'],
  ['多宝路居民委员会', '多宝路居民委员会'],
  ['总工会', '总工会'],
  ['甲公司', '甲公司'],
])('without what names end in, %s is %s', (name, core) => {
  expect(coreOf(name)).toBe(core)
})

test('places in front are taken away as long as something is left that says who it is', () => {
  const places = placeNames(['广州市', '广州市荔湾区', '荔湾区沙面街道'])

  expect([...places].sort()).toEqual(['广州市', '广州市荔湾区', '沙面街道', '荔湾区', '荔湾区沙面街道'].sort())
  expect(tailOf('广州市荔湾区沙面街道幼儿园', places)).toBe('幼儿园')
  expect(tailOf('沙面街道幼儿园', places)).toBe('幼儿园')
  expect(tailOf('幼儿园', places)).toBe('幼儿园')
  expect(tailOf('广州市荔湾区', places)).toBe('广州市荔湾区')
})

test('pairs that nearly every union’s name has tell nothing, and characters outside the basic plane are one', () => {
  expect(tellingPairs('沙面有限公司工会')).toEqual(['沙面', '面有'])
  expect(tellingPairs('总工会')).toEqual([])
  expect(tellingPairs('𬭎铎')).toEqual(['𬭎铎'])
})

test.each([
  ['重庆市总工会', 'cqszgh'],
  ['长沙银行工会', 'csyhgh'],
  ['重型机械厂', 'zxjxc'],
  ['厦门大学', 'xmdx'],
  ['番禺区', 'pyq'],
  ['乐清市总工会', 'yqszgh'],
  ['沙面abc3厂', 'smabc3c'],
  ['䶮源厂', 'yyc'],
])('the initials of %s are %s, read as its words have it', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
