import { Type } from 'typebox'
import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { command } from '../command/command.ts'
import { query } from '../command/query.ts'
import { kernelRefusals } from '../refusal.ts'
import { Nothing } from '../shapes.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh.ts'
import { makeHub } from './live.ts'
import { get, post } from './route.ts'
import { buildServer } from './server.ts'

const house = await openHouse()
const secret = '欧阳修 440103199005010014'
const closed = { additionalProperties: false } as const
const Echo = Type.Object({ cell: Type.Integer(), word: Type.Optional(Type.String()) }, closed)
const mistakes: { error: unknown; about: object }[] = []

const echo = query({
  act: 'house.echo',
  by: ['anyone'],
  input: Echo,
  output: Echo,
  async run({ input, allow }) {
    allow.everybody('a test')
    if (input.word === 'fail') throw new Error(`${secret} cannot be read`)
    return input
  },
})
const greet = command({
  act: 'house.greet',
  by: ['anyone'],
  input: Echo,
  output: Echo,
  async run({ input, allow }) {
    allow.everybody('a test')
    return { cell: 1, answer: input, cookie: { name: 'greeted', value: 'yes', maxAgeSeconds: 60 } }
  },
})
const draw = query({
  act: 'house.draw',
  by: ['anyone'],
  input: Nothing,
  output: Type.Object({
    mediaType: Type.String(),
    bytes: Type.Unsafe<Buffer>(Type.Unknown()),
    fileName: Type.String(),
  }),
  async run({ allow }) {
    allow.everybody('a test')
    return { mediaType: 'image/png', bytes: Buffer.from([1, 2, 3]), fileName: '门口 "1".png' }
  },
})

const serverWith = (secureCookies: boolean, limits = { address: 1_000, account: 1_000, program: 1_000 }) =>
  buildServer({
    services: { ...house.services, logMistake: (error, about) => mistakes.push({ error, about }) },
    routes: [
      get('/cells/:cell/echo', echo, '回声'),
      post('/cells/:cell/greeting', greet, '问候', { status: 201 }),
      get('/picture', draw, '图片', { asBytes: ['image/png'] }),
    ],
    authenticate: async (request) => ({
      kind: 'anyone',
      keyOwner: 'test',
      language: 'zh',
      address: request.address,
    }),
    words: { refusals: kernelRefusals, zh, en },
    hub: makeHub(),
    secureCookies,
    limits,
  })
const server = serverWith(false)
const secure = serverWith(true)
afterAll(() => Promise.all([server.close(), secure.close()]))

test('path, query string and body become one input; what stands in the path outweighs what the body says', async () => {
  const asked = await server.inject('/api/cells/7/echo?word=hi')
  const sent = await server.inject({ method: 'POST', url: '/api/cells/7/greeting', payload: { cell: 8, word: 'hi' } })

  expect(asked.json()).toEqual({ cell: 7, word: 'hi' })
  expect([sent.statusCode, sent.json()]).toEqual([201, { cell: 7, word: 'hi' }])
})

test('a slash at the end changes nothing', async () => {
  expect((await server.inject('/api/cells/7/echo/')).json()).toEqual({ cell: 7 })
})

test('a mistake of ours shows the person nothing of the inside, and is told with route, method and the mark that both have in common', async () => {
  const answer = await server.inject({ url: '/api/cells/7/echo?word=fail', headers: { 'accept-language': 'en' } })

  expect([answer.statusCode, answer.json().code]).toEqual([500, 'kernel.mistake'])
  expect(answer.payload).not.toContain(secret)
  const mark = answer.json().request
  expect(mark).toMatch(/^[0-9a-f]{10}$/)
  expect(answer.headers['x-request-id']).toBe(mark)
  expect(mistakes.at(-1)?.about).toEqual({ request: mark, method: 'GET', route: '/api/cells/:cell/echo' })
  expect(JSON.stringify(mistakes.at(-1)?.about)).not.toContain('fail')
})

test('nothing that is answered is guessed at, framed, or kept by others', async () => {
  const answer = await server.inject('/api/cells/7/echo')

  expect(answer.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('usb=()'),
    'cache-control': 'no-store',
  })
  expect(answer.headers).not.toHaveProperty('strict-transport-security')
  expect((await secure.inject('/api/cells/7/echo')).headers).toHaveProperty('strict-transport-security')
  expect((await server.inject('/api/picture')).headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, no-store',
    'content-disposition': `inline; filename*=UTF-8''%E9%97%A8%E5%8F%A3%20%221%22.png`,
  })
})

test('cookies are out of reach of scripts and other sites, and over TLS go over TLS only', async () => {
  const cookies = await Promise.all(
    [server, secure].map(
      async (one) =>
        (await one.inject({ method: 'POST', url: '/api/cells/7/greeting', payload: {} })).headers['set-cookie'],
    ),
  )

  expect(cookies).toEqual([
    'greeted=yes; Max-Age=60; Path=/; HttpOnly; SameSite=Lax',
    'greeted=yes; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax',
  ])
})

test('a change comes from our own pages or from no page at all; a question may come from anywhere', async () => {
  const send = async (headers: Record<string, string>) =>
    (
      await server.inject({
        method: 'POST',
        url: '/api/cells/7/greeting',
        payload: {},
        headers: { host: 'union.example', ...headers },
      })
    ).statusCode

  expect(await send({})).toBe(201)
  expect(await send({ origin: 'https://union.example', 'sec-fetch-site': 'same-origin' })).toBe(201)
  expect(await send({ 'sec-fetch-site': 'none' })).toBe(201)
  for (const headers of [
    { origin: 'https://elsewhere.example' },
    { origin: 'https://union.example.elsewhere.example' },
    { origin: 'nonsense' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])
    expect([headers, await send(headers)]).toEqual([headers, 403])
  expect(
    (await server.inject({ url: '/api/cells/7/echo', headers: { origin: 'https://elsewhere.example' } })).statusCode,
  ).toBe(200)
})

test('a refusal says which language it speaks', async () => {
  const answer = await server.inject({ url: '/api/cells/x/echo', headers: { 'accept-language': 'en' } })

  expect(answer.headers).toMatchObject({
    'content-type': expect.stringMatching(/^application\/problem\+json/),
    'content-language': 'en',
  })
  expect(answer.json().faults).toEqual([{ field: '/cell', code: 'kernel.field_type', text: expect.any(String) }])
})
