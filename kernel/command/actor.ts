import type { Place, PlaceRange } from '../shared/place.ts'
import type { Language } from '../shared/texts.ts'

/** The post 岗位 an officer acts as: a seat with a role at a unit, and the ranges it covers, in cell order. */
export type ActingPost = {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly unitName: string
  readonly place: Place
  readonly acts: ReadonlySet<string>
  readonly ranges: readonly PlaceRange[]
  /** Acts of its role that it may not do for now, and the refusal that says why. */
  readonly withheld?: { readonly acts: ReadonlySet<string>; readonly because: string }
}

type From = {
  readonly language: Language
  /** Whose idempotency keys these are: account or device. */
  readonly keyOwner: string
}

/** Somebody signed in acting as a post. */
export type PostActor = From & {
  readonly kind: 'post'
  readonly account: string
  readonly name: string
  readonly post: ActingPost
  /** When the session last proved anew who it is; a program never does. */
  readonly steppedUpAt?: Date | null
  /** Why, in the officer's own words, where an act asks for it: the access log keeps it. */
  readonly reason?: string
}
/** An officer signed in, before choosing a post. */
export type OfficerActor = From & {
  readonly kind: 'officer'
  readonly account: string
  readonly name: string
  /** The session's own id. */
  readonly session?: string
}
/** A person signed in as themselves. Self-access is not a grant. */
export type PersonActor = From & {
  readonly kind: 'person'
  readonly account: string
  readonly person: string
  readonly place: Place
}
/** Nobody signed in. */
export type Anyone = From & {
  readonly kind: 'anyone'
  /** Network address, to slow down guessing; never stored. */
  readonly address: string
  /** The ticket of a sign-in that waits for its second factor. */
  readonly ticket?: string
}
/** The network itself: clocks, seeds, projections. */
export type SystemActor = From & { readonly kind: 'system'; readonly name: string }

export type Actor = PostActor | OfficerActor | PersonActor | Anyone | SystemActor
export type ActorKind = Actor['kind']
export type ActorOf<K extends ActorKind> = Extract<Actor, { kind: K }>

/** The network itself, as an actor. */
export function systemActor(name: string): SystemActor {
  return { kind: 'system', name, language: 'zh', keyOwner: `system:${name}` }
}

/**
 * What row-level security shows an actor from the start, or undefined for nothing. A post may own several ranges; the one
 * that holds the cell in question opens, and a statement never sees more than one.
 */
export function startingRange(actor: Actor, cell?: number): PlaceRange | undefined {
  if (actor.kind === 'post') {
    const { ranges } = actor.post
    return ranges.find((range) => cell !== undefined && cell >= range.cellLo && cell <= range.cellHi) ?? ranges[0]
  }
  if (actor.kind === 'person') {
    const { cell, path } = actor.place
    return { cellLo: cell, cellHi: cell, pathLo: path, pathHi: `${path}~` }
  }
  return undefined
}

/** The cell whose tables hold what an actor leaves behind where a command names no cell. */
export function homeCell(actor: Actor): number {
  if (actor.kind === 'post') return actor.post.place.cell
  if (actor.kind === 'person') return actor.place.cell
  return 0
}
