import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { readDivisions } from '../organization/index.ts'
import { readBoundaryIndex, sketchBoundaries } from './boundary-folder.ts'

type Geometry = { readonly id?: string; readonly properties: { readonly name: string }; readonly arcs: number[][][] }
type Topology = {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] }
  readonly objects: { readonly places: { readonly geometries: readonly Geometry[] } }
  readonly arcs: readonly (readonly (readonly [number, number])[])[]
}
const index = await readBoundaryIndex(sketchBoundaries)
const divisions = new Map((await readDivisions()).map((division) => [division.code, division]))
const outside = { '710000': '台湾', '810000': '香港', '820000': '澳门' }

async function mapOf(code: string): Promise<Topology> {
  return JSON.parse(await readFile(join(sketchBoundaries, `${code}.geo.json`), 'utf8'))
}

test('the index names every map of the folder, and no other', async () => {
  const files = (await readdir(sketchBoundaries)).filter((name) => name !== 'index.geo.json')

  expect(files.sort()).toEqual(index.maps.map((code) => `${code}.geo.json`))
  expect(index.maps).toHaveLength(360)
})

test('every place of a map stands in the register directly below the division the map shows, once and under its name', async () => {
  const wrong: string[] = []
  for (const code of index.maps.filter((one) => one !== '100000')) {
    const seen = new Set<string>()
    for (const { id, properties } of (await mapOf(code)).objects.places.geometries) {
      if (id === undefined) continue
      const division = divisions.get(id)
      if (division?.parent !== code || division.name !== properties.name || seen.has(id)) wrong.push(`${code}: ${id}`)
      seen.add(id)
    }
  }

  expect(wrong).toEqual([])
})

test('the map of the country has all 34, and names Taiwan as the map that draws the inset asks for', async () => {
  const { geometries } = (await mapOf('100000')).objects.places
  const known = geometries.filter(({ id }) => id !== undefined && divisions.get(id)?.level === 'province')
  const others = geometries.filter((place) => !known.includes(place))

  expect(known).toHaveLength(31)
  expect(Object.fromEntries(others.map(({ id, properties }) => [id, properties.name]))).toEqual(outside)
})

test('what no map shows stands in the list of the unmatched, and nothing else does', async () => {
  const drawn = new Set<string | undefined>()
  for (const code of index.maps) for (const { id } of (await mapOf(code)).objects.places.geometries) drawn.add(id)
  const without = [...divisions.values()].filter(({ code, level }) => level !== 'township' && !drawn.has(code))
  const list = await readFile(join(sketchBoundaries, '..', 'unmatched.tsv'), 'utf8')
  const listed = list.split('\n').flatMap((line) => /^\d{6}\t(\d{6})\t/.exec(line)?.[1] ?? [])

  expect(listed.sort()).toEqual(without.map(({ code }) => code).sort())
  expect(without.length).toBeLessThan(20)
})

test('every ring closes, and every line lies in or beside the country', async () => {
  const faults: string[] = []
  for (const code of index.maps) {
    const { arcs, transform, objects } = await mapOf(code)
    const [scale, from] = [transform.scale[0], transform.translate]
    const lines = arcs.map((steps) => {
      let [x, y] = [0, 0]
      return steps.map(([dx, dy]) => {
        x += dx
        y += dy
        return [x, y]
      })
    })
    const end = (arc: number, last: boolean) =>
      String((lines[arc < 0 ? ~arc : arc] ?? []).at(last === arc >= 0 ? -1 : 0))
    for (const { properties, arcs: polygons } of objects.places.geometries) {
      const open = polygons
        .flat()
        .some((ring) => ring.some((arc, at) => end(ring.at(at - 1) ?? 0, true) !== end(arc, false)))
      if (open || polygons.length === 0) faults.push(`${code} ${properties.name}`)
    }
    for (const [x = 0, y = 0] of lines.flat()) {
      const [east, north] = [x * scale + from[0], y * scale + from[1]]
      if (east < 73 || east > 136 || north < 3 || north > 54) faults.push(`${code} ${east} ${north}`)
    }
  }

  expect(faults).toEqual([])
})

test('the maps are small: the country 16 kB packed, any other 20, all of them 1.5 MB', async () => {
  const sizes = new Map<string, number>()
  for (const code of index.maps)
    sizes.set(code, gzipSync(await readFile(join(sketchBoundaries, `${code}.geo.json`))).length)

  expect(sizes.get('100000')).toBeLessThan(16_000)
  expect(Math.max(...sizes.values())).toBeLessThan(20_000)
  expect([...sizes.values()].reduce((sum, size) => sum + size)).toBeLessThan(1_500_000)
})

test('a folder without an index, or with another kind of index, is refused in words', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'boundaries-'))
  onTestFinished(() => rm(folder, { recursive: true }))

  await expect(readBoundaryIndex(folder)).rejects.toThrow('the folder of boundaries has no')
  await writeFile(join(folder, 'index.geo.json'), '{"maps":["china"]}')
  await expect(readBoundaryIndex(folder)).rejects.toThrow('is no index of boundaries')
})
