import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { totpCode } from '@gongqiao/kernel/signin/totp.ts'
import type { ApplicationView, Card, JoiningCode, JoinOutcome } from '@gongqiao/modules/membership/contract.ts'
import { noticeVersion } from '@gongqiao/modules/membership/texts/notice.ts'
import type {
  InvitationLook,
  OfficerInvitation,
  OfficerSelf,
  Post,
  Unit,
} from '@gongqiao/modules/organization/contract.ts'
import type { APIRequestContext, APIResponse, Page } from '@playwright/test'
import { readBase32 } from '../base32.ts'
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
  return signedInAs(house, page, { login, password, code })
}

type Account = { readonly login: string; readonly password: string; readonly code: string }

async function signedInAs(house: Installation, page: Page, { login, password, code }: Account): Promise<Officer> {
  const { request } = page.context()
  await send(request, `${house.url}/api/officer/sign-in`, { login, password })
  const self = await send<OfficerSelf>(request, `${house.url}/api/officer/sign-in/totp`, { code })
  const [post] = self.posts
  if (!post) throw new Error(`${login} holds no post`)
  const headers = { 'X-Post': post.id }
  return {
    self,
    post,
    send: (path, body) => send(request, house.url + path, body, headers),
    ask: async (path) => answer(await request.get(house.url + path, { headers })),
  }
}

/** An officer of a union that had none of its own, invited by whoever is above and signed in in this page's browser. */
export async function appointed(house: Installation, page: Page, above: Officer, unit: Unit): Promise<Officer> {
  const name = '舒望'
  const wish = { role: 'grassroots_officer', title: '工会主席', name }
  const { link } = await above.send<OfficerInvitation>(`/api/units/${unit.id}/invitations`, wish)
  const token = new URL(link ?? '').hash.slice(1)
  const { request } = page.context()
  const seen = await answer<InvitationLook>(await request.get(`${house.url}/api/officer/invitations/${token}`))
  const [login, password] = [`officer-${newId().slice(-12)}`, '四只 猫 lantern 八月']
  const code = () => totpCode(readBase32(seen.totp.secret), new Date())
  const account = { token, ticket: seen.totp.ticket, name, login, password, code: code() }
  await send(request, `${house.url}/api/officer/invitations/acceptance`, account)
  return signedInAs(house, page, { login, password, code: code() })
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
