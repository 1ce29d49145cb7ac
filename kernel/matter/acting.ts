import type { Actor } from '../command/actor.ts'
import type { CommandContext } from '../command/command.ts'
import { absent, Refusal } from '../refusal.ts'
import { findMatter } from './history.ts'
import type { KindContext, MatterKind } from './kind.ts'
import type { Matter } from './matters.ts'
import { kindNamed, type MatterParts } from './parts.ts'
import { mustKnow } from './restricted.ts'

type Key = { readonly cell: number; readonly matter: string }
/** The context of an act on a matter by an officer or by the person it concerns. */
export type ActContext<K extends 'post' | 'person'> = CommandContext<Key, K>

/** What writing something beside the steps needs of an act. */
export type WritingContext = Pick<ActContext<'post'>, 'tx' | 'services' | 'now' | 'matters'> & { readonly actor: Actor }

/** A locked matter with its kind. */
export type Opened = { readonly matter: Matter; readonly kind: MatterKind }

/** What a kind's hooks get of an act. */
export function hookContext({ tx, services, actor, now, today }: KindContext): KindContext {
  return { tx, services, actor, now, today }
}

async function lock(
  context: Pick<ActContext<'post'>, 'tx' | 'input' | 'matters'>,
  parts: MatterParts,
): Promise<Opened> {
  const { tx, input, matters } = context
  const seen = await findMatter(tx, input.cell, input.matter)
  if (!seen) throw absent()
  const kind = kindNamed(parts, seen.kind)
  const [matter] = await matters.openMany(kind.definition, input.cell, [input.matter])
  // It was in sight a moment ago, and somebody else has taken it elsewhere meanwhile; of a trace nothing more is said.
  if (!matter) throw seen.movedTo === null ? new Refusal('matter.step_not_open') : absent()
  return { kind, matter }
}

/** Locks a matter for an officer's act. Refuses `kernel.absent` outside their scope, `kernel.forbidden` without the act. */
export async function openForPost(context: ActContext<'post'>, parts: MatterParts): Promise<Opened> {
  const opened = await lock(context, parts)
  context.allow(opened.matter.host)
  mustKnow(opened.kind, opened.matter, context.actor)
  return opened
}

/** Locks one's own matter, wherever it is kept. Refuses `kernel.absent` when it is somebody else's. */
export async function openOwn(context: ActContext<'person'>, parts: MatterParts): Promise<Opened> {
  const { actor, allow, reach, input } = context
  if (actor.kind !== 'person') throw new Error('the system has no matters')
  allow.self(actor.person)
  await reach('own', { cell: input.cell, path: '' })
  const opened = await lock(context, parts)
  if (opened.matter.subject !== actor.person) throw absent()
  return opened
}

/** Why an act of a person's may open the place their matter is at. */
export const ownReach = { own: 'the matter is the person’s own, wherever it is kept' } as const

/** Refuses `matter.step_not_open` unless the matter is still open. */
export function mustBeOpen({ matter }: Opened): void {
  if (matter.endedAt !== null) throw new Refusal('matter.step_not_open')
}
