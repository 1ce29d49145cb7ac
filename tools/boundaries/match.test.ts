import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDivisions } from '../../modules/organization/reference/divisions.ts'
import { containerOf, matched, readSuccessors, registerOf } from './match.ts'

const register = registerOf(await readDivisions())
const successors = readSuccessors(readFileSync(join(import.meta.dirname, 'successors.tsv'), 'utf8'))
const found = (container: string, ...names: string[]) =>
  matched(names, container, register, successors).map(({ code, by }) => [code, by])

test('the names of a file say which division it shows, whatever it is numbered', () => {
  expect(containerOf(['新华区', '运河区', '沧县', '青县', '泊头市'], register)).toBe('130900')
  expect(containerOf(['衢州市', '宁波市'], register)).toBe('330000')
  expect(containerOf(['中西区'], register)).toBeNull()
})

test('a county is found by its name, by what became of it, by its stem, and in its new city', () => {
  expect(found('130500', '襄都区', '桥西区', '邢台县')).toEqual([
    ['130502', 'name'],
    ['130503', 'successor'],
    ['130503', 'successor'],
  ])
  expect(found('130800', '平泉县')).toEqual([['130881', 'stem']])
  expect(found('220300', '公主岭市')).toEqual([['220184', 'province']])
})

test('what has no division of today is told, and takes nobody else’s', () => {
  expect(found('330800', '衢县')).toEqual([[null, 'none']])
  expect(found('230700', '友好区', '上甘岭区')).toEqual([
    ['230719', 'name'],
    ['230719', 'successor'],
  ])
})

test('every row of the table of successors names a division of today under its name', () => {
  const wrong = successors.filter(({ code, today }) => register.of(code)?.name !== today)

  expect(successors.length).toBeGreaterThan(40)
  expect(wrong).toEqual([])
})

test('every row of the table of successors lies in its own province', () => {
  expect(successors.filter(({ source, code }) => source.slice(0, 2) !== code.slice(0, 2))).toEqual([])
})
