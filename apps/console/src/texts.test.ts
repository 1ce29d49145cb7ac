import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Texts } from '@gongqiao/kernel/shared/texts.ts'
import { describe, expect, test } from 'vitest'

const modules = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

async function textsOf(module: string): Promise<{ zh: Texts; en: Texts }> {
  const read = async (language: string) => await import(join(import.meta.dirname, module, 'texts', `${language}.ts`))
  const [{ zh }, { en }] = await Promise.all([read('zh'), read('en')])
  return { zh, en }
}

function variablesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()
}

describe.each(modules)('the words of %s', (module) => {
  test('are there in both languages, with the same variables, and none is empty', async () => {
    const { zh, en } = await textsOf(module)

    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    for (const [key, text] of Object.entries(zh)) {
      expect(variablesIn(en[key] ?? ''), key).toEqual(variablesIn(text))
      expect(text.trim() && en[key]?.trim(), key).not.toBe('')
    }
  })

  test('are calm: no exclamation mark, and no Chinese left in the English', async () => {
    const { zh, en } = await textsOf(module)

    for (const text of [...Object.values(zh), ...Object.values(en)]) expect(text).not.toMatch(/[!！]/)
    for (const text of Object.values(en)) expect(text).not.toMatch(/[\u4e00-\u9fff]/)
  })
})
