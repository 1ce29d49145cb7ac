import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import type { Actor } from '../command/actor.ts'
import { query } from '../command/query.ts'
import { kernelRefusals } from '../refusal.ts'
import { Done, done, Nothing } from '../shapes.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh.ts'
import { makeHub } from './live.ts'
import type { RequestLimits } from './rate-limit.ts'
import { get } from './route.ts'
import { buildServer } from './server.ts'

const house = await openHouse()
const officer = await house.officer(house.units.county)
const knock = query({
  act: 'house.knock',
  by: ['anyone', 'post'],
  input: Nothing,
  output: Done,
  async run({ allow }) {
    allow.everybody('a test')
    return done
  },
})
const servers: ReturnType<typeof buildServer>[] = []
afterAll(() => Promise.all(servers.map((server) => server.close())))

function serverFor(limits: RequestLimits, who: (name: string) => Actor) {
  const server = buildServer({
    services: house.services,
    routes: [get('/door', knock, '敲门')],
    authenticate: async ({ headers }) => who(String(headers['x-who'] ?? '')),
    words: { refusals: kernelRefusals, zh, en },
    hub: makeHub(),
    secureCookies: false,
    limits,
  })
  servers.push(server)
  return (who = '', from = '10.0.0.1') =>
    server.inject({ url: '/api/door', headers: { 'x-who': who }, remoteAddress: from })
}
const nobody = (): Actor => house.anyone()

test('one address has so many requests a minute, and is told how many are left', async () => {
  const knocks = serverFor({ address: 2, account: 9, program: 9 }, nobody)
  const [first, second, third] = [await knocks(), await knocks(), await knocks()]

  expect([first, second].map(({ headers }) => headers['ratelimit-remaining'])).toEqual(['1', '0'])
  expect(third.statusCode).toBe(429)
  expect(third.json()).toMatchObject({ code: 'kernel.too_many_requests', status: 429 })
  expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
  expect((await knocks('', '10.0.0.2')).statusCode).toBe(200)
})

test('an account has a limit of its own wherever it asks from, and another account is not in its way', async () => {
  const knocks = serverFor({ address: 99, account: 2, program: 1 }, (name) => ({ ...officer, keyOwner: name }))

  expect((await knocks('a', '10.0.0.1')).headers['ratelimit-limit']).toBe('2')
  expect((await knocks('a', '10.0.0.2')).statusCode).toBe(200)
  expect((await knocks('a', '10.0.0.3')).statusCode).toBe(429)
  expect((await knocks('b', '10.0.0.3')).statusCode).toBe(200)
})

test('a program has a narrower limit than an account', async () => {
  const knocks = serverFor({ address: 99, account: 9, program: 1 }, (name) => ({ ...officer, keyOwner: name }))

  expect((await knocks('token:1')).statusCode).toBe(200)
  expect((await knocks('token:1')).statusCode).toBe(429)
  expect((await knocks('token:2')).statusCode).toBe(200)
})
