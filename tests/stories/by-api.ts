import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { ApplicationView, Card, JoiningCode, JoinOutcome } from '@gongqiao/modules/membership/contract.ts'
import { noticeVersion } from '@gongqiao/modules/membership/texts/notice.ts'
import type { OfficerSelf, Post } from '@gongqiao/modules/organization/contract.ts'
import type { APIRequestContext, APIResponse, Page } from '@playwright/test'
import type { Installation } from './installation.ts'
import type { Newcomer } from './people.ts'

/** Levels of which the demonstration has an officer. */
export type OfficerLevel = 'nation' | 'province' | 'prefecture' | 'county' | 'township' | 'grassroots'

/** An officer at work over the API: what a story takes as given, done by the acts the screens use. */
export type Officer = {
  readonly self: OfficerSelf
  readonly post: Post
  send<T>(path: string, body: object): Promise<T>
  ask<T>(path: string): Promise<T>
}

/** The account, password and code of an officer at this moment. */
export async function credentials(house: Installation, level: OfficerLevel) {
  const found = (await house.inbox()).officers.find(({ login }) => login === `demo-${level}`)
  if (!found) throw new Error(`no officer of the ${level}`)
  return found
}

/** Signs an officer in inside this page's browser, so that its screens find the session. */
export async function signedIn(house: Installation, page: Page, level: OfficerLevel): Promise<Officer> {
  const { login, password, code } = await credentials(house, level)
  const { request } = page.context()
  await send(request, `${house.url}/api/officer/sign-in`, { login, password })
  const self = await send<OfficerSelf>(request, `${house.url}/api/officer/sign-in/totp`, { code })
  const [post] = self.posts
  if (!post) throw new Error(`the officer of the ${level} holds no post`)
  const headers = { 'X-Post': post.id }
  return {
    self,
    post,
    send: (path, body) => send(request, house.url + path, body, headers),
    ask: async (path) => answer(await request.get(house.url + path, { headers })),
  }
}

/** The six digits that were sent to a phone last. */
export async function codeSentTo(house: Installation, phone: string): Promise<string> {
  const message = (await house.inbox()).items.find(({ to }) => to === phone)
  const code = /\d{6}/.exec(message?.text ?? '')?.[0]
  if (code === undefined) throw new Error(`nothing was sent to ${phone}`)
  return code
}

/** Makes a joining code for the officer's own union, or for another in reach. */
export function madeCode(officer: Officer, label: string, { unit = officer.post.unit.id, validDays = 30 } = {}) {
  return officer.send<JoiningCode>(`/api/units/${unit}/joining-codes`, { label, validDays })
}

/** Lets somebody join through a code from this page's browser, which is signed in as them afterwards. */
export async function joined(house: Installation, page: Page, person: Newcomer, link: string): Promise<Card> {
  const { request } = page.context()
  const { name, number, phone } = person
  const code = link.split('/').at(-1) ?? ''
  await send(request, `${house.url}/api/joining/phone-codes`, { phone, code })
  const outcome = await send<JoinOutcome>(request, `${house.url}/api/joining/applications`, {
    code,
    name,
    identityKind: 'resident_card',
    identityNumber: number,
    phone,
    phoneCode: await codeSentTo(house, phone),
    consents: { notice: noticeVersion, sensitive: true },
  })
  if (!outcome.card) throw new Error(`${name} was told: ${outcome.outcome}`)
  return outcome.card
}

/** Confirms the application behind a card, as decided today. */
export function confirmed(officer: Officer, { matter }: Card): Promise<ApplicationView> {
  const decidedOn = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  if (!matter) throw new Error('nothing waits for confirmation')
  return officer.send(`/api/cells/${matter.cell}/applications/${matter.id}/confirmation`, { decidedOn })
}

async function send<T>(request: APIRequestContext, address: string, data: object, headers = {}): Promise<T> {
  return answer(await request.post(address, { data, headers: { ...headers, 'Idempotency-Key': newId() } }))
}

/** Safe because the server checks every answer against the contract the type was taken from before it sends it. */
async function answer<T>(response: APIResponse): Promise<T> {
  if (!response.ok()) throw new Error(`${response.url()}: ${response.status()} ${await response.text()}`)
  return (await response.json()) as T
}
