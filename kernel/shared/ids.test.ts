import { webcrypto } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { isId, newId, newIds } from './ids.ts'

test('an id is a UUID of version 7 that holds its millisecond (RFC 9562)', () => {
  const id = newId(Date.UTC(2026, 2, 2, 1, 0, 0, 7))

  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 2, 2, 1, 0, 0, 7))
})

test('an id is the same kind of thing where a browser has no ready-made UUID', () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => webcrypto.getRandomValues(bytes) })

  const ids = newIds(200, 1_700_000_000_000)
  vi.unstubAllGlobals()

  for (const id of ids) expect(id).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(200)
})

test('an id that is made a millisecond later sorts later, far beyond the years of 32 bits too', () => {
  const ms = [0, 1, 2 ** 32 - 1, 2 ** 32, 2 ** 40, 2 ** 47].map((at) => newId(at))

  expect([...ms].sort()).toEqual(ms)
})

test('ids of one millisecond differ, and those made together keep their order', () => {
  const together = newIds(500, 1_700_000_000_000)

  expect(new Set(together).size).toBe(500)
  expect([...together].sort()).toEqual(together)
})

test('only a UUID in canonical lower case is an id', () => {
  expect(isId(newId())).toBe(true)
  for (const text of ['', newId().toUpperCase(), newId().replaceAll('-', ''), ` ${newId()}`, `${newId()}\n`, '{}'])
    expect(isId(text)).toBe(false)
})
