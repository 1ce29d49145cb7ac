import { expect, test } from 'vitest'
import { fill, speaker } from './texts.ts'

test('variables are filled in, each time they stand there, and one that is not given stays visible', () => {
  expect(fill('{name}加入{unit}，{name}', { name: '张三', unit: '沙面' })).toBe('张三加入沙面，张三')
  expect(fill('{name} joins {unit}', { name: 'Zhang' })).toBe('Zhang joins {unit}')
  expect(fill('{count} left', { count: 0 })).toBe('0 left')
})

test('a value is put in as it is: signs of patterns and braces in it mean nothing', () => {
  expect(fill('{name}!', { name: '$& {other} \\1' })).toBe('$& {other} \\1!')
})

test('a name every object has is no variable', () => {
  expect(fill('{toString} {constructor}', {})).toBe('{toString} {constructor}')
})

test('a speaker says a text in the language that is asked for', () => {
  const say = speaker({ 'house.welcome': '欢迎{name}' }, { 'house.welcome': 'Welcome, {name}' })

  expect(say('zh')('house.welcome', { name: '张三' })).toBe('欢迎张三')
  expect(say('en')('house.welcome', { name: 'Zhang' })).toBe('Welcome, Zhang')
})
