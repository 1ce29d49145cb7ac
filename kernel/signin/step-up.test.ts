import { createHmac } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { Refusal } from '../refusal.ts'
import { refuseWithoutStepUp } from './step-up.ts'

const house = await openHouse()
const password = 'a long enough password'

// The library that checks codes and ends sessions reads the machine's own clock.
beforeEach(() => house.moveTo(new Date().toISOString()))

/** The time-based code of now (RFC 6238). */
function code(): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', 'x'.repeat(32)).update(counter).digest()
  const offset = (digest[19] ?? 0) & 0x0f
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

type Answer = Awaited<ReturnType<typeof house.server.inject>>
const send = (url: string, payload: object, headers: { readonly [name: string]: string } = {}): Promise<Answer> =>
  house.server.inject({ method: 'POST', url: `/api/${url}`, payload, headers })
const cookieOf = (answer: Answer) => String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? ''

async function signedIn() {
  const { account, post } = await house.officer(house.units.shop)
  const ticket = cookieOf(await send('officer/sign-in', { login: `o-${account}`, password }))
  const cookie = cookieOf(await send('officer/sign-in/totp', { code: code() }, { cookie: ticket }))
  return { account, headers: { cookie, 'x-post': post.id } }
}

const unmasked = {
  filter: { unit: house.units.shop.id },
  format: 'csv',
  unmasked: true,
  reason: '与社保名单核对',
}

test('a session alone does not allow whole numbers, and after password and code it does, for five minutes', async () => {
  const { headers } = await signedIn()

  const before = await send('exports/membership.roll', unmasked, headers)
  const proof = await send('officer/step-up', { password, code: code() }, headers)
  const after = await send('exports/membership.roll', unmasked, headers)
  house.moveTo(new Date(Date.now() + 5 * 60_000 + 2_000).toISOString())
  const late = await send('exports/membership.roll', unmasked, headers)

  expect([before.statusCode, before.json().code]).toEqual([403, 'kernel.step_up_first'])
  expect([proof.statusCode, proof.headers['set-cookie']]).toEqual([200, undefined])
  expect(after.statusCode).toBe(201)
  expect([late.statusCode, late.json().code]).toEqual([403, 'kernel.step_up_first'])
})

test('a wrong password or code proves nothing, and neither is said to be the wrong one', async () => {
  const { headers } = await signedIn()
  const wrong = code() === '000000' ? '000001' : '000000'

  const answers = [
    await send('officer/step-up', { password: 'not the password', code: code() }, headers),
    await send('officer/step-up', { password, code: wrong }, headers),
  ]

  for (const answer of answers) expect([answer.statusCode, answer.json().code]).toEqual([403, 'kernel.step_up_wrong'])
  expect(answers[0]?.payload).toBe(answers[1]?.payload)
  expect((await send('exports/membership.roll', unmasked, headers)).statusCode).toBe(403)
})

test('the proof is the session’s own: another session of the same officer has proved nothing, and none is left over', async () => {
  const { account, headers } = await signedIn()
  const ticket = cookieOf(await send('officer/sign-in', { login: `o-${account}`, password }))
  const other = cookieOf(await send('officer/sign-in/totp', { code: code() }, { cookie: ticket }))

  await send('officer/step-up', { password, code: code() }, headers)

  const elsewhere = await send('exports/membership.roll', unmasked, { ...headers, cookie: other })
  expect([elsewhere.statusCode, elsewhere.json().code]).toEqual([403, 'kernel.step_up_first'])
  const sessions = await house.rows('select "steppedUpAt" from signin."session" where "userId" = $1', [account])
  expect(sessions).toHaveLength(2)
})

test('guessing is slowed down', async () => {
  const { headers } = await signedIn()
  let answer: Answer | undefined
  for (let tries = 0; tries < 11; tries++) {
    answer = await send('officer/step-up', { password: 'wrong', code: '000000' }, headers)
  }

  expect([answer?.statusCode, answer?.json().code]).toEqual([429, 'kernel.sign_in_locked'])
})

test('a program never proves who it is', () => {
  const actor = { kind: 'post', account: 'a', name: '', language: 'zh', keyOwner: 'a' } as const
  const post = {
    id: 'p',
    title: '',
    unit: '',
    unitName: '',
    place: { cell: 1, path: '' },
    acts: new Set(''),
    ranges: [],
  }

  expect(() => refuseWithoutStepUp({ ...actor, post }, new Date())).toThrow(Refusal)
})
