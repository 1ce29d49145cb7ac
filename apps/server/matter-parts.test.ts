import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { matterParts } from './matter-parts.ts'

const modules = join(import.meta.dirname, '..', '..', 'modules')

type Defined = { readonly name: string; readonly initial: string; readonly states: object }

function isDefinition(value: unknown): value is Defined {
  return value !== null && typeof value === 'object' && 'initial' in value && 'states' in value && 'name' in value
}

test('every matter that a module defines is a kind of the product, and is there once', async () => {
  const defined = new Set<string>()
  for (const file of globSync('**/machine.ts', { cwd: modules })) {
    const exported: Record<string, unknown> = await import(join(modules, file))
    for (const value of Object.values(exported)) if (isDefinition(value)) defined.add(value.name)
  }

  const registered = matterParts.kinds.map(({ definition }) => definition.name)
  expect(defined.size).toBeGreaterThan(5)
  expect(registered.filter((name, at) => registered.indexOf(name) !== at)).toEqual([])
  expect([...defined].filter((name) => !registered.includes(name))).toEqual([])
})

test('whoever has a kind’s word in Chinese has it in English, for the person and the officer alike', () => {
  for (const { definition, texts } of matterParts.kinds)
    expect([definition.name, Object.keys(texts.en).sort()]).toEqual([definition.name, Object.keys(texts.zh).sort()])
})
