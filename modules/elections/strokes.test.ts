import { expect, test } from 'vitest'
import { inStrokeOrder } from './strokes.ts'

const sorted = (...names: string[]) => inStrokeOrder(names.map((name) => ({ name, id: name }))).map(({ name }) => name)

test('candidates stand by the strokes of their surnames, not by their sound (ELE-35, ELE-55)', () => {
  expect(sorted('魏十八', '欧阳八', '张七', '王四', '丁二', '万三', '龙五', '戴十七')).toEqual([
    '丁二',
    '万三',
    '王四',
    '龙五',
    '张七',
    '欧阳八',
    '戴十七',
    '魏十八',
  ])
})

test('the same surname goes on by the strokes of the given name, a shorter name before a longer one', () => {
  expect(sorted('王明明', '王一', '王明')).toEqual(['王一', '王明', '王明明'])
})

test('two of one name stand in the order of their ids, whoever was entered first', () => {
  const twins = [
    { name: '王一', id: 'b' },
    { name: '王一', id: 'a' },
  ]
  expect(inStrokeOrder(twins)).toEqual(inStrokeOrder([...twins].reverse()))
})
