/** A place of a map: its name there, its division where it has one of today, and where its name stands. */
export type MapPlace = { readonly name: string; readonly code: string | null; readonly at: Position | null }

/** A map as the chart takes it, with its places. */
export type MapShapes = { readonly geoJson: FeatureCollection; readonly places: readonly MapPlace[] }

/** Degrees east and north. */
export type Position = [east: number, north: number]
type Feature = {
  readonly type: 'Feature'
  readonly id?: string | number
  readonly properties: { readonly name: string; readonly [property: string]: unknown }
  readonly geometry: { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: unknown }
}
type FeatureCollection = { readonly type: 'FeatureCollection'; readonly features: Feature[] }
type Geometry = Omit<Feature, 'type' | 'geometry'> & { readonly type: string; readonly arcs: unknown }
type Topology = {
  readonly type: 'Topology'
  readonly transform?: { readonly scale: Position; readonly translate: Position }
  readonly objects: { readonly [name: string]: { readonly geometries: readonly Geometry[] } }
  readonly arcs: readonly (readonly Position[])[]
}

/**
 * The shapes in a boundary file: TopoJSON with one object, or GeoJSON.
 *
 * @throws Error when it is neither
 */
export function shapesIn(file: unknown): MapShapes {
  const geoJson = isTopology(file) ? geoJsonOf(file) : file
  if (!isCollection(geoJson)) throw new Error('a boundary file is TopoJSON or GeoJSON')
  const places = geoJson.features.map(({ id, properties }) => ({
    name: properties.name,
    code: codeOf(id ?? properties['code'] ?? properties['adcode']),
    at: positionIn(properties['cp'] ?? properties['center']),
  }))
  return { geoJson, places }
}

function codeOf(value: unknown): string | null {
  return /^\d{6}$/.test(String(value)) ? String(value) : null
}

/** A pair of degrees, or null when it is none. */
export function positionIn(value: unknown): Position | null {
  const [east, north] = Array.isArray(value) ? value : []
  return typeof east === 'number' && typeof north === 'number' ? [east, north] : null
}

/** Where most places are: the middle one of their names, so that far islands do not pull it into the sea. */
export function middleOf(places: readonly MapPlace[]): Position | null {
  const known = places.flatMap(({ at }) => (at === null ? [] : [at]))
  const middle = (values: number[]) => values.sort((one, other) => one - other)[values.length >> 1]
  const [east, north] = [middle(known.map(([x]) => x)), middle(known.map(([, y]) => y))]
  return east === undefined || north === undefined ? null : [east, north]
}

function geoJsonOf({ transform, objects, arcs }: Topology): FeatureCollection {
  const [scale, translate]: [Position, Position] = [transform?.scale ?? [1, 1], transform?.translate ?? [0, 0]]
  const lines = arcs.map((arc) => {
    const at: Position = [0, 0]
    return arc.map(([x, y]): Position => {
      // Without a transform the numbers are places, with one they are steps.
      at[0] = transform ? at[0] + x : x
      at[1] = transform ? at[1] + y : y
      return [at[0] * scale[0] + translate[0], at[1] * scale[1] + translate[1]]
    })
  })
  const lineOf = (index: number) => (index < 0 ? [...(lines[~index] ?? [])].reverse() : (lines[index] ?? []))
  const ringOf = (ring: number[]) =>
    ring.flatMap((index, part) => (part === 0 ? lineOf(index) : lineOf(index).slice(1)))
  const geometries = Object.values(objects)[0]?.geometries ?? []
  const features = geometries.flatMap(({ type, arcs: rings, ...rest }): Feature[] => {
    if (type === 'Polygon')
      return [{ ...rest, type: 'Feature', geometry: { type, coordinates: asRings(rings).map(ringOf) } }]
    if (type !== 'MultiPolygon') return []
    const coordinates = asPolygons(rings).map((polygon) => polygon.map(ringOf))
    return [{ ...rest, type: 'Feature', geometry: { type, coordinates } }]
  })
  return { type: 'FeatureCollection', features }
}

function isTopology(file: unknown): file is Topology {
  return typeof file === 'object' && file !== null && 'type' in file && file.type === 'Topology'
}

function isCollection(file: unknown): file is FeatureCollection {
  return typeof file === 'object' && file !== null && 'type' in file && file.type === 'FeatureCollection'
}

/** Safe because a polygon of TopoJSON is a list of rings of arc numbers; another file draws nothing. */
function asRings(arcs: unknown): number[][] {
  return arcs as number[][]
}

/** Safe as above, one list deeper. */
function asPolygons(arcs: unknown): number[][][] {
  return arcs as number[][][]
}
