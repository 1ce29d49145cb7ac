import type { Cookie } from '../command/command.ts'
import type { Pool } from '../database/connect.ts'
import { hot, inOneStatement, inTransaction, type Tx } from '../database/tx.ts'
import { addOfficerAccount, type NewOfficer } from './officer-account.ts'
import { type OfficerAuthOptions, openOfficerAuth } from './officer-auth.ts'

/** Cookies of officers' sign-in: the session, and the ticket of a sign-in that waits for its code. */
export const officerCookie = 'gongqiao-officer.session_token'
export const ticketCookie = 'gongqiao-officer.two_factor'

/** Officers' sign-in 干部登录: password, then a time-based code; sessions end on the server. */
export type OfficerSignIn = {
  /** Checks the password. Gives a ticket for the second step, or undefined when login or password is wrong. */
  begin(login: string, password: string): Promise<Cookie | undefined>
  /** Checks the code against the ticket. Gives the session, or undefined when it is wrong or too late. */
  finish(ticket: string, code: string): Promise<{ session: Cookie; account: string; name: string } | undefined>
  /** Who a session belongs to, or undefined when it has ended. One statement. */
  whose(sessionCookie: string): Promise<SignedIn | undefined>
  /** Proves anew who a session's account is, by password and code, and keeps when; false when either is wrong. */
  stepUp(session: string, account: string, password: string, code: string): Promise<boolean>
  /** Ends every session of an account. */
  endAll(account: string): Promise<void>
  /** Writes officer accounts that do not stand there yet. */
  add(officers: readonly NewOfficer[]): Promise<void>
  /** Writes one account in a transaction of the caller's; false when its login is somebody's already. */
  addWithin(tx: Tx, officer: NewOfficer): Promise<boolean>
  close(): Promise<void>
}

/** An officer's session. */
export type SignedIn = {
  readonly session: string
  readonly account: string
  readonly name: string
  /** When it last proved anew who it is. */
  readonly steppedUpAt: Date | null
}

const findSession = hot(
  'signin.find_session',
  `select s.id as session, u.id as account, u.name, s."steppedUpAt" as "steppedUpAt" from signin."session" s join signin."user" u on u.id = s."userId"
   where s.token = $1 and s."expiresAt" > $2`,
)

const findLogin = hot('signin.find_login', 'select username as login from signin."user" where id = $1')
const markStepUp = hot(
  'signin.mark_step_up',
  `with proof as (delete from signin."session" where token = $3)
   update signin."session" set "steppedUpAt" = $2 where id = $1`,
)

/** Opens officers' sign-in over the library's tables. */
export function openOfficerSignIn(pool: Pool, options: OfficerAuthOptions, now: () => Date): OfficerSignIn {
  const { auth, pool: own } = openOfficerAuth(options)
  return {
    async begin(login, password) {
      const answer = await quietly(auth.api.signInUsername({ body: { username: login, password }, asResponse: true }))
      return answer && cookieOf(answer, ticketCookie)
    },
    async finish(ticket, code) {
      const headers = new Headers({ cookie: `${ticketCookie}=${encodeURIComponent(ticket)}` })
      const answer = await quietly(auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }))
      const session = answer && cookieOf(answer, officerCookie)
      const who = session && (await this.whose(session.value))
      return session && who && { session, account: who.account, name: who.name }
    },
    async whose(sessionCookie) {
      const token = sessionCookie.split('.')[0] ?? ''
      return (await inOneStatement<SignedIn>(pool, findSession, [token, now()]))[0]
    },
    async stepUp(session, account, password, code) {
      const [user] = await inOneStatement<{ login: string }>(pool, findLogin, [account])
      const ticket = user && (await this.begin(user.login, password))
      const found = ticket && (await this.finish(ticket.value, code))
      if (found?.account !== account) return false
      // The library knows no proof without a session: the one it opened for it ends at once.
      const opened = found.session.value.split('.')[0] ?? ''
      await inOneStatement(pool, markStepUp, [session, now(), opened], 'read write')
      return true
    },
    async endAll(account) {
      await inTransaction(pool, undefined, (tx) =>
        tx.run('delete from signin."session" where "userId" = $1', [account]),
      )
    },
    async add(officers) {
      for (const officer of officers)
        await inTransaction(pool, undefined, (tx) => addOfficerAccount(tx, options.secret, officer, now()))
    },
    addWithin: (tx, officer) => addOfficerAccount(tx, options.secret, officer, now()),
    close: () => own.end(),
  }
}

/** A response that says no is undefined; so is a library that throws its own no. */
async function quietly(answer: Promise<Response>): Promise<Response | undefined> {
  const response = await answer
  return response.ok ? response : undefined
}

function cookieOf(answer: Response, name: string): Cookie | undefined {
  for (const line of answer.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split('; ')
    const at = pair.indexOf('=')
    if (pair.slice(0, at) !== name) continue
    const age = attributes.find((attribute) => /^max-age=/i.test(attribute))?.split('=')[1]
    return { name, value: decodeURIComponent(pair.slice(at + 1)), maxAgeSeconds: Number(age ?? 600) }
  }
  return undefined
}
