import { setTimeout as sleep } from 'node:timers/promises'
import { type Move, prepared } from './acts.ts'
import { doubled, faultsOf, membersNow } from './faults.ts'
import type { Interleaving, Runner } from './interleaving.ts'
import type { World } from './world.ts'

/** Acts that run at the same time, and the hand that says whose statement is next; a crash ends a connection. */
export type Round = {
  readonly moves: readonly Move[]
  /** Which of those that can go on goes on, one number a statement; the last one again when they run out. */
  readonly picks: readonly number[]
  /** The statement before which whoever is next loses their connection; none where it is undefined. */
  readonly crashAt: number | undefined
}

/** The longest a round may take, in statements: beyond it something never ends. */
const statementsAtMost = 2_000
const pauseMs = 20

/** What was played so far, so that a failing run can be read. */
export type Told = string[]

/**
 * Plays one round: each act on a connection of its own, statement by statement in the order of the picks. After each
 * statement everybody has exactly one membership that counts, whatever is half done.
 *
 * @returns what did not hold
 */
export async function playRound(world: World, hands: Interleaving, round: Round, told: Told): Promise<string[]> {
  const { house } = world
  const runners: Runner[] = []
  for (const move of round.moves) {
    const act = await prepared(world, move)
    if (!act) continue
    runners.push(hands.begin(act.name, (pool) => act.work({ ...house.services, pool, wake: () => undefined })))
  }
  const waiting = new Set<Runner>()
  for (let statement = 0; runners.some((runner) => !runner.isDone()); statement++) {
    if (statement > statementsAtMost) return [...told, 'a round that never ends']
    const open = runners.filter((runner) => !runner.isDone())
    const free = open.filter((runner) => !waiting.has(runner))
    if (free.length === 0) {
      // All of them wait: for the server to notice a ring, or for the one that was just let go.
      await sleep(pauseMs)
      waiting.clear()
      continue
    }
    const pick = round.picks[Math.min(statement, round.picks.length - 1)] ?? 0
    const chosen = free[pick % free.length]
    if (!chosen) continue
    if (statement === round.crashAt) {
      told.push(`${chosen.name}: crash`)
      await chosen.crash()
    }
    const came = await chosen.step()
    told.push(`${chosen.name}: ${came}`)
    if (came === 'blocked') waiting.add(chosen)
    else waiting.clear()
    const fault = await doubled(world)
    if (fault) return [fault]
  }
  for (const runner of runners) {
    const error = await runner.ended
    if (isSurprise(error)) return [`${runner.name} ended with ${String(error)}`]
    if (error instanceof Error) told.push(`${runner.name} came to ${error.message}`)
  }
  return []
}

/** A refusal is lawful, and so is a connection that was ended; anything else is a mistake of ours. */
function isSurprise(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error || /onnection/.test(error.message))) return error instanceof Error
  const code = 'code' in error ? String(error.code) : ''
  return !(code.includes('.') || code === '57P01' || /onnection|not queryable/.test(error.message))
}

/** Plays rounds one after the other and says what did not hold after which; empty when all of it did. */
export async function playAll(
  world: World,
  hands: Interleaving,
  rounds: readonly Round[],
  told: Told,
): Promise<string[]> {
  const confirmed = new Set<string>()
  for (const round of rounds) {
    const faults = await playRound(world, hands, round, told)
    if (faults.length > 0) return faults
    const after = await faultsOf(world, confirmed)
    if (after.length > 0) return after
    for (const person of await membersNow(world)) confirmed.add(person)
  }
  return []
}
