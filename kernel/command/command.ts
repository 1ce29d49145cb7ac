import type { Static, TSchema } from 'typebox'
import type { Tx } from '../database/tx.ts'
import type { Matters } from '../matter/matters.ts'
import type { Fault, Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Place, PlaceRange } from '../shared/place.ts'
import type { ActorKind, ActorOf } from './actor.ts'
import type { Allow } from './allow.ts'

/** A fact 事实: what became true with this transaction, for whoever listens further down. No names, no numbers. */
export type Fact = { readonly cell: number; readonly name: string; readonly body: { readonly [key: string]: unknown } }

/** A cookie that the answer sets or, with an empty value, ends. */
export type Cookie = { readonly name: string; readonly value: string; readonly maxAgeSeconds: number }

/** What a command reports: written to the audit and the outbox in the same transaction. */
export type Outcome<A> = {
  readonly cell: number
  readonly subject?: string
  /** Ids and states only. */
  readonly before?: object
  readonly after?: object
  readonly facts?: readonly Fact[]
} & (
  | { readonly answer: A; readonly cookie?: Cookie; readonly refusal?: undefined }
  /** A no that must leave a trace (a wrong code that is counted): what was changed is kept, and this is answered. */
  | { readonly refusal: Refusal; readonly answer?: undefined; readonly cookie?: undefined }
)

export type CommandContext<I, K extends ActorKind> = {
  readonly tx: Tx
  readonly input: I
  readonly actor: ActorOf<K> | ActorOf<'system'>
  readonly now: Date
  /** The civil day in Asia/Shanghai. */
  readonly today: string
  readonly allow: Allow
  readonly matters: Matters
  readonly services: Services
  /** Narrows what the statements that follow see and touch to one range inside the actor's own. Only after `allow`. */
  readonly within: (range: PlaceRange) => Promise<void>
  /**
   * Opens the scope of what follows at a place beyond the actor's own, by one of the names the command declared as its
   * reach. Only after `allow`.
   */
  readonly reach: (name: string, place: Place) => Promise<void>
}

/** A command 办理: one act in one transaction. Made by `command`. */
export type Command<I extends TSchema = TSchema, O extends TSchema = TSchema, K extends ActorKind = ActorKind> = {
  readonly kind: 'command'
  readonly act: string
  /** Kinds of actor the act is for. */
  readonly by: readonly K[]
  readonly input: I
  readonly output: O
  /** Places beyond the actor's own scope that it touches, each with its reason. */
  readonly beyond: { readonly [name: string]: string }
  /** The cell whose tables keep the idempotency key and the audit row where the input decides it. */
  readonly cellOf: ((input: Static<I>, services: Services) => number | undefined) | undefined
  /**
   * The first thing it does is a statement, and nothing before that touches the world: its idempotency key is claimed
   * together with that statement, which saves a round trip.
   */
  readonly beginsWithSql: boolean
  /** What is wrong with the fields by rules beyond their shape; asked even when the shape is wrong, so that every fault is named at once. */
  readonly check: ((given: Given, today: string) => readonly Fault[]) | undefined
  readonly run: (context: CommandContext<Static<I>, K>) => Promise<Outcome<Static<O>>>
}

/** An input of which nothing is known yet but that it has fields. */
export type Given = { readonly [field: string]: unknown }

/** Defines a command. */
export function command<I extends TSchema, O extends TSchema, const K extends ActorKind>(definition: {
  act: string
  by: readonly K[]
  input: I
  output: O
  beyond?: { readonly [name: string]: string }
  cellOf?: (input: Static<I>, services: Services) => number | undefined
  beginsWithSql?: boolean
  check?: (given: Given, today: string) => readonly Fault[]
  run: (context: CommandContext<Static<I>, K>) => Promise<Outcome<Static<O>>>
}): Command<I, O, K> {
  return {
    kind: 'command',
    ...definition,
    beyond: definition.beyond ?? {},
    cellOf: definition.cellOf,
    beginsWithSql: definition.beginsWithSql ?? false,
    check: definition.check,
  }
}
