import { simplified, snapped } from './simplify.ts'
import { stepsPerDegree } from './source.ts'
import { type Arc, dissolved, type Shape, topologyOf } from './topology.ts'

/** The number the map of the country stands under. */
export const nationCode = '100000'

/** A place of a map: its division and the shapes it is made of; without a code it is drawn and counts nothing. */
export type MapPlace = { readonly code: string | null; readonly name: string; readonly shapes: readonly Shape[] }

/** How fine a map is drawn: its longer side divided by how far a line may be from its source. */
const fineness = 800
/** A map that is wider than so many of its places (islands far out in the sea) is drawn as finely as one that is not. */
const placesAcross = 9

/**
 * One map as TopoJSON: borders once, as steps from point to point on a grid.
 *
 * @see RFC 7946 for what a place's `id` and rings mean once decoded; the TopoJSON format 1.0
 */
export function boundaryFile(places: readonly MapPlace[]): object {
  const shapes = places.flatMap((place) => place.shapes)
  const [left, bottom, right, top] = boxOf(shapes.flatMap(({ polygons }) => polygons.flat()))
  const side = Math.min(Math.max(right - left, top - bottom), placesAcross * middleSide(shapes))
  const tolerance = side / fineness
  const grid = 2 ** Math.max(0, Math.floor(Math.log2(tolerance)))
  const { arcs, shapes: drawn } = topologyOf(shapes.map(({ polygons }) => snapped(polygons, grid)))
  let at = 0
  const polygonsOf = places.map((place) => {
    const own = drawn.slice(at, at + place.shapes.length).flat()
    at += place.shapes.length
    return place.shapes.length === 1 ? own.map((rings) => [...rings]) : dissolved(own, arcs)
  })
  const used = new Map<number, number>()
  for (const arc of polygonsOf.flat(3)) {
    const index = arc < 0 ? ~arc : arc
    if (!used.has(index)) used.set(index, used.size)
  }
  const kept = [...used.keys()].map((index) => arcs[index] ?? [])
  const renumbered = polygonsOf.map((polygons) =>
    polygons.map((rings) => rings.map((ring) => ring.map(renumber(used)))),
  )
  const lines = simplified(kept, renumbered.flat(2), tolerance / grid)
  const [west, south] = [Math.floor(left / grid), Math.floor(bottom / grid)]
  const step = grid / stepsPerDegree
  return {
    type: 'Topology',
    transform: { scale: [step, step], translate: [west * step, south * step] },
    objects: {
      places: {
        type: 'GeometryCollection',
        geometries: places.map(({ code, name, shapes: [first] }, index) => ({
          type: 'MultiPolygon',
          ...(code === null ? {} : { id: code }),
          properties: first?.at ? { name, cp: first.at.map(degrees) } : { name },
          arcs: renumbered[index],
        })),
      },
    },
    arcs: lines.map((line) => steps(line, west, south)),
  }
}

function middleSide(shapes: readonly Shape[]): number {
  const sides = shapes.map(({ polygons }) => {
    const [left, bottom, right, top] = boxOf(polygons.flat())
    return Math.max(right - left, top - bottom)
  })
  return sides.sort((one, other) => one - other)[sides.length >> 1] ?? 0
}

function renumber(used: ReadonlyMap<number, number>): (arc: number) => number {
  return (arc) => (arc < 0 ? ~(used.get(~arc) ?? 0) : (used.get(arc) ?? 0))
}

function steps(line: Arc, left: number, bottom: number): [number, number][] {
  let [x, y] = [left, bottom]
  return line.map(([nextX, nextY]) => {
    const step: [number, number] = [nextX - x, nextY - y]
    ;[x, y] = [nextX, nextY]
    return step
  })
}

function boxOf(lines: readonly Arc[]): [left: number, bottom: number, right: number, top: number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of lines.flat()) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

function degrees(steps: number): number {
  return Math.round((steps / stepsPerDegree) * 1000) / 1000
}
