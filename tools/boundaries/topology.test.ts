import { expect, test } from 'vitest'
import { simplified, snapped } from './simplify.ts'
import { dissolved, type Point, type Polygon, pointsOf, topologyOf } from './topology.ts'

const square = (x: number, y: number, side = 10): Polygon => [
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ],
]

test('two neighbours have one border, which one runs along and the other against', () => {
  const { arcs, shapes } = topologyOf([[square(0, 0)], [square(10, 0)]])

  expect(arcs).toHaveLength(3)
  const [west = [], east = []] = shapes.map((polygons) => polygons.flat(2))
  expect(west.filter((arc) => east.includes(~arc))).toHaveLength(1)
})

test('an enclave and the hole around it are one line', () => {
  const [hole = []] = square(4, 4, 2)
  const { arcs } = topologyOf([[[...square(0, 0), hole.toReversed()]], [square(4, 4, 2)]])

  expect(arcs).toHaveLength(2)
})

test('what merged has no border left inside, and nothing of its outside is lost', () => {
  const { arcs, shapes } = topologyOf([[square(0, 0)], [square(10, 0)]])

  const one = dissolved(shapes.flat(), arcs)

  expect(one).toHaveLength(1)
  const corners = pointsOf(one[0]?.[0] ?? [], arcs).map(String)
  expect(corners.toSorted()).toEqual(['0,0', '0,10', '10,0', '10,10', '20,0', '20,10'])
})

test('what merged across the water stays two', () => {
  const { arcs, shapes } = topologyOf([[square(0, 0)], [square(30, 0)]])

  expect(dissolved(shapes.flat(), arcs)).toHaveLength(2)
})

test('a line is drawn with fewer points and stays within the tolerance', () => {
  const jagged: Point[] = Array.from({ length: 50 }, (_, x) => [x, x % 2])

  const [line] = simplified([[...jagged, [49, 40], [0, 40], [0, 0]]], [[0]], 2)

  expect(line).toHaveLength(5)
})

test('no island is dropped, however small: it keeps a diamond', () => {
  const [[islet = []] = []] = snapped([square(1000, 1000, 3)], 64)

  expect(islet).toHaveLength(4)
  expect(snapped([square(1000, 1000, 3), square(1001, 1001, 3)], 64)).toHaveLength(1)
})
