import { type Arc, type ArcRing, type Point, type Polygon, pointsOf, type Ring } from './topology.ts'

/**
 * Polygons on a coarser grid, so that borders which two neighbours draw a hair apart fall together.
 *
 * A ring that would vanish becomes a small diamond where it lies: no island and no enclave is dropped, however small;
 * of several on one spot of the grid one is drawn.
 */
export function snapped(polygons: readonly Polygon[], grid: number): Polygon[] {
  const seen = new Set<string>()
  return polygons
    .map((rings) => rings.map((ring) => snappedRing(ring, grid)))
    .filter(([outer]) => outer !== undefined && !seen.has(String(outer)) && seen.add(String(outer)))
}

function snappedRing(ring: Ring, grid: number): Ring {
  const points = ring.map(([x, y]): Point => [Math.round(x / grid), Math.round(y / grid)])
  const kept = withoutSpikes(points)
  if (kept.length >= fewestPoints - 1) return kept
  const [x, y] = points[0] ?? [0, 0]
  return [
    [x + 1, y],
    [x, y + 1],
    [x - 1, y],
    [x, y - 1],
  ]
}

/** Without points that repeat, and without going out and straight back. */
function withoutSpikes(points: readonly Point[]): Ring {
  const kept: Point[] = []
  for (const point of points) {
    if (String(point) === String(kept.at(-1))) continue
    if (String(point) === String(kept.at(-2))) kept.pop()
    else kept.push(point)
  }
  while (kept.length > 1 && String(kept[0]) === String(kept.at(-1))) kept.pop()
  return kept
}

/** Fewest points a ring keeps: an island that became a line would be gone from the map. */
const fewestPoints = 4

/**
 * Draws arcs with fewer points, none farther than `tolerance` grid steps from where it was.
 *
 * Both ends stay, so that neighbours keep one border. Rings that would fall together are drawn more exactly: no island
 * and no enclave is dropped, however small.
 */
export function simplified(arcs: readonly Arc[], rings: readonly ArcRing[], tolerance: number): Arc[] {
  const drawn = arcs.map((arc) => thinned(arc, tolerance))
  for (const ring of rings) {
    for (let finer = tolerance; distinct(pointsOf(ring, drawn)) < fewestPoints && finer > 0.1; finer /= 2) {
      for (const index of ring) {
        const at = index < 0 ? ~index : index
        drawn[at] = thinned(arcs[at] ?? [], finer)
      }
    }
  }
  return drawn
}

/** Douglas and Peucker: keeps the point farthest from the chord as long as it is farther than the tolerance. */
function thinned(arc: Arc, tolerance: number): Arc {
  const [first, last] = [arc[0], arc.at(-1)]
  if (arc.length < 3 || first === undefined || last === undefined) return arc
  let farthest = 0
  let distance = -1
  for (const [index, point] of arc.entries()) {
    const far = distanceTo(point, first, last)
    if (far > distance) [farthest, distance] = [index, far]
  }
  if (distance <= tolerance) return [first, last]
  return [...thinned(arc.slice(0, farthest + 1), tolerance), ...thinned(arc.slice(farthest), tolerance).slice(1)]
}

/** From a point to the line between two others; to the point itself where both are one. */
function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

function distinct(points: readonly Point[]): number {
  return new Set(points.map(String)).size
}
