import { createHmac } from 'node:crypto'
import type { Services } from '@gongqiao/kernel/services.ts'
import { checkMinuteCode, minuteOf } from '@gongqiao/kernel/shared/minute-code.ts'

/**
 * For how many days after the day it was given a card's key makes codes that are believed. A phone without a network
 * shows a living card that long; a lost one no longer, since only a session that lives gets the next key.
 */
export const cardKeyDays = 3

const dayMs = 86_400_000
/** China keeps one legal time without summer time. */
const chinaOffsetMs = 8 * 3_600_000
const dayOf = (ms: number) => Math.floor((ms + chinaOffsetMs) / dayMs)

const keyOf = ({ keyring }: Pick<Services, 'keyring'>, number: string, day: number) =>
  keyring.digest('card', `${number} ${day}`)

/** The key that a card is given today, and until when its codes are believed. */
export function cardKey(services: Pick<Services, 'keyring' | 'now'>, number: string): { secret: string; until: Date } {
  const day = dayOf(services.now().getTime())
  return {
    secret: keyOf(services, number, day).toString('base64url'),
    until: new Date((day + cardKeyDays + 1) * dayMs - chinaOffsetMs),
  }
}

const hmacSha256 = (key: Uint8Array, message: Uint8Array) => createHmac('sha256', key).update(message).digest()

/** Whether a code is the card's of about this minute, by any key that is still believed; takes as long for a wrong one. */
export function isCardCode(services: Pick<Services, 'keyring' | 'now'>, number: string, code: string): boolean {
  const now = services.now().getTime()
  let found = false
  for (let age = 0; age <= cardKeyDays; age++) {
    const key = keyOf(services, number, dayOf(now) - age)
    if (checkMinuteCode(hmacSha256, key, number, minuteOf(now), code)) found = true
  }
  return found
}
