import { expect, test } from 'vitest'
import { makeRegulations } from './make-regulations.ts'

const rulebook = `
Short names: **Law** = 《工会法》 (2021; amended); **Charter** = 《中国工会章程》 (2023).

| Abbr | Document |
|---|---|
| PET | 《信访工作条例》 |
| TUL | 《工会法》 |

- **MEM-11** Decided by the committee. Law Art 2 [V1]
- **MEM-12** Two ways. [V2] They are:

| ID | Rule | Source |
|---|---|---|
| T-12 | Show the safe day | PET 34 [V] |

| ID | Input | Expected |
|---|---|---|
| T-ID-1 | 11010519491231002x | valid |
`

const cite = (...ids: string[]) => makeRegulations(new Map(ids.map((id) => [id, 'kernel/a.ts:1'])), [rulebook])

test('a cited rule stands under its id with its wording and source, and no other rule stands there', () => {
  const { page } = cite('T-12')

  expect(page).toContain('### T-12\n\nShow the safe day\n\nSource: PET 34 [V]\n')
  expect(page).not.toContain('MEM-11')
})

test('a rule of a list keeps its words, without the announcement of what is left out', () => {
  expect(cite('MEM-12').page).toContain('### MEM-12\n\nTwo ways. [V2]\n')
})

test('a row of several cells says which is which', () => {
  expect(cite('T-ID-1').page).toContain('Input: 11010519491231002x. Expected: valid')
})

test('the sources that the cited rules name are explained, and only they', () => {
  const { page } = cite('MEM-11', 'T-12')

  expect(page).toContain('| Law | 《工会法》 (2021; amended) |\n')
  expect(page).toContain('| PET | 《信访工作条例》 |')
  expect(page).not.toContain('| TUL |')
})

test('an id that no rulebook has is told', () => {
  expect(cite('MEM-99').missing).toEqual(['MEM-99'])
})
