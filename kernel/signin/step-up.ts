import { Type } from 'typebox'
import type { Actor } from '../command/actor.ts'
import { command } from '../command/command.ts'
import { Refusal } from '../refusal.ts'
import { Instant } from '../shapes.ts'
import type { OfficerSignIn } from './officers.ts'
import { makeThrottle } from './throttle.ts'

const windowMs = 15 * 60_000
const triesAtMost = 10
/** How long a proof holds, 5 minutes. */
export const stepUpHoldsMs = 5 * 60_000

/**
 * Refuses `kernel.step_up_first` unless the actor's session has proved within five minutes, by password and code, who it
 * is. For acts that a session left open on a desk must not allow.
 */
export function refuseWithoutStepUp(actor: Actor, now: Date): void {
  const at = actor.kind === 'post' ? actor.steppedUpAt : undefined
  if (!at || now.getTime() - at.getTime() > stepUpHoldsMs) throw new Refusal('kernel.step_up_first')
}

/** Until when a proof holds. */
const SteppedUp = Type.Object({ until: Instant }, { $id: 'kernel.SteppedUp', additionalProperties: false })

/** Makes the command by which an officer proves anew, within a session, who they are 再次验证. */
export function stepUpCommand(officers: OfficerSignIn) {
  const throttle = makeThrottle('kernel.sign_in_locked', triesAtMost, windowMs)

  /** Password and code once more. Refuses `kernel.step_up_wrong`, `kernel.sign_in_locked`. */
  return command({
    act: 'kernel.step_up',
    by: ['officer'],
    input: Type.Object(
      { password: Type.String({ minLength: 1, maxLength: 200 }), code: Type.String({ minLength: 6, maxLength: 8 }) },
      { additionalProperties: false },
    ),
    output: SteppedUp,
    async run({ input, actor, now, allow }) {
      if (actor.kind === 'system') throw new Error('the system proves nothing')
      allow.own(actor.account)
      throttle.count(actor.account, now.getTime())
      const proved =
        actor.session !== undefined && (await officers.stepUp(actor.session, actor.account, input.password, input.code))
      if (!proved) throw new Refusal('kernel.step_up_wrong')
      throttle.forget(actor.account)
      return {
        cell: 0,
        subject: actor.account,
        answer: { until: new Date(now.getTime() + stepUpHoldsMs).toISOString() },
      }
    },
  })
}
