import { setTimeout as sleep } from 'node:timers/promises'
import { civilDay } from '@gongqiao/calendar'
import type { Static, TSchema } from 'typebox'
import { mayRunAgain, waitedTooLong } from '../database/failures.ts'
import { hot, inTransaction, type Line } from '../database/tx.ts'
import { makeMatters } from '../matter/matters.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { newId, newIds } from '../shared/ids.ts'
import { coversRange, subtreeOf } from '../shared/place.ts'
import { type Actor, type ActorKind, type ActorOf, homeCell, startingRange } from './actor.ts'
import { makeAllow, refuseOtherKinds } from './allow.ts'
import type { Command, Cookie, Outcome } from './command.ts'
import {
  bodyHash,
  claimKey,
  claimKeyWithNext,
  findKept,
  type KeptAnswer,
  keyIsTaken,
  type RequestKey,
  sealAnswer,
} from './idempotency.ts'
import { validated } from './validate.ts'

/** The answer of a performed command, and the cookie it sets. */
export type Performed<A> = { readonly answer: A; readonly cookie: Cookie | undefined; readonly repeated: boolean }

type Done<O extends TSchema> = { readonly outcome: Outcome<Static<O>>; readonly repeated: boolean }

const triesAtMost = 4
const pauseMs = 25

const finish = hot(
  'kernel.finish',
  `with audited as (
     insert into kernel.audit (cell_id, id, at, act, actor_kind, account_id, post_id, subject_id, before, after)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   ), told as (
     insert into kernel.outbox (cell_id, id, name, body, at)
     select * from unnest($11::int[], $12::uuid[], $13::text[], $14::jsonb[], $15::timestamptz[])
   )
   update kernel.idempotency set answer = $19 where cell_id = $16 and owner = $17 and key = $18`,
)

/**
 * Performs a command: validates, opens the actor's scope, runs it, writes audit row and facts, all in one transaction.
 * What stood in another transaction's way is run again, at most four times.
 *
 * @param key idempotency key (UUID): a repeat within 24 h answers the same without acting again
 */
export async function perform<I extends TSchema, O extends TSchema, K extends ActorKind>(
  services: Services,
  actor: Actor,
  command: Command<I, O, K>,
  input: unknown,
  key?: string,
): Promise<Performed<Static<O>>> {
  refuseOtherKinds(command.by, actor)
  const today = civilDay(services.now())
  const value = validated(command.input, input, (given) => command.check?.(given, today) ?? [])
  const cell = command.cellOf?.(value, services) ?? homeCell(actor)
  const request =
    key === undefined ? undefined : { cell, owner: actor.keyOwner, key, hash: bodyHash(command.act, value) }
  for (let tries = 1; ; tries++) {
    try {
      const { outcome, repeated } = await once(services, actor, command, value, cell, request)
      if (outcome.facts && outcome.facts.length > 0) services.wake()
      if (outcome.refusal) throw outcome.refusal
      return { answer: outcome.answer, cookie: outcome.cookie, repeated }
    } catch (error) {
      if (waitedTooLong(error)) throw new Refusal('kernel.same_request_running', { cause: error })
      if (!mayRunAgain(error) || tries >= triesAtMost) throw error
      // At one pace two that collided would meet again.
      await sleep(Math.random() * pauseMs * tries)
    }
  }
}

async function once<I extends TSchema, O extends TSchema, K extends ActorKind>(
  services: Services,
  actor: Actor,
  command: Command<I, O, K>,
  input: Static<I>,
  cell: number,
  request: RequestKey | undefined,
): Promise<Done<O>> {
  const now = services.now()
  const start = startingRange(actor, cell)
  const work = inTransaction(services.pool, start, async (tx, line) => {
    if (request && command.beginsWithSql) claimKeyWithNext(tx, services, request)
    const kept = request && !command.beginsWithSql && (await claimKey(tx, services, request))
    if (kept) return repeatOf<O>(kept)

    const allow = makeAllow(command.act, actor)
    const today = civilDay(now)
    const outcome = await command.run({
      tx,
      input,
      actor: asActorOf<K>(actor),
      now,
      today,
      allow,
      matters: makeMatters({ tx, actor, now, today, deadlines: services.deadlines }),
      services,
      async within(range) {
        if (!allow.asked()) throw new Error(`${command.act} opened a range before it asked allow`)
        if (actor.kind === 'post' && !actor.post.ranges.some((own) => coversRange(own, range))) {
          throw new Error(`${command.act} would open more than its post covers`)
        }
        line.open(range)
      },
      async reach(name, place) {
        if (!(name in command.beyond)) throw new Error(`${command.act} declares no reach named ${name}`)
        if (!allow.asked()) throw new Error(`${command.act} reached beyond its actor before it asked allow`)
        line.open(subtreeOf(place))
      },
    })
    if (!allow.asked()) throw new Error(`${command.act} never asked allow`)
    await report(line, services, actor, command.act, now, outcome, request)
    return { outcome, repeated: false }
  })
  if (!request || !command.beginsWithSql) return work
  try {
    return await work
  } catch (error) {
    // A repeat may be refused before its first statement: what was answered once is answered again all the same.
    const kept = keyIsTaken(error) || error instanceof Refusal ? await findKept(services, request) : undefined
    if (kept) return repeatOf<O>(kept)
    throw error
  }
}

/** The outcome of a request that was answered before. */
function repeatOf<O extends TSchema>({ answer, cookie }: KeptAnswer): Done<O> {
  return { outcome: { cell: 0, answer: asAnswer<O>(answer), ...(cookie && { cookie }) }, repeated: true }
}

/** Writes what was done, as the last statement: the transaction is committed with it. */
async function report<A>(
  line: Line,
  services: Services,
  actor: Actor,
  act: string,
  now: Date,
  outcome: Outcome<A>,
  request: RequestKey | undefined,
): Promise<void> {
  const facts = outcome.facts ?? []
  const kept = { answer: outcome.answer, ...(outcome.cookie && { cookie: outcome.cookie }) }
  const sealed = request && !outcome.refusal ? await sealAnswer(services, request, kept) : null
  // A refusal is not kept: the person mends the form and sends the same key or another one.
  if (request && outcome.refusal) await line.send(forget, [request.cell, request.owner, request.key])
  await line.sendLast(finish, [
    outcome.cell,
    newId(now.getTime()),
    now,
    act,
    actor.kind,
    'account' in actor ? actor.account : null,
    actor.kind === 'post' ? actor.post.id : null,
    outcome.subject ?? null,
    outcome.before ?? null,
    outcome.after ?? null,
    facts.map((fact) => fact.cell),
    newIds(facts.length, now.getTime()),
    facts.map((fact) => fact.name),
    facts.map((fact) => JSON.stringify(fact.body)),
    facts.map(() => now),
    request?.cell ?? outcome.cell,
    request?.owner ?? '',
    request?.key ?? null,
    sealed,
  ])
}

const forget = hot('kernel.forget_key', 'delete from kernel.idempotency where cell_id = $1 and owner = $2 and key = $3')

/** Safe because `refuseOtherKinds` has just let only these kinds pass. */
function asActorOf<K extends ActorKind>(actor: Actor): ActorOf<K> | ActorOf<'system'> {
  return actor as ActorOf<K> | ActorOf<'system'>
}

/** Safe because the same command sealed this answer, under a hash of the same body. */
function asAnswer<O extends TSchema>(answer: unknown): Static<O> {
  return answer as Static<O>
}
