import { makeIdentityNumber } from '@gongqiao/codes'
import { noticeVersion } from '@gongqiao/modules/membership/index.ts'
import { expect } from 'vitest'
import type { Served } from './served.ts'

/** What a face sends with everything it writes. */
export const headersOf = { 'content-type': 'application/json', 'x-gongqiao': '1' }

/** What a person who was told "done" holds in their hand. */
export type Ticket = { readonly cookie: string; readonly card: string }

let people = 0

/** People who join a served product over HTTP, and what they hold afterwards. */
export function peopleOf({ url }: Pick<Served, 'url'>) {
  const send = (path: string, body: object) =>
    fetch(`${url}/api${path}`, { method: 'POST', headers: headersOf, body: JSON.stringify(body) })
  const ask = async (path: string, cookie = '') => (await fetch(`${url}/api${path}`, { headers: { cookie } })).json()

  /** Somebody who is about to join: with a code on their phone. */
  async function newcomer() {
    const sequence = ++people
    const phone = `1540${String(9_000_000 + sequence)}`
    const { joinLink } = asInbox(await ask('/demonstration/inbox'))
    const code = joinLink.split('/').at(-1) ?? ''
    await send('/joining/phone-codes', { phone, code })
    const { items } = asInbox(await ask('/demonstration/inbox'))
    const text = items.find(({ to }) => to === phone)?.text ?? ''
    return {
      code,
      name: '复原',
      identityKind: 'resident_card',
      identityNumber: makeIdentityNumber({ address: '330825', birthDate: '1991-07-09', sequence }),
      phone,
      phoneCode: /\d{6}/.exec(text)?.[0] ?? '',
      consents: { notice: noticeVersion, sensitive: true },
    }
  }

  /** Submits, and gives what a person who was told "done" holds; undefined when they were told nothing. */
  async function joins(form: object): Promise<Ticket | undefined> {
    const answer = await send('/joining/applications', form).catch(() => undefined)
    if (answer?.status !== 201) return undefined
    const { card } = asOutcome(await answer.json())
    return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', card: card.number }
  }

  return {
    newcomer,
    joins,
    async joined(): Promise<Ticket> {
      const ticket = await joins(await newcomer())
      if (!ticket) throw new Error('a valid submission is taken')
      return ticket
    },
    /** Whoever was told that they belong belongs, and can show it. */
    async stillThere(tickets: readonly Ticket[]) {
      for (const { cookie, card } of tickets)
        expect(await ask('/me/card', cookie)).toMatchObject({ number: card, status: 'provisional' })
    },
  }
}

type Inbox = { readonly joinLink: string; readonly items: readonly { readonly to: string; readonly text: string }[] }

/** Safe because the server checks the inbox against its contract before it answers. */
function asInbox(value: unknown): Inbox {
  return value as Inbox
}

/** Safe because the server checks the outcome against its contract before it answers. */
function asOutcome(value: unknown): { readonly card: { readonly number: string } } {
  return value as { readonly card: { readonly number: string } }
}
