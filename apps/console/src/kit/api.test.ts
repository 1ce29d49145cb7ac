import { expect, test } from 'vitest'
import { openApi, withQuery } from './api.ts'
import { faultsOf, kindOf, mayRetry, Refused } from './failure.ts'

type Sent = { path: string; init: RequestInit }

function serverThat(reply: () => Response): { sent: Sent[]; fetcher: typeof fetch } {
  const sent: Sent[] = []
  const fetcher: typeof fetch = async (path, init) => {
    sent.push({ path: String(path), init: init ?? {} })
    return reply()
  }
  return { sent, fetcher }
}

test('an act says who acts, in which language, that it comes from our screens, and which form filling it is', async () => {
  const { sent, fetcher } = serverThat(() => Response.json({ done: true }))

  await openApi('en', 'p1', fetcher).send('/api/x', { a: 1 }, 'k1')

  expect(sent[0]?.init).toMatchObject({
    method: 'POST',
    body: '{"a":1}',
    headers: { 'x-post': 'p1', 'accept-language': 'en', 'x-gongqiao': '1', 'idempotency-key': 'k1' },
  })
})

test('a refusal keeps every wrong field', async () => {
  const faults = [
    { field: '/name', code: 'required', text: '请填写姓名' },
    { field: '/phone', code: 'shape', text: '手机号不对' },
  ]
  const { fetcher } = serverThat(() =>
    Response.json({ code: 'kernel.invalid_input', title: '', detail: '', faults }, { status: 422 }),
  )

  const failure = await openApi('zh', null, fetcher)
    .get('/api/x')
    .catch((cause: unknown) => cause)

  expect(kindOf(failure)).toBe('refused')
  expect([...faultsOf(failure)]).toEqual([
    ['/name', '请填写姓名'],
    ['/phone', '手机号不对'],
  ])
})

test('a dead line may be retried, a lawful no may not', async () => {
  const dead = openApi('zh', null, () => Promise.reject(new TypeError('network')))
  const gone = await dead.get('/api/x').catch((cause: unknown) => cause)

  expect(kindOf(gone)).toBe('unreachable')
  expect(mayRetry(gone)).toBe(true)
  for (const [status, kind] of [
    [401, 'session_over'],
    [403, 'forbidden'],
    [404, 'absent'],
    [409, 'refused'],
    [503, 'mistake'],
  ] as const) {
    const no = new Refused({ type: '', title: '', status, code: '', detail: '' })
    expect(kindOf(no)).toBe(kind)
    expect(mayRetry(no)).toBe(status >= 500)
  }
})

test("a proxy's error page is a failure without words, not a crash", async () => {
  const { fetcher } = serverThat(() => new Response('<html>Bad gateway</html>', { status: 502 }))

  const failure = await openApi('zh', null, fetcher)
    .get('/api/x')
    .catch((cause: unknown) => cause)

  expect(failure).toMatchObject({ problem: { status: 502, code: 'console.no_words' } })
})

test('a query leaves out what is not asked for', () => {
  expect(withQuery('/api/queue', { view: 'mine', after: null, text: '' })).toBe('/api/queue?view=mine')
  expect(withQuery('/api/queue', {})).toBe('/api/queue')
})
