import { expect, test } from 'vitest'
import { matterParts } from '../apps/server/matter-parts.ts'
import { errand } from '../tests/errands.ts'
import { drawDefinition, mattersPage } from './matters-page.ts'

test('a diagram has every state, and every step once with who takes it', () => {
  const drawn = drawDefinition(errand.definition)

  expect(drawn.split('\n').slice(0, 3)).toEqual([
    'stateDiagram-v2',
    '  [*] --> asked',
    '  asked --> working: take (an officer)',
  ])
  expect(drawn).toContain('  dropped --> [*]')
  expect(drawn).toContain('  done --> working: reopen (the person)')
  expect(drawn).toContain('  note right of answered: MEM-SETTLE')
  expect(drawn.match(/-->/g)).toHaveLength(1 + 9 + 2)
})

test('the page shows every kind of the product with the words of every state and step', () => {
  const page = mattersPage(matterParts.kinds)

  for (const { definition } of matterParts.kinds) expect(page).toContain(`## ${definition.name}\n`)
  expect(page).toContain(
    '| `returned` | 待本人补充 Waits for the person to mend it | `MEM-MEND` | waits for the person |',
  )
  expect(page).toContain('| `confirm` | 确认入会 Confirm | `submitted` → `confirmed` | an officer | MEM-11 |')
})
