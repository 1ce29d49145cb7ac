import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Point, Polygon, Ring, Shape } from './topology.ts'

/** Steps of a degree in both sources. */
export const stepsPerDegree = 1024

type Coordinates = { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: unknown; encodeOffsets?: unknown }
type Feature = {
  readonly id?: string
  readonly properties: { readonly name: string; readonly id?: string; readonly cp?: readonly [number, number] }
  readonly geometry: Coordinates
}

/** A shape with the division code its source gives it, where it gives one. */
export type SourceShape = Shape & { readonly code: string | null }

/** The features of one file of either source: plain coordinates, or those ECharts packs into text. */
export function readShapes(file: string): SourceShape[] {
  const shapes = asFeatures(JSON.parse(readFileSync(file, 'utf8'))).map(({ id, properties, geometry }) => ({
    code: id ?? properties.id ?? null,
    name: properties.name,
    at: properties.cp === undefined ? null : onGrid(properties.cp),
    polygons: polygonsOf(geometry),
  }))
  return shapes.filter(({ polygons }) => polygons.length > 0)
}

/** Hong Kong, Macao and Taiwan have no unions of this network; the map of the country draws each of them whole. */
const outsideTheNetwork = /\/(tai2_wan1_\w+|taiwan|xianggang|aomen)\.\w+$/

/** The files of a folder that hold divisions of the register, in the order of their names. */
export function filesOf(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
    .filter((file) => !outsideTheNetwork.test(file))
}

function polygonsOf({ type, coordinates, encodeOffsets }: Coordinates): Polygon[] {
  const polygons = type === 'Polygon' ? [asList(coordinates)] : asList(coordinates).map(asList)
  const offsets = type === 'Polygon' ? [asList(encodeOffsets)] : asList(encodeOffsets).map(asList)
  return polygons
    .map((rings, polygon) =>
      rings
        .map((ring, index) =>
          openRing(typeof ring === 'string' ? unpacked(ring, offsets[polygon]?.[index]) : plain(ring)),
        )
        .filter((ring) => ring.length > 2),
    )
    .filter((rings) => rings.length > 0)
}

/** ECharts' packing: each number is the step from the one before, zigzag, as a character 64 above it. */
function unpacked(text: string, offset: unknown): Point[] {
  let [x, y] = asPair(offset)
  const points: Point[] = []
  for (let at = 0; at + 1 < text.length; at += 2) {
    x += zigzag(text.charCodeAt(at) - 64)
    y += zigzag(text.charCodeAt(at + 1) - 64)
    points.push([x, y])
  }
  return points
}

function zigzag(packed: number): number {
  return (packed >> 1) ^ -(packed & 1)
}

function plain(ring: unknown): Point[] {
  return asList(ring).map((point) => onGrid(asPair(point)))
}

function onGrid([east, north]: readonly [number, number]): Point {
  return [Math.round(east * stepsPerDegree), Math.round(north * stepsPerDegree)]
}

/** Without repeated points, and without the first at the end. */
function openRing(points: readonly Point[]): Ring {
  return points.filter((point, index) => String(point) !== String(points.at(index - 1)))
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function asPair(value: unknown): [number, number] {
  const [x, y] = asList(value)
  if (typeof x !== 'number' || typeof y !== 'number') throw new Error(`no pair of numbers: ${JSON.stringify(value)}`)
  return [x, y]
}

/** Safe for the two packages this tool is run on; anything else fails where it is read. */
function asFeatures(value: unknown): readonly Feature[] {
  return (value as { features: Feature[] }).features
}
