import { changeKept, readAllKept } from '../offline/phone-store.ts'
import { type DeliveryParts, deliverLetters } from './deliver.ts'
import { isLetter } from './letter.ts'
import { unseal } from './seal.ts'

/** The tag under which a browser that can tells the service worker that a network is there again. */
export const syncTag = 'letters'

/** The letters of this phone, as delivery works with them. */
export function ownParts(now: () => number): DeliveryParts {
  return {
    box: {
      all: () => readAllKept('letters'),
      change: (id, change) => changeKept('letters', id, (value) => (isLetter(value) ? change(value) : undefined)),
    },
    unseal,
    fetch: (address, init) => fetch(address, init),
    now,
  }
}

/** Sends what waits on this phone. A browser that keeps no database has nothing to send. */
export async function deliverOwn(now: () => number): Promise<{ answered: boolean; waiting: number }> {
  return deliverLetters(ownParts(now)).catch(() => ({ answered: false, waiting: 0 }))
}
