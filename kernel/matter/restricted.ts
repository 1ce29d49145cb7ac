import type { ActingPost, Actor } from '../command/actor.ts'
import { absent } from '../refusal.ts'
import type { MatterKind } from './kind.ts'
import type { Matter } from './matters.ts'

/** Tells whether a post may know of a matter: of a restricted kind 限知 only at the unit that has it, or as its owner. */
export function mayKnow(
  kind: Pick<MatterKind, 'restricted'> | undefined,
  { hostUnit, owner }: Pick<Matter, 'hostUnit' | 'owner'>,
  post: Pick<ActingPost, 'id' | 'unit' | 'acts'>,
): boolean {
  const act = kind?.restricted
  return act === undefined || (post.acts.has(act) && (post.unit === hostUnit || post.id === owner))
}

/** Refuses `kernel.absent` to a post that may not know of a matter. */
export function mustKnow(
  kind: Pick<MatterKind, 'restricted'> | undefined,
  matter: Pick<Matter, 'hostUnit' | 'owner'>,
  actor: Actor,
): void {
  if (actor.kind === 'post' && !mayKnow(kind, matter, actor.post)) throw absent()
}
