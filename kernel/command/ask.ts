import { civilDay } from '@gongqiao/calendar'
import type { Static, TSchema } from 'typebox'
import { inTransaction } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { coversRange, subtreeOf } from '../shared/place.ts'
import { logAccess } from './access-log.ts'
import { type Actor, type ActorKind, type ActorOf, startingRange } from './actor.ts'
import { makeAllow, refuseOtherKinds } from './allow.ts'
import type { Query } from './query.ts'
import { validated } from './validate.ts'

/**
 * Asks a query: validates, reads in the actor's scope in a read-only transaction, and logs whose records were shown
 * before the answer is given. A query that never asked `allow` shows nothing.
 */
export async function ask<I extends TSchema, O extends TSchema, K extends ActorKind>(
  services: Services,
  actor: Actor,
  query: Query<I, O, K>,
  input: unknown,
): Promise<Static<O>> {
  refuseOtherKinds(query.by, actor)
  const value = validated(query.input, input)
  const now = services.now()
  const allow = makeAllow(query.act, actor)
  const answer = await inTransaction(
    services.pool,
    startingRange(actor, query.cellOf?.(value)),
    async (tx, line) => {
      const result = await query.run({
        tx,
        input: value,
        actor: asActorOf<K>(actor),
        now,
        today: civilDay(now),
        allow,
        services,
        async within(range) {
          if (!allow.asked()) throw new Error(`${query.act} opened a range before it asked allow`)
          if (actor.kind === 'post' && !actor.post.ranges.some((own) => coversRange(own, range))) {
            throw new Error(`${query.act} would open more than its post covers`)
          }
          line.open(range)
        },
        async mine(cell) {
          if (!allow.asked() || actor.kind !== 'person')
            throw new Error(`${query.act} is not about the person who asks`)
          line.open({ cellLo: cell, cellHi: cell, pathLo: '', pathHi: '~' })
        },
        async reach(name, place) {
          if (!(name in query.beyond)) throw new Error(`${query.act} declares no reach named ${name}`)
          if (!allow.asked()) throw new Error(`${query.act} reached beyond its actor before it asked allow`)
          line.open(subtreeOf(place))
        },
      })
      if (!allow.asked()) throw new Error(`${query.act} never asked allow`)
      return result
    },
    'read only',
  )
  if (actor.kind === 'post' && query.subjects) await logAccess(services, actor, query.act, now, query.subjects(answer))
  return answer
}

/** Safe because `refuseOtherKinds` has just let only these kinds pass. */
function asActorOf<K extends ActorKind>(actor: Actor): ActorOf<K> | ActorOf<'system'> {
  return actor as ActorOf<K> | ActorOf<'system'>
}
