import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'

const house = await openHouse()
const password = 'a long enough password'
const totpSecret = 'x'.repeat(32)

// The library that checks codes and ends sessions reads the machine's own clock.
beforeEach(() => house.moveTo(new Date().toISOString()))
afterEach(() => house.moveTo(new Date().toISOString()))

/** The time-based code of a moment (RFC 6238). */
function codeAt(at: Date): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const digest = createHmac('sha1', totpSecret).update(counter).digest()
  const offset = (digest[19] ?? 0) & 0x0f
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function officer() {
  const { account, name, post } = await house.officer(house.units.shop)
  return { account, name, post, login: `o-${account}` }
}
type Answer = Awaited<ReturnType<typeof house.server.inject>>
const send = (url: string, payload: object, cookie?: string): Promise<Answer> =>
  house.server.inject({ method: 'POST', url: `/api/officer/${url}`, payload, headers: { ...(cookie && { cookie }) } })
const cookieOf = (answer: Answer) => String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? ''
const me = (cookie: string) => house.server.inject({ url: '/api/officer/me', headers: { cookie } })

async function signedIn(login: string): Promise<string> {
  const ticket = cookieOf(await send('sign-in', { login, password }))
  return cookieOf(await send('sign-in/totp', { code: codeAt(new Date()) }, ticket))
}

test('a password opens nothing but the second step, and the time-based code opens the session', async () => {
  const { login, account, name } = await officer()

  const first = await send('sign-in', { login, password })
  expect([first.statusCode, first.json()]).toEqual([200, { next: 'totp' }])
  expect(first.headers['set-cookie']).toMatch(/^gongqiao-officer\.two_factor=.+; HttpOnly; SameSite=Lax$/)
  expect((await me(cookieOf(first))).statusCode).toBe(401)
  const second = await send('sign-in/totp', { code: codeAt(new Date()) }, cookieOf(first))

  expect(second.statusCode).toBe(200)
  expect(second.json()).toMatchObject({ account, name, posts: [{ unit: { id: house.units.shop.id } }] })
  expect(second.headers['set-cookie']).toMatch(/^gongqiao-officer\.session_token=.+; HttpOnly; SameSite=Lax$/)
  expect((await me(cookieOf(second))).json()).toMatchObject({ account, name })
})

test('a wrong password and a login nobody has get the same answer, byte for byte', async () => {
  const { login } = await officer()

  const wrong = await send('sign-in', { login, password: 'not the password' })
  const unknown = await send('sign-in', { login: 'nobody-at-all', password })

  expect([wrong.statusCode, wrong.json().code, wrong.headers['set-cookie']]).toEqual([
    401,
    'kernel.sign_in_wrong',
    undefined,
  ])
  expect([unknown.statusCode, unknown.payload]).toEqual([wrong.statusCode, wrong.payload])
})

test('a wrong code opens nothing, and neither does a right one without the ticket of the first step', async () => {
  const { login } = await officer()
  const ticket = cookieOf(await send('sign-in', { login, password }))
  const right = codeAt(new Date())
  const wrong = right === '000000' ? '000001' : '000000'

  const refused = await send('sign-in/totp', { code: wrong }, ticket)
  const alone = await send('sign-in/totp', { code: right })
  const forged = await send('sign-in/totp', { code: right }, 'gongqiao-officer.two_factor=made-up.ticket')

  expect([refused.statusCode, refused.json().code]).toEqual([401, 'kernel.sign_in_wrong'])
  expect([alone.statusCode, alone.json().code]).toEqual([401, 'kernel.sign_in_first'])
  expect(forged.statusCode).toBe(401)
  for (const answer of [refused, alone, forged]) expect(answer.headers['set-cookie']).toBeUndefined()
})

test('guessing is slowed down: after ten wrong passwords a login waits, told how long; other logins do not', async () => {
  const [guessed, other] = [await officer(), await officer()]
  const guess = () => send('sign-in', { login: guessed.login, password: 'not the password' })

  for (let tries = 0; tries < 10; tries++) expect((await guess()).statusCode).toBe(401)
  const locked = await guess()
  const right = await send('sign-in', { login: guessed.login.toUpperCase(), password })

  expect([locked.statusCode, locked.json().code]).toEqual([429, 'kernel.sign_in_locked'])
  expect(locked.json().detail).toContain('15')
  expect(right.statusCode).toBe(429)
  expect((await send('sign-in', { login: other.login, password })).statusCode).toBe(200)
  house.moveTo(new Date(house.now().getTime() + 16 * 60_000).toISOString())
  expect((await send('sign-in', { login: guessed.login, password })).statusCode).toBe(200)
})

test('signing out ends the session everywhere', async () => {
  const { login } = await officer()
  const [here, there] = [await signedIn(login), await signedIn(login)]

  const out = await send('sign-out', {}, here)

  expect(out.headers['set-cookie']).toMatch(/^gongqiao-officer\.session_token=; Max-Age=0;/)
  expect([(await me(here)).statusCode, (await me(there)).statusCode]).toEqual([401, 401])
})

test('a session ends by itself after twelve hours', async () => {
  const { login } = await officer()
  const cookie = await signedIn(login)

  house.moveTo(new Date(Date.now() + 11 * 3_600_000).toISOString())
  expect((await me(cookie)).statusCode).toBe(200)
  house.moveTo(new Date(Date.now() + 13 * 3_600_000).toISOString())
  expect((await me(cookie)).statusCode).toBe(401)
})

test('neither password nor code stands anywhere in the clear', async () => {
  const { account } = await officer()

  const [row] = await house.rows(
    `select a.password, t.secret from signin."account" a join signin."twoFactor" t on t."userId" = a."userId" where a."userId" = $1`,
    [account],
  )

  expect(String(row?.['password'])).not.toContain(password)
  expect(String(row?.['secret'])).not.toContain(totpSecret)
  expect(
    await house.rows('select before, after from kernel.audit where before::text like $1 or after::text like $1', [
      `%${password}%`,
    ]),
  ).toEqual([])
})
