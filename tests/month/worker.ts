import type { Card, JoinOutcome } from '@gongqiao/modules/membership/contract.ts'
import { noticeVersion } from '@gongqiao/modules/membership/texts/notice.ts'
import type { MyAsk, Received } from '@gongqiao/modules/rights/contract.ts'
import type { Installation } from '../stories/installation.ts'
import { type Newcomer, newcomer } from '../stories/people.ts'
import { openParty, type Party } from './party.ts'
import type { Told } from './told.ts'

/** A worker with a phone: what they do is done over the interface and is no time of the officer's. */
export type Worker = Newcomer & {
  readonly party: Party
  card(): Promise<Card>
  /** Asks the union and gives the matter. */
  asks(words: string): Promise<MyAsk>
}

/** The six digits that were sent to a phone last. */
async function codeSentTo(house: Installation, phone: string): Promise<string> {
  const message = (await house.inbox()).items.find(({ to }) => to === phone)
  const code = /\d{6}/.exec(message?.text ?? '')?.[0]
  if (code === undefined) throw new Error(`nothing was sent to ${phone}`)
  return code
}

/** Somebody scans a joining code and is a provisional member. */
export async function joins(house: Installation, told: Told, link: string): Promise<Worker> {
  const person = newcomer()
  const party = await openParty(house.url, told)
  const code = link.split('/').at(-1) ?? ''
  await party.send('/joining/phone-codes', { phone: person.phone, code })
  const outcome = await party.send<JoinOutcome>('/joining/applications', {
    code,
    name: person.name,
    identityKind: 'resident_card',
    identityNumber: person.number,
    phone: person.phone,
    phoneCode: await codeSentTo(house, person.phone),
    consents: { notice: noticeVersion, sensitive: true },
  })
  if (!outcome.card) throw new Error(`${person.name} was told: ${outcome.outcome}`)
  return {
    ...person,
    party,
    card: () => party.ask<Card>('/me/card'),
    asks: async (words) => (await party.send<Received>('/me/asks', { words })).ask,
  }
}
