import { createHmac } from 'node:crypto'
import { minuteCode, minuteOf } from '@gongqiao/kernel/shared/minute-code.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import type { Card } from '../contract.ts'
import { checkCard } from './check-card.ts'
import { findMyCard } from './find-my-card.ts'

const house = await openHouse()
const hmac = (key: Uint8Array, message: Uint8Array) => createHmac('sha256', key).update(message).digest()

/** What a phone that kept this card shows now, with or without a network. */
function shown({ number, secret }: Pick<Card, 'number' | 'secret'>): string {
  const key = Buffer.from(secret, 'base64url')
  return `${number}.${minuteCode(hmac, key, number, minuteOf(house.now().getTime()))}`
}
const isValid = async (code: string) => (await house.asks(house.anyone(), checkCard, { code })).valid

test('a phone without a network shows a card that is believed until its key ends, and not a minute longer', async () => {
  const { outcome } = await house.applies()
  const card = outcome.card
  if (!card) throw new Error('whoever joins has a card')

  expect(card.secretUntil).toBe('2026-03-05T16:00:00.000Z')
  for (const [at, believed] of [
    ['2026-03-02T09:00:00+08:00', true],
    ['2026-03-03T00:01:00+08:00', true],
    ['2026-03-05T23:59:00+08:00', true],
    ['2026-03-06T00:02:00+08:00', false],
    ['2026-04-02T09:00:00+08:00', false],
  ] as const) {
    house.moveTo(at)
    expect(await isValid(shown(card)), at).toBe(believed)
  }
  house.moveTo('2026-03-02T09:00:00+08:00')
})

test('a session that lives gets the next key: a lost phone whose session has ended has none', async () => {
  const { actor, outcome, cookie } = await house.applies()
  const first = outcome.card?.secret
  house.moveTo('2026-03-04T09:00:00+08:00')

  const card = await house.asks(actor, findMyCard, {})
  await house.rows('update people.session set ended_at = $1 where account_id = $2', [house.now(), actor.account])
  const refused = await house.server.inject({ method: 'GET', url: '/api/me/card', headers: { cookie } })

  expect(card.secret).not.toBe(first)
  expect(await isValid(shown(card))).toBe(true)
  expect(refused.statusCode).toBe(401)
  house.moveTo('2026-03-02T09:00:00+08:00')
})
