import { Refusal } from '../refusal.ts'
import { covers, type Place } from '../shared/place.ts'
import type { Actor, ActorKind } from './actor.ts'

/** Asks whether the actor may do this act; fails closed. A command or query that never asked changes and shows nothing. */
export type Allow = {
  /** By grant: the post has the act and covers the place. Refuses `kernel.absent` outside its ranges, `kernel.forbidden` without the act. */
  (place: Place): void
  /** The person themselves: the subject is the actor's own record. Refuses `kernel.absent` otherwise. */
  self(person: string): void
  /** Whoever asks, because the act is open to everybody by its nature; say why. */
  everybody(why: string): void
  /** The officer about their own account. */
  own(account: string): void
  /** By grant, wherever the post is: it has the act. For reading what belongs to no single place. */
  anywhere(): void
  readonly asked: () => boolean
}

/** Makes the `allow` of one act and one actor. */
export function makeAllow(act: string, actor: Actor): Allow {
  let asked = false
  const granted = () => {
    asked = true
    if (actor.kind === 'system') return true
    return actor.kind === 'post' && actor.post.acts.has(act)
  }
  const notGranted = () => {
    const withheld = actor.kind === 'post' && actor.post.withheld?.acts.has(act) ? actor.post.withheld : undefined
    return new Refusal(withheld?.because ?? 'kernel.forbidden')
  }
  const allow = (place: Place) => {
    const has = granted()
    if (actor.kind === 'system') return
    if (actor.kind !== 'post' || !actor.post.ranges.some((range) => covers(range, place)))
      throw new Refusal('kernel.absent')
    if (!has) throw notGranted()
  }
  return Object.assign(allow, {
    self(person: string) {
      asked = true
      if (actor.kind !== 'person' || actor.person !== person) throw new Refusal('kernel.absent')
    },
    everybody(why: string) {
      asked = why.length > 0
    },
    own(account: string) {
      asked = true
      if ((actor.kind !== 'officer' && actor.kind !== 'post') || actor.account !== account)
        throw new Refusal('kernel.absent')
    },
    anywhere() {
      if (!granted()) throw notGranted()
    },
    asked: () => asked,
  })
}

/** Refuses an actor of a kind the act is not for. */
export function refuseOtherKinds(by: readonly ActorKind[], actor: Actor): void {
  if (actor.kind !== 'system' && !by.includes(actor.kind)) {
    throw new Refusal(actor.kind === 'anyone' ? 'kernel.sign_in_first' : 'kernel.forbidden')
  }
}
