import { checkName } from '@gongqiao/codes'
import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { loginPattern, passwordLength } from '@gongqiao/kernel/signin/officer-account.ts'
import type { OfficerSignIn } from '@gongqiao/kernel/signin/officers.ts'
import { makeThrottle } from '@gongqiao/kernel/signin/throttle.ts'
import { isTotpCode } from '@gongqiao/kernel/signin/totp.ts'
import { Type } from 'typebox'
import { InvitationAccepted } from '../contract.ts'
import { endInvitation } from '../invitations/end-invitation.ts'
import { linkReach, openLink } from '../invitations/open-link.ts'
import { takePost } from '../invitations/take-post.ts'
import { readTicket } from '../invitations/ticket.ts'
import { findOpenUnit, takesMembers } from '../open-unit.ts'

const windowMs = 15 * 60_000
const triesAtMost = 10

/** Accepting an invitation, over the officers' sign-in that the account is opened in. */
export function invitationCommands(officers: Pick<OfficerSignIn, 'addWithin'>) {
  const throttle = makeThrottle('kernel.sign_in_locked', triesAtMost, windowMs)

  /**
   * Accepts an invitation 接受邀请: opens the account and takes the post, once.
   *
   * Refuses `kernel.invalid_input`, `kernel.sign_in_locked`, `organization.invitation_unknown`,
   * `organization.invitation_used`, `organization.invitation_revoked`, `organization.invitation_expired`,
   * `organization.unit_not_active`, `organization.code_wrong`, `organization.login_taken`.
   */
  const acceptInvitation = command({
    act: 'organization.accept_invitation',
    by: ['anyone'],
    input: Type.Object(
      {
        token: Type.String({ minLength: 1, maxLength: 80 }),
        ticket: Type.String({ minLength: 1, maxLength: 400, description: 'from the look at the link' }),
        name: Type.String({ minLength: 1, maxLength: 100 }),
        login: Type.String({ minLength: 1, maxLength: 60 }),
        password: Type.String({ minLength: 1, maxLength: 200 }),
        code: Type.String({ minLength: 1, maxLength: 12, description: 'what the authenticator shows now' }),
      },
      { additionalProperties: false },
    ),
    output: InvitationAccepted,
    beyond: linkReach,
    check: ({ name, login, password, code }) => accountFaults({ name, login, password, code }),
    async run({ tx, input, now, today, allow, services, reach }) {
      allow.everybody('the link is the proof: its secret reached whom it was sent to')
      throttle.count(input.token, now.getTime())
      const row = await openLink(tx, services, input.token, now, reach, 'to change')
      const secret = await readTicket(services, row, input.ticket)
      if (secret === undefined || !isTotpCode(secret, input.code.replace(/\s/g, ''), now))
        throw new Refusal('organization.code_wrong')
      const unit = await findOpenUnit(tx, row.unit_id)
      if (!unit) throw absent()
      if (!takesMembers(unit)) throw new Refusal('organization.unit_not_active')
      const name = checkName(input.name)
      if (!name.ok) throw new Error('the name was checked before')

      const account = newId(now.getTime())
      const login = input.login.trim()
      const officer = { id: account, login, name: name.value, password: input.password, totpSecret: secret }
      if (!(await officers.addWithin(tx, officer))) throw new Refusal('organization.login_taken')
      const post = await takePost(tx, unit, row, { account, name: name.value }, { now, today })
      await endInvitation(tx, row, { account, post }, now)
      throttle.forget(input.token)
      return {
        cell: row.cell_id,
        subject: row.id,
        before: { accepted: false },
        after: { account, post },
        facts: [{ cell: row.cell_id, name: 'organization.post_taken', body: { post, unit: unit.id } }],
        answer: { login: login.toLowerCase(), unit: unit.name, title: row.title },
      }
    },
  })
  return { acceptInvitation }
}

type Typed = {
  readonly name: unknown
  readonly login: unknown
  readonly password: unknown
  readonly code: unknown
}

/** What is wrong with an account to be opened, every fault at once. */
function accountFaults({ name, login, password, code }: Typed): Fault[] {
  const faults: Fault[] = []
  const named = typeof name === 'string' ? checkName(name) : undefined
  if (named && !named.ok)
    for (const fault of named.faults) faults.push({ field: '/name', code: `people.name.${fault.code}` })
  if (typeof login === 'string' && !new RegExp(loginPattern).test(login.trim()))
    faults.push({ field: '/login', code: 'organization.login.form' })
  if (typeof password === 'string' && [...password].length < passwordLength)
    faults.push({ field: '/password', code: 'organization.password.short', variables: { limit: passwordLength } })
  else if (typeof password === 'string' && typeof login === 'string' && sameAs(password, login))
    faults.push({ field: '/password', code: 'organization.password.is_login' })
  if (typeof code === 'string' && !/^\d{6}$/.test(code.replace(/\s/g, '')))
    faults.push({ field: '/code', code: 'organization.code.form' })
  return faults
}

function sameAs(password: string, login: string): boolean {
  return password.trim().toLowerCase() === login.trim().toLowerCase()
}
