import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { KeptAnswer } from './kept-answers.ts'

vi.stubGlobal('window', { navigator: { language: 'zh' } })
const { Refused, Unreachable } = await import('../api/client.ts')
const { freshOrKept } = await import('./fresh-or-kept.ts')

const kept = new Map<string, KeptAnswer>()
const shelf = {
  keep: async (path: string, value: unknown) => void kept.set(path, { at: 1, value }),
  recall: async (path: string) => kept.get(path),
}
const late = vi.fn()
const read = (ask: () => Promise<string>) => freshOrKept('/api/me/card', ask, late, shelf)

beforeEach(() => {
  vi.useFakeTimers()
  kept.clear()
  late.mockClear()
})
afterEach(() => void vi.useRealTimers())

test('with a network the answer is of now, and is kept', async () => {
  expect(await read(async () => 'today')).toBe('today')
  expect(kept.get('/api/me/card')?.value).toBe('today')
})

test('without a network it is the answer of last time, and with none of those it is the fault', async () => {
  const gone = async () => {
    throw new Unreachable('no answer')
  }
  await expect(read(gone)).rejects.toBeInstanceOf(Unreachable)
  kept.set('/api/me/card', { at: 1, value: 'yesterday' })
  expect(await read(gone)).toBe('yesterday')
})

test('a refusal is never covered by what was kept: a session that ended has ended', async () => {
  kept.set('/api/me/card', { at: 1, value: 'yesterday' })
  const problem = { type: '', title: '', status: 401, code: 'kernel.sign_in_first', detail: '' }
  await expect(
    read(async () => {
      throw new Refused(problem)
    }),
  ).rejects.toBeInstanceOf(Refused)
})

test('a network that does not carry shows the answer of last time, and the one of now once it comes', async () => {
  kept.set('/api/me/card', { at: 1, value: 'yesterday' })
  const given = read(() => new Promise((resolve) => setTimeout(resolve, 20_000, 'today')))

  await vi.advanceTimersByTimeAsync(5_000)
  expect(await given).toBe('yesterday')
  expect(late).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(late).toHaveBeenCalledWith('today')
})
