/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** The next number, 0 ≤ x < 1. */
  next(): number
  /** A whole number, lo ≤ x ≤ hi. */
  between(lo: number, hi: number): number
  /** True with the given probability. */
  chance(probability: number): boolean
  /** One of the list. */
  pick<T>(list: readonly T[]): T
  /** One of a list whose earlier elements are the more frequent ones. */
  pickEarly<T>(list: ArrayLike<T>): T
  /** A standard normal number. */
  normal(): number
}

/**
 * A generator (sfc32) for one purpose of one seed; other purposes of the same seed are independent of it, so that
 * adding one changes nothing else.
 *
 * @param seed any whole number; its lowest 32 bits count
 */
export function randomOf(seed: number, purpose: string): Random {
  const next = sfc32(seed ^ hashOf(purpose))
  const between = (lo: number, hi: number) => lo + Math.floor(next() * (hi - lo + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => elementAt(list, between(0, list.length - 1)),
    pickEarly: (list) => elementAt(list, Math.floor(list.length * next() ** 1.5)),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}

/**
 * A picker of values by weight.
 *
 * @throws RangeError when there is nothing to pick
 */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (random: Random) => T {
  let sum = 0
  const bounds = entries.map(([, weight]) => {
    sum += weight
    return sum
  })
  return (random) => {
    const target = random.next() * sum
    let lo = 0
    let hi = bounds.length - 1
    while (lo < hi) {
      const middle = (lo + hi) >> 1
      if (elementAt(bounds, middle) > target) hi = middle
      else lo = middle + 1
    }
    return elementAt(entries, lo)[0]
  }
}

function elementAt<T>(list: ArrayLike<T>, index: number): T {
  if (index >= list.length) throw new RangeError(`nothing to pick at ${index} of ${list.length}`)
  return list[index] as T
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return hash
}

function sfc32(seed: number): () => number {
  let a = seed | 0
  let b = 0x9e3779b9 | 0
  let c = 0x243f6a88 | 0
  let counter = 1
  const next = () => {
    const t = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 15; round++) next()
  return next
}
