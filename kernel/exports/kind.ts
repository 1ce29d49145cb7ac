import type { Static, TSchema } from 'typebox'
import type { ActingPost } from '../command/actor.ts'
import type { Query } from '../command/query.ts'
import type { Tx } from '../database/tx.ts'
import { absent } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Place } from '../shared/place.ts'
import type { SheetValue } from '../sheets/sheet-to-write.ts'

/** Says a text in the language of whoever exports. */
export type Say = (key: string, variables?: { readonly [name: string]: string | number }) => string

/** One column of an exported list. */
export type ExportColumn<T> = {
  /** Key of the text that is its title. */
  readonly title: string
  /** A `number` and a `day` are written as such; 'text' by default. */
  readonly kind?: 'text' | 'number' | 'day'
  readonly width?: number
  readonly value: (item: T, say: Say) => SheetValue
}

/** A page of a list as its query answers it. */
type PageOf<T> = { readonly items: readonly T[]; readonly next?: string | null }

/** One way to write a list: the list's own query, under the act that exporting it is, and what is written of its rows. */
export type ExportShape<T> = { readonly pages: Query; readonly columns: readonly ExportColumn<T>[] }

/** A list that can be exported 导出, as its module declares it. */
export type AnyExportKind = {
  readonly name: string
  /** Key of the text that names the list. */
  readonly title: string
  /** As the list shows it: masked. */
  readonly masked: ExportShape<unknown>
  /** With whole numbers; only with a reason, by somebody who has just proved who they are. */
  readonly unmasked: ExportShape<unknown> | undefined
  /** How many rows there will be, for the bar; the filter is checked. */
  readonly total: Query | undefined
  /** Whose list it is, from the checked filter; undefined for a list of the post's own. */
  readonly about: ((tx: Tx, filter: unknown) => Promise<About | undefined>) | undefined
}

/** The place and the name of the unit whose list is exported. */
export type About = { readonly place: Place; readonly name: string }

/** The shape of one list's export, its columns tied to the rows of its query. */
export function exportShape<I extends TSchema, O extends TSchema, K extends 'post'>(
  pages: Query<I, O, K>,
  columns: readonly ExportColumn<Static<O> extends PageOf<infer T> ? T : never>[],
): ExportShape<unknown> {
  return anyShape({ pages, columns })
}

/** A query that tells how many rows a list will have, or null where that would mean reading everywhere. */
export function exportTotal<I extends TSchema, O extends TSchema>(
  total: Static<O> extends { readonly total: number | null } ? Query<I, O, 'post'> : never,
): Query {
  return anyQuery(total)
}

/** What the engine is given: the lists that modules declare, and who knows posts. */
export type ExportParts = {
  readonly kinds: readonly AnyExportKind[]
  /** The post an account holds now, or undefined: an export runs as whoever began it, while they may. */
  readonly findPost: (services: Services, account: string, post: string) => Promise<ActingPost | undefined>
}

/** The list of a name. Refuses `kernel.absent`. */
export function kindNamed({ kinds }: ExportParts, name: string): AnyExportKind {
  const kind = kinds.find((known) => known.name === name)
  if (!kind) throw absent()
  return kind
}

/** Safe because whatever asks it validates the input against its own shape first. */
function anyQuery(query: unknown): Query {
  return query as Query
}

/** Safe because a column is only ever given rows that its own shape's query answered, and the query checks its input. */
function anyShape(shape: unknown): ExportShape<unknown> {
  return shape as ExportShape<unknown>
}
