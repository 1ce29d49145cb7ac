import type { NumberedFact } from '@gongqiao/kernel/facts/consumer.ts'
import { pathAncestors } from '@gongqiao/kernel/shared/place.ts'

/** A change of counts, 人. */
export type Delta = { confirmed: number; provisional: number }

const nothing = (): Delta => ({ confirmed: 0, provisional: 0 })

function add(to: Delta, status: unknown, people: number): void {
  if (status === 'active' || status === 'retained') to.confirmed += people
  if (status === 'provisional') to.provisional += people
}

/** What facts change in the counts of each unit that holds members: confirmed and provisional apart. */
export function deltasByUnit(facts: readonly NumberedFact[]): Map<string, Delta> {
  const deltas = new Map<string, Delta>()
  for (const { name, body } of facts) {
    if (name !== 'membership.status_changed') continue
    const { unit, from, to, people = 1 } = body
    if (typeof unit !== 'string' || typeof people !== 'number')
      throw new Error(`fact ${name} has no unit or no number of people`)
    const delta = deltas.get(unit) ?? nothing()
    add(delta, from, -people)
    add(delta, to, people)
    deltas.set(unit, delta)
  }
  return deltas
}

/** Sums changes over the paths of one cell: each path and all its ancestors get what happened below them. */
export function rollUp(deltas: Iterable<readonly [path: string, delta: Delta]>): Map<string, Delta> {
  const sums = new Map<string, Delta>()
  for (const [path, delta] of deltas) {
    for (const ancestor of pathAncestors(path)) {
      const sum = sums.get(ancestor) ?? nothing()
      sum.confirmed += delta.confirmed
      sum.provisional += delta.provisional
      sums.set(ancestor, sum)
    }
  }
  return sums
}
