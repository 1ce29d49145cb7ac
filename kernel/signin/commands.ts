import { type Static, type TSchema, Type } from 'typebox'
import { command } from '../command/command.ts'
import type { Tx } from '../database/tx.ts'
import { Refusal } from '../refusal.ts'
import { Done, done, Nothing } from '../shapes.ts'
import { type OfficerSignIn, officerCookie } from './officers.ts'
import { makeThrottle } from './throttle.ts'

const windowMs = 15 * 60_000
const triesAtMost = 10

/** What the first step of signing in asks for next. */
const NextStep = Type.Object({ next: Type.Literal('totp') }, { $id: 'kernel.NextStep', additionalProperties: false })
/** What whoever has signed in is answered: who they are, in the words of the module that knows. */
export type Greeting<O extends TSchema> = {
  readonly shape: O
  readonly greet: (tx: Tx, account: string, name: string, today: string) => Promise<Static<O>>
}

/** Officers' sign-in as commands: password, then code; ten tries in a quarter of an hour for each login and address. */
export function signInCommands<O extends TSchema>(officers: OfficerSignIn, greeting: Greeting<O>) {
  const throttle = makeThrottle('kernel.sign_in_locked', triesAtMost, windowMs)

  /** First step: login and password. Refuses `kernel.sign_in_wrong`, `kernel.sign_in_locked`. */
  const beginSignIn = command({
    act: 'kernel.begin_sign_in',
    by: ['anyone'],
    input: Type.Object(
      { login: Type.String({ minLength: 1, maxLength: 60 }), password: Type.String({ minLength: 1, maxLength: 200 }) },
      { additionalProperties: false },
    ),
    output: NextStep,
    async run({ input, actor, now, allow }) {
      allow.everybody('signing in is open to whoever knows the password')
      const key = `${input.login.toLowerCase()} ${actor.kind === 'anyone' ? actor.address : ''}`
      throttle.count(key, now.getTime())
      const ticket = await officers.begin(input.login, input.password)
      if (!ticket) throw new Refusal('kernel.sign_in_wrong')
      throttle.forget(key)
      return { cell: 0, answer: { next: 'totp' as const }, cookie: ticket }
    },
  })

  /** Second step: the time-based code. Refuses `kernel.sign_in_wrong`, `kernel.sign_in_locked`. */
  const finishSignIn = command({
    act: 'kernel.finish_sign_in',
    by: ['anyone'],
    input: Type.Object({ code: Type.String({ minLength: 6, maxLength: 8 }) }, { additionalProperties: false }),
    output: greeting.shape,
    async run({ tx, input, actor, now, today, allow }) {
      allow.everybody('the ticket proves the first step')
      const ticket = actor.kind === 'anyone' ? actor.ticket : undefined
      if (ticket === undefined) throw new Refusal('kernel.sign_in_first')
      throttle.count(ticket, now.getTime())
      const found = await officers.finish(ticket, input.code)
      if (!found) throw new Refusal('kernel.sign_in_wrong')
      return {
        cell: 0,
        subject: found.account,
        answer: await greeting.greet(tx, found.account, found.name, today),
        cookie: found.session,
      }
    },
  })

  /** Ends an officer's session. */
  const endSignIn = command({
    act: 'kernel.end_sign_in',
    by: ['officer'],
    input: Nothing,
    output: Done,
    async run({ actor, allow }) {
      if (actor.kind === 'system') throw new Error('the system does not sign out')
      allow.own(actor.account)
      await officers.endAll(actor.account)
      return {
        cell: 0,
        subject: actor.account,
        answer: done,
        cookie: { name: officerCookie, value: '', maxAgeSeconds: 0 },
      }
    },
  })
  return { beginSignIn, finishSignIn, endSignIn }
}
