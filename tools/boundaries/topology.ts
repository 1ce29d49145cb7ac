/** A point of the grid, 1024 steps a degree: east, north. */
export type Point = readonly [x: number, y: number]
/** A closed line without its first point repeated. */
export type Ring = readonly Point[]
/** An outer ring and its holes. */
export type Polygon = readonly Ring[]

/** A place as a source draws it; `at` is where its name stands, where the source says it. */
export type Shape = { readonly name: string; readonly at: Point | null; readonly polygons: readonly Polygon[] }

/** A line between two junctions, both ends included; a closed one begins and ends at the same point. */
export type Arc = readonly Point[]
/** Which arcs a ring is made of, in order; `~index` runs against the arc's own direction. */
export type ArcRing = readonly number[]

/** Shapes whose common borders are one line each: what is done to a border is done for both neighbours. */
export type Topology = { readonly arcs: readonly Arc[]; readonly shapes: readonly (readonly (readonly ArcRing[])[])[] }

/** Cuts the borders of shapes into arcs at every point where they part; neighbours share points exactly or not at all. */
export function topologyOf(shapes: readonly (readonly Polygon[])[]): Topology {
  const junctions = junctionsOf(shapes.flat(2))
  const arcs: Arc[] = []
  const known = new Map<string, number>()
  const indexOf = (arc: Arc): number => {
    const [forward, backward] = [keyOf(arc), keyOf(arc.toReversed())]
    const index = known.get(forward)
    if (index !== undefined) return index
    const reversed = known.get(backward)
    if (reversed !== undefined) return ~reversed
    known.set(forward, arcs.push(arc) - 1)
    return arcs.length - 1
  }
  const arcsOfRing = (ring: Ring) => cut(ring, junctions).map(indexOf)
  return { arcs, shapes: shapes.map((polygons) => polygons.map((polygon) => polygon.map(arcsOfRing))) }
}

/** Points where borders part: not every line through them goes on to the same two neighbours. */
function junctionsOf(rings: readonly Ring[]): ReadonlySet<string> {
  const beside = new Map<string, string>()
  const junctions = new Set<string>()
  for (const ring of rings) {
    for (const [index, point] of ring.entries()) {
      const key = String(point)
      const neighbours = [String(ring.at(index - 1)), String(ring[(index + 1) % ring.length])].sort().join(' ')
      if ((beside.get(key) ?? neighbours) !== neighbours) junctions.add(key)
      beside.set(key, neighbours)
    }
  }
  return junctions
}

function cut(ring: Ring, junctions: ReadonlySet<string>): Arc[] {
  const first = ring.findIndex((point) => junctions.has(String(point)))
  // Two shapes may share a whole ring without a junction (an enclave): both begin it at the same point.
  const start = first === -1 ? lowestOf(ring) : first
  const turned = [...ring.slice(start), ...ring.slice(0, start + 1)]
  const arcs: Arc[] = []
  let from = 0
  for (let at = 1; at < turned.length; at++) {
    if (at < turned.length - 1 && !junctions.has(String(turned[at]))) continue
    arcs.push(turned.slice(from, at + 1))
    from = at
  }
  return arcs
}

function lowestOf(ring: Ring): number {
  const keys = ring.map(String)
  return keys.indexOf(keys.toSorted()[0] ?? '')
}

function keyOf(arc: Arc): string {
  return arc.join(' ')
}

/**
 * The polygons of one place made of several shapes: borders between them fall away, what is left is stitched again.
 *
 * Holes that open between the parts stay with the first polygon.
 */
export function dissolved(polygons: readonly (readonly ArcRing[])[], arcs: readonly Arc[]): ArcRing[][] {
  const used = polygons.flat(2)
  const inner = new Set(used.filter((arc) => used.includes(~arc)))
  if (inner.size === 0) return polygons.map((rings) => [...rings])
  const startOf = (arc: number) => String(arc < 0 ? arcs[~arc]?.at(-1) : arcs[arc]?.at(0))
  const endOf = (arc: number) => startOf(~arc)
  const left = new Set(used.filter((arc) => !inner.has(arc)))
  const rings: number[][] = []
  for (const first of left) {
    const ring = [first]
    left.delete(first)
    for (let end = endOf(first); end !== startOf(first); ) {
      const next = [...left].find((arc) => startOf(arc) === end)
      // The source draws this border twice, slightly apart: the parts stay beside each other.
      if (next === undefined) return polygons.map((parts) => [...parts])
      left.delete(next)
      ring.push(next)
      end = endOf(next)
    }
    rings.push(ring)
  }
  const direction = Math.sign(areaOf(polygons[0]?.[0] ?? [], arcs))
  const outer = rings.filter((ring) => Math.sign(areaOf(ring, arcs)) === direction).map((ring) => [ring])
  outer[0]?.push(...rings.filter((ring) => Math.sign(areaOf(ring, arcs)) !== direction))
  return outer
}

/** The points of a ring, without its first repeated. */
export function pointsOf(ring: ArcRing, arcs: readonly Arc[]): Point[] {
  return ring.flatMap((index) => (index < 0 ? (arcs[~index] ?? []).toReversed() : (arcs[index] ?? [])).slice(0, -1))
}

function areaOf(ring: ArcRing, arcs: readonly Arc[]): number {
  const points = pointsOf(ring, arcs)
  return points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
}
