import type { Static, TSchema } from 'typebox'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import type { Place, PlaceRange } from '../shared/place.ts'
import type { ActorKind, ActorOf } from './actor.ts'
import type { Allow } from './allow.ts'

/** Whose records an answer showed: they see that somebody looked. */
export type Subjects = { readonly cell: number; readonly people: readonly string[] }

export type QueryContext<I, K extends ActorKind> = {
  readonly tx: Tx
  readonly input: I
  readonly actor: ActorOf<K> | ActorOf<'system'>
  readonly now: Date
  readonly today: string
  readonly allow: Allow
  readonly services: Services
  /** Narrows what the statements that follow may see to one range inside the actor's own. Only after `allow`. */
  readonly within: (range: PlaceRange) => Promise<void>
  /** For a person: what is theirs in one of their cells. Only after `allow.self`. */
  readonly mine: (cell: number) => Promise<void>
  /** Opens the scope of what follows at a place the query declared as its reach. Only after `allow`. */
  readonly reach: (name: string, place: Place) => Promise<void>
}

/** A query 查询: the only way to read. Made by `query`. */
export type Query<I extends TSchema = TSchema, O extends TSchema = TSchema, K extends ActorKind = ActorKind> = {
  readonly kind: 'query'
  readonly act: string
  readonly by: readonly K[]
  readonly input: I
  readonly output: O
  /** The cell that is asked about, where the input says it: which of a post's ranges opens. */
  readonly cellOf: ((input: Static<I>) => number | undefined) | undefined
  /** Names the people whose records the answer shows, cell by cell; undefined where it shows none. */
  readonly subjects: ((answer: Static<O>) => readonly Subjects[]) | undefined
  /** Places beyond the actor's own scope that it reads, each with its reason. */
  readonly beyond: { readonly [name: string]: string }
  readonly run: (context: QueryContext<Static<I>, K>) => Promise<Static<O>>
}

/** Defines a query. */
export function query<I extends TSchema, O extends TSchema, const K extends ActorKind>(definition: {
  act: string
  by: readonly K[]
  input: I
  output: O
  subjects?: (answer: Static<O>) => readonly Subjects[]
  beyond?: { readonly [name: string]: string }
  cellOf?: (input: Static<I>) => number | undefined
  run: (context: QueryContext<Static<I>, K>) => Promise<Static<O>>
}): Query<I, O, K> {
  return {
    kind: 'query',
    ...definition,
    subjects: definition.subjects,
    beyond: definition.beyond ?? {},
    cellOf: definition.cellOf,
  }
}
