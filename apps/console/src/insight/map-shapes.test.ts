import { expect, test } from 'vitest'
import { middleOf, shapesIn } from './map-shapes.ts'

const topology = {
  type: 'Topology',
  transform: { scale: [0.5, 0.5], translate: [100, 20] },
  objects: {
    places: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'MultiPolygon', id: '440103', properties: { name: '荔湾区', cp: [101, 20.5] }, arcs: [[[0, 1]]] },
        { type: 'Polygon', properties: { name: '旧郊区' }, arcs: [[~0, 2]] },
      ],
    },
  },
  arcs: [
    [
      [2, 0],
      [0, 2],
    ],
    [
      [2, 2],
      [-2, 0],
      [2, -2],
    ],
    [
      [2, 0],
      [2, 1],
      [-2, 1],
    ],
  ],
}

test('steps become places, and a border that two share is walked both ways', () => {
  const { geoJson, places } = shapesIn(topology)

  expect(places).toEqual([
    { name: '荔湾区', code: '440103', at: [101, 20.5] },
    { name: '旧郊区', code: null, at: null },
  ])
  const [first, second] = geoJson.features.map(({ geometry }) => geometry.coordinates)
  expect(first).toEqual([
    [
      [
        [101, 20],
        [101, 21],
        [100, 21],
        [101, 20],
      ],
    ],
  ])
  expect(second).toEqual([
    [
      [101, 21],
      [101, 20],
      [102, 20.5],
      [101, 21],
    ],
  ])
})

test('plain GeoJSON of another base is taken as it is, with its code wherever it stands', () => {
  const feature = (properties: object, id?: number) => ({
    type: 'Feature',
    id,
    properties,
    geometry: { type: 'Polygon', coordinates: [] },
  })
  const { places } = shapesIn({
    type: 'FeatureCollection',
    features: [feature({ name: '甲' }, 440100), feature({ name: '乙', adcode: 440200 }), feature({ name: '丙' })],
  })

  expect(places.map(({ code }) => code)).toEqual(['440100', '440200', null])
})

test('anything else is refused, so that the screen can say it', () => {
  expect(() => shapesIn({ type: 'Feature' })).toThrow('TopoJSON or GeoJSON')
})

test('a far island does not pull the middle of a map into the sea', () => {
  const places = [110.3, 109.5, 112.3].map((east) => ({
    name: String(east),
    code: null,
    at: [east, 19] as [number, number],
  }))

  expect(middleOf([...places, { name: '无', code: null, at: null }])).toEqual([110.3, 19])
  expect(middleOf([])).toBeNull()
})
