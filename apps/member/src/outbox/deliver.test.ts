import { beforeEach, expect, test, vi } from 'vitest'
import { deliverLetters } from './deliver.ts'
import { isLetter, type Letter } from './letter.ts'

const letters = new Map<string, Letter>()
beforeEach(() => letters.clear())

const box = {
  all: async (): Promise<unknown[]> => [...letters.values()],
  change: async (id: string, change: (letter: Letter) => Letter | undefined) => {
    const letter = letters.get(id)
    const changed = letter && change(letter)
    if (changed) letters.set(id, changed)
    return changed !== undefined
  },
}

function write(id: string, more: Partial<Letter> = {}): Letter {
  const letter: Letter = {
    id,
    person: 'zhang',
    kind: 'withdrawal',
    path: `/api/me/applications/1/${id}/withdrawal`,
    cell: 1,
    subject: id,
    unitName: '沙面制衣厂工会',
    language: 'zh',
    at: Number(id),
    state: 'waiting',
    content: { iv: new Uint8Array(12), bytes: new ArrayBuffer(1) },
    sendingSince: null,
    answeredAt: null,
    refusal: null,
    ...more,
  }
  letters.set(id, letter)
  return letter
}

/** A server that does each key once, whatever becomes of its answers; `person` is signed in. */
function server(person: string | undefined, answer: (path: string) => Response = () => Response.json({})) {
  const done = new Map<string, string>()
  const lost = new Set<string>()
  const fetch = vi.fn(async (address: Parameters<typeof globalThis.fetch>[0], init?: RequestInit) => {
    const path = String(address)
    if (path === '/api/me') {
      return person === undefined ? Response.json({ code: 'x' }, { status: 401 }) : Response.json({ person })
    }
    const key = new Headers(init?.headers).get('Idempotency-Key') ?? ''
    if (!done.has(key)) done.set(key, String(init?.body))
    if (lost.delete(path)) throw new TypeError('the answer was lost')
    return answer(path)
  })
  return { fetch, done, lost }
}

let now = 1_000_000
const deliver = (fetch: typeof globalThis.fetch) =>
  deliverLetters({ box, fetch, now: () => now, unseal: async () => '{"name":"张三"}' })
const states = () => [...letters.values()].map(({ id, state }) => `${id} ${state}`)

test('what waits is sent, oldest first, and what it said is gone from the phone afterwards', async () => {
  write('2')
  write('1')
  const { fetch, done } = server('zhang')

  expect(await deliver(fetch)).toEqual({ answered: true, waiting: 0 })
  expect([...done.keys()]).toEqual(['1', '2'])
  expect(done.get('1')).toBe('{"name":"张三"}')
  for (const letter of letters.values()) expect(letter).toMatchObject({ state: 'delivered', content: null })
  await deliver(fetch)
  expect(fetch.mock.calls.filter(([path]) => path !== '/api/me').length).toBe(2)
})

test('a letter whose answer was lost is sent again under the same key, so that it is done once', async () => {
  const { path } = write('1')
  const { fetch, done, lost } = server('zhang')
  lost.add(path)

  expect(await deliver(fetch)).toEqual({ answered: false, waiting: 1 })
  expect(states()).toEqual(['1 waiting'])
  await deliver(fetch)
  expect(states()).toEqual(['1 delivered'])
  expect(done.size).toBe(1)
})

test('two windows at once send a letter once; one that was closed meanwhile holds it no longer', async () => {
  write('1')
  const { fetch } = server('zhang')
  await Promise.all([deliver(fetch), deliver(fetch)])
  expect(fetch.mock.calls.filter(([path]) => path !== '/api/me').length).toBe(1)

  write('2', { sendingSince: now - 10_000 })
  await deliver(fetch)
  expect(states()).toContain('2 waiting')
  now += 60_000
  await deliver(fetch)
  expect(states()).toContain('2 delivered')
})

test('nothing is sent in somebody else’s name, nor when nobody is signed in', async () => {
  write('1', { person: 'li' })
  for (const { fetch } of [server('zhang'), server(undefined)]) {
    await deliver(fetch)
    expect(fetch.mock.calls.length).toBe(1)
  }
  expect(states()).toEqual(['1 waiting'])
})

test('a no is kept with its words; a server that is busy is no answer', async () => {
  write('1')
  write('2')
  const problem = { code: 'matter.step_not_open', title: '这一步已经办过了', detail: '请刷新。' }
  const { fetch } = server('zhang', (path) =>
    path.endsWith('/1/withdrawal')
      ? Response.json(problem, { status: 409 })
      : Response.json({ code: 'kernel.busy', title: '', detail: '' }, { status: 503 }),
  )

  await deliver(fetch)

  expect(letters.get('1')).toMatchObject({
    state: 'refused',
    content: null,
    refusal: { title: '这一步已经办过了', detail: '请刷新。' },
  })
  expect(letters.get('2')).toMatchObject({ state: 'waiting', sendingSince: null })
  expect([...letters.values()].every(isLetter)).toBe(true)
})

test('a sign-in that ended, too many requests and a first sending that still runs are no answers for good', async () => {
  for (const [status, code] of [
    [401, 'kernel.sign_in_first'],
    [429, 'kernel.too_many_requests'],
    [409, 'kernel.same_request_running'],
    [502, 'gateway'],
  ] as const) {
    write('1')
    const { fetch } = server('zhang', () => Response.json({ code, title: '', detail: '' }, { status }))
    await deliver(fetch)
    expect(states(), code).toEqual(['1 waiting'])
  }
})
