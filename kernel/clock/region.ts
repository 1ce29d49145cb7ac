import type { Actor } from '../command/actor.ts'
import type { Allow } from '../command/allow.ts'
import { nation } from '../matter/deadline-rule.ts'
import { Refusal } from '../refusal.ts'
import { covers } from '../shared/place.ts'

/** Whether an actor keeps the rules and the calendar of a place: the country's is the nation's, a place's its province's. */
export function keepsRegion(actor: Actor, region: string): boolean {
  if (actor.kind === 'system') return true
  // No union stands in cell 0, so that only the nation's range reaches it.
  const cell = region === nation ? 0 : Number(`${region.slice(0, 2)}0000`)
  return actor.kind === 'post' && actor.post.ranges.some((range) => covers(range, { cell, path: '' }))
}

/**
 * Lets pass whoever has the act and keeps the place.
 *
 * Refuses `kernel.forbidden` without the act, `clock.not_yours` elsewhere.
 */
export function allowRegion(allow: Allow, actor: Actor, region: string): void {
  allow.anywhere()
  if (!keepsRegion(actor, region)) throw new Refusal('clock.not_yours')
}
