import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeIdentityNumber } from '@gongqiao/codes'
import { noticeVersion } from '@gongqiao/modules/membership/index.ts'
import { afterAll, expect, test } from 'vitest'
import { makeServed } from '../../tests/served.ts'

const served = await makeServed()
afterAll(() => served.remove())

const headers = { 'content-type': 'application/json', 'x-gongqiao': '1' }
const send = (path: string, body: object) =>
  fetch(`${served.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
const ask = async (path: string, cookie = '') =>
  (await fetch(`${served.url}/api${path}`, { headers: { cookie } })).json()
let people = 0

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

/** Submits, and gives what a person who was told "done" holds in their hand; undefined when they were told nothing. */
async function joins(form: object): Promise<{ cookie: string; card: string } | undefined> {
  const answer = await send('/joining/applications', form).catch(() => undefined)
  if (answer?.status !== 201) return undefined
  const { card } = asOutcome(await answer.json())
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', card: card.number }
}
async function joined() {
  const ticket = await joins(await newcomer())
  if (!ticket) throw new Error('a valid submission is taken')
  return ticket
}
/** Whoever was told that they belong belongs, and can show it. */
async function stillThere(tickets: readonly { cookie: string; card: string }[]) {
  for (const { cookie, card } of tickets)
    expect(await ask('/me/card', cookie)).toMatchObject({ number: card, status: 'provisional' })
}

test('after kill -9 of server, database or both, a start finds everything acknowledged, and the figures are right', async () => {
  await served.start()
  const tickets = [await joined()]

  await served.kill()
  await served.start()
  await stillThere(tickets)

  tickets.push(await joined())
  await served.killDatabase()
  await served.recovered()
  await stillThere(tickets)
  tickets.push(await joined())

  const forms = await Promise.all(Array.from({ length: 12 }, newcomer))
  const running = forms.map(joins)
  // Some have been answered and some have not when everything goes.
  const first = await Promise.race(running)
  await Promise.all([served.kill(), served.killDatabase()])
  const answered = (await Promise.all(running)).filter((ticket) => ticket !== undefined)
  expect(answered).toContainEqual(first)
  await served.start()
  await stillThere([...tickets, ...answered])

  const verified = await served.run('verify')
  expect(verified.said).not.toContain('✗')
  expect(verified.code).toBe(0)
}, 120_000)

/** Begins to send a submission: it is being read already, and its second half comes when `finish` is called. */
async function halfSent(form: object) {
  const body = Buffer.from(JSON.stringify(form))
  const sending = request(`${served.url}/api/joining/applications`, {
    method: 'POST',
    headers: { ...headers, 'content-length': body.length, expect: '100-continue' },
  })
  const answered = once(sending, 'response')
  sending.flushHeaders()
  await once(sending, 'continue')
  sending.write(body.subarray(0, 40))
  return {
    async finish() {
      sending.end(body.subarray(40))
      const [answer] = await answered
      return asAnswer(answer).statusCode
    },
  }
}

test('told to stop, it ends in order: what runs is answered, and the database is shut down', async () => {
  await served.start()
  const running = await halfSent(await newcomer())

  const stopped = served.stop()
  while (!served.said().includes('stopping')) await sleep(10)

  expect(await running.finish()).toBe(201)
  expect(await stopped).toBe(0)
  await served.start()
  expect(served.said()).not.toContain('recovering')
  await expect(served.run('verify')).resolves.toMatchObject({ code: 0 })
}, 120_000)

type Inbox = { readonly joinLink: string; readonly items: readonly { readonly to: string; readonly text: string }[] }

/** Safe because the server checks the inbox against its contract before it answers. */
function asInbox(value: unknown): Inbox {
  return value as Inbox
}

/** Safe because the server checks the outcome against its contract before it answers. */
function asOutcome(value: unknown): { readonly card: { readonly number: string } } {
  return value as { readonly card: { readonly number: string } }
}

/** Safe because this is what the client's event carries. */
function asAnswer(value: unknown): IncomingMessage {
  return value as IncomingMessage
}
