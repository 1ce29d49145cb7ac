import type { Random } from './random.ts'

/** Fewest and most members of a demonstration union. */
export const smallestUnit = 8
export const largestUnit = 1500

/**
 * Sizes of unions that add up to `total`: log-normal above the smallest, like those of real firms (many small, a few
 * large), each scaled by its kind.
 *
 * @param factors how each union compares with the average, one for each union
 * @throws RangeError when so many members do not fit into so many unions of 8 to 1,500
 */
export function unitSizes(random: Random, factors: readonly number[], total: number): number[] {
  if (total < factors.length * smallestUnit || total > factors.length * largestUnit)
    throw new RangeError(`${total} members do not fit ${factors.length} unions of ${smallestUnit} to ${largestUnit}`)
  const shapes = factors.map((factor) => factor * Math.exp(1.15 * random.normal()))
  const scale = scaleFor(shapes, total)
  const exact = shapes.map((shape) => sizeOf(shape * scale))
  const sizes = exact.map(Math.floor)
  // What flooring dropped goes to the unions that lost most by it.
  const byLoss = exact.map((size, index) => [index, size % 1] as const).toSorted((a, b) => b[1] - a[1])
  let left = total - sizes.reduce((sum, size) => sum + size, 0)
  for (let turn = 0; left > 0; turn++) {
    const index = byLoss[turn % byLoss.length]?.[0] ?? 0
    const size = sizes[index] ?? largestUnit
    if (size >= largestUnit) continue
    sizes[index] = size + 1
    left -= 1
  }
  return sizes
}

/** The scale at which the bounded shapes add up to the total, from below, by halving. */
function scaleFor(shapes: readonly number[], total: number): number {
  let lo = 0
  let hi = (largestUnit * 2) / Math.min(...shapes)
  for (let step = 0; step < 80; step++) {
    const middle = (lo + hi) / 2
    const sum = shapes.reduce((all, shape) => all + sizeOf(shape * middle), 0)
    if (sum > total) hi = middle
    else lo = middle
  }
  return lo
}

/** Shifted rather than cut off at the lower end, so that the smallest size is no heap of its own. */
function sizeOf(above: number): number {
  return Math.min(largestUnit, smallestUnit + above)
}
