import { expect, test } from 'vitest'
import { type TreeLine, treeMove } from './tree-keys.ts'

const lines: TreeLine[] = [
  { level: 1, expanded: true, name: '余姚市' },
  { level: 2, expanded: true, name: '凤山街道' },
  { level: 3, expanded: null, name: '舜江电器' },
  { level: 2, expanded: false, name: '阳明街道' },
]

test('up and down walk the visible lines and stop at the ends', () => {
  expect(treeMove(lines, 1, 'ArrowDown')).toEqual({ do: 'focus', line: 2 })
  expect(treeMove(lines, 0, 'ArrowUp')).toBe(null)
  expect(treeMove(lines, 3, 'ArrowDown')).toBe(null)
  expect(treeMove(lines, 2, 'Home')).toEqual({ do: 'focus', line: 0 })
  expect(treeMove(lines, 0, 'End')).toEqual({ do: 'focus', line: 3 })
})

test('right opens a closed line and enters an open one; nothing below, nothing happens', () => {
  expect(treeMove(lines, 3, 'ArrowRight')).toEqual({ do: 'expand', line: 3 })
  expect(treeMove(lines, 1, 'ArrowRight')).toEqual({ do: 'focus', line: 2 })
  expect(treeMove(lines, 2, 'ArrowRight')).toBe(null)
})

test('left closes an open line and else goes to the union above', () => {
  expect(treeMove(lines, 1, 'ArrowLeft')).toEqual({ do: 'collapse', line: 1 })
  expect(treeMove(lines, 2, 'ArrowLeft')).toEqual({ do: 'focus', line: 1 })
  expect(treeMove(lines, 3, 'ArrowLeft')).toEqual({ do: 'focus', line: 0 })
})

test('a typed character jumps to the next line that begins with it, around the end', () => {
  expect(treeMove(lines, 0, '阳')).toEqual({ do: 'focus', line: 3 })
  expect(treeMove(lines, 3, '余')).toEqual({ do: 'focus', line: 0 })
  expect(treeMove(lines, 0, '无')).toBe(null)
  expect(treeMove(lines, 0, 'Tab')).toBe(null)
})
