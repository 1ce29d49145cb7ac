import { totpCode } from '@gongqiao/kernel/signin/totp.ts'
import type { InvitationLook, OfficerInvitation, OfficerSelf, Unit } from '@gongqiao/modules/organization/contract.ts'
import { readBase32 } from '../base32.ts'
import type { Installation } from '../stories/installation.ts'
import { openParty, type Party } from './party.ts'
import type { Told } from './told.ts'

/** An officer with an account, and what shows at any moment that it is them. */
export type Account = {
  readonly unit: Unit
  readonly login: string
  readonly password: string
  /** The six digits at an instant. */
  code(at: Date): string
}

/** An officer of the demonstration at work over the interface. */
export async function demonstrated(house: Installation, told: Told, level: string): Promise<[Party, Unit]> {
  const found = (await house.inbox()).officers.find(({ login }) => login === `demo-${level}`)
  if (!found) throw new Error(`no officer of the ${level}`)
  return signedIn(house, told, found)
}

async function signedIn(
  house: Installation,
  told: Told,
  { login, password, code }: { readonly login: string; readonly password: string; readonly code: string },
): Promise<[Party, Unit]> {
  const party = await openParty(house.url, told)
  await party.send('/officer/sign-in', { login, password })
  const self = await party.send<OfficerSelf>('/officer/sign-in/totp', { code })
  const [post] = self.posts
  if (!post) throw new Error(`${login} holds no post`)
  party.actAs(post.id)
  return [party, post.unit]
}

/** Signs an account in over the interface. */
export const atWork = (house: Installation, told: Told, account: Account, at: Date) =>
  signedIn(house, told, { ...account, code: account.code(at) }).then(([party]) => party)

/** Invites an officer to a union that has none of its own; they open an account. */
export async function appoint(
  house: Installation,
  told: Told,
  above: Party,
  unit: Unit,
  name: string,
  login: string,
): Promise<Account> {
  const wish = { role: 'grassroots_officer', title: '工会主席', name }
  const { link } = await above.send<OfficerInvitation>(`/units/${unit.id}/invitations`, wish)
  const token = new URL(link ?? '').hash.slice(1)
  const party = await openParty(house.url, told)
  const seen = await party.ask<InvitationLook>(`/officer/invitations/${token}`)
  const password = 'sangtian-4-lantern'
  const secret = readBase32(seen.totp.secret)
  const code = (at: Date) => totpCode(secret, at)
  await party.send('/officer/invitations/acceptance', {
    token,
    ticket: seen.totp.ticket,
    name,
    login,
    password,
    code: code(new Date()),
  })
  await party.end()
  return { unit, login, password, code }
}
