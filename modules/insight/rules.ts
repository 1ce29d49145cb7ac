import type { NumberedFact } from '@gongqiao/kernel/facts/consumer.ts'
import { pathAncestors } from '@gongqiao/kernel/shared/place.ts'

/** What is counted, in the order of the columns. */
export const stands = ['onRoll', 'provisional', 'claimed', 'affirmed'] as const
export type Stand = (typeof stands)[number]

/** Counts or a change of counts, 人. */
export type Delta = { readonly [stand in Stand]: number }

/** Nobody. */
export const none: Delta = { onRoll: 0, provisional: 0, claimed: 0, affirmed: 0 }

const each = (of: (stand: Stand) => number): Delta => ({
  onRoll: of('onRoll'),
  provisional: of('provisional'),
  claimed: of('claimed'),
  affirmed: of('affirmed'),
})
/** Two counts together. */
export const plus = (a: Delta, b: Delta): Delta => each((stand) => a[stand] + b[stand])
/** What one count has more than another. */
export const minus = (a: Delta, b: Delta): Delta => each((stand) => a[stand] - b[stand])
/** Nothing is counted, or nothing changed. */
export const isNone = (delta: Delta): boolean => stands.every((stand) => delta[stand] === 0)
/** A count in words, for whoever mends it. */
export const inWords = (delta: Delta): string =>
  `${delta.onRoll} on the roll, ${delta.provisional} provisional, ${delta.claimed} claimed and ${delta.affirmed} affirmed`

/** 在册: whoever a roster names, members, and those who keep their membership in retirement. */
const isOnRoll = (status: unknown) => status === 'listed' || status === 'active' || status === 'retained'

function moved(status: unknown, people: number): Delta {
  if (isOnRoll(status)) return { ...none, onRoll: people }
  return status === 'provisional' ? { ...none, provisional: people } : none
}

type Body = NumberedFact['body']

/** Each fact that figures are folded from, and how it changes them. */
const changes: { readonly [name: string]: (body: Body) => Delta } = {
  'membership.status_changed': ({ from, to, people = 1 }) => {
    if (typeof people !== 'number') throw new Error('a change of status has no number of people')
    return plus(moved(from, -people), moved(to, people))
  },
  'membership.stood_changed': ({ claimed = 0, affirmed = 0 }) => {
    if (typeof claimed !== 'number' || typeof affirmed !== 'number')
      throw new Error('a change of standing has no number of people')
    return { ...none, claimed, affirmed }
  },
}

/** What facts change in the counts of each unit that holds members, each figure apart. */
export function deltasByUnit(facts: readonly NumberedFact[]): Map<string, Delta> {
  const deltas = new Map<string, Delta>()
  for (const { name, body } of facts) {
    const change = changes[name]
    if (!change) continue
    const { unit } = body
    if (typeof unit !== 'string') throw new Error(`fact ${name} has no unit`)
    deltas.set(unit, plus(deltas.get(unit) ?? none, change(body)))
  }
  return deltas
}

/** Sums changes over the paths of one cell: each path and all its ancestors get what happened below them. */
export function rollUp(deltas: Iterable<readonly [path: string, delta: Delta]>): Map<string, Delta> {
  const sums = new Map<string, Delta>()
  for (const [path, delta] of deltas)
    for (const ancestor of pathAncestors(path)) sums.set(ancestor, plus(sums.get(ancestor) ?? none, delta))
  return sums
}
