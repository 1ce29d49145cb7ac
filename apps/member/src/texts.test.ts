import { expect, test } from 'vitest'

type Words = { readonly [key: string]: string }
const zh = import.meta.glob<{ zh: Words }>('./**/texts/zh.ts', { eager: true })
const en = import.meta.glob<{ en: Words }>('./**/texts/en.ts', { eager: true })

const areas = Object.entries(zh).map(([path, module]) => {
  const area = path.replace('/texts/zh.ts', '')
  return { area, zh: module.zh, en: en[`${area}/texts/en.ts`]?.en ?? {} }
})
const variables = (text: string | undefined) => [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('every area speaks', () => {
  expect(areas.length).toBeGreaterThanOrEqual(11)
})

test.each(areas)('$area has the same texts in both languages, with the same variables', (area) => {
  expect(Object.keys(area.en).sort()).toEqual(Object.keys(area.zh).sort())
  for (const key of Object.keys(area.zh))
    expect({ key, has: variables(area.en[key]) }).toEqual({ key, has: variables(area.zh[key]) })
})

test.each(areas)('$area raises its voice nowhere', (area) => {
  for (const text of [...Object.values(area.zh), ...Object.values(area.en)]) expect(text).not.toMatch(/[!！]/)
})
