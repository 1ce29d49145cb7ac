import type { ActingPost, PostActor } from '../command/actor.ts'
import type { Tx } from '../database/tx.ts'
import { absent, Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Place, PlaceRange } from '../shared/place.ts'
import type { AnyImportKind } from './kind.ts'

/** A unit as imports know it: where it is, and what it covers. */
export type ImportUnit = {
  readonly id: string
  readonly name: string
  readonly place: Place
  readonly range: PlaceRange
}

/** What the engine is given: the kinds that modules define, and who knows units and posts. */
export type ImportParts = {
  readonly kinds: readonly AnyImportKind[]
  readonly findUnit: (tx: Tx, id: string) => Promise<ImportUnit | undefined>
  /** The post an account holds now, or undefined: what runs in the background runs as whoever began it, while they may. */
  readonly findPost: (services: Services, account: string, post: string) => Promise<ActingPost | undefined>
}

/** The kind of a name. Refuses `kernel.absent`. */
export function kindNamed({ kinds }: ImportParts, name: string): AnyImportKind {
  const kind = kinds.find((known) => known.name === name)
  if (!kind) throw absent()
  return kind
}

/** Refuses `kernel.forbidden` to a post that has the general act and not the kind's own. */
export function mayImport(kind: AnyImportKind, actor: PostActor): void {
  if (!actor.post.acts.has(kind.act)) throw new Refusal('kernel.forbidden')
}

/** Safe because every act of imports is for posts only, and a system actor never comes here. */
export function asPost(actor: { readonly kind: string }): PostActor {
  if (actor.kind !== 'post') throw new Error('an import is a post’s')
  return actor as PostActor
}

/** The unit of an import. Throws when it is gone: units are never deleted. */
export async function unitOf({ findUnit }: ImportParts, tx: Tx, id: string): Promise<ImportUnit> {
  const unit = await findUnit(tx, id)
  if (!unit) throw new Error(`unit ${id} of an import is not there`)
  return unit
}
