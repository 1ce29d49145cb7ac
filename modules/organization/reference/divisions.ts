import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { type Division, decodeDivisions, decodeVillages } from './division-text.ts'

export type { Division, DivisionLevel } from './division-text.ts'

const data = join(import.meta.dirname, 'data')

/**
 * Reads the divisions 行政区划 of 2023 from province to township: 44,564 rows, parents before children, in code order.
 *
 * Some 50 ms; nothing is kept, so that each reader owns what it gets. What the table leaves out stands in
 * `data/README.md`.
 *
 * @see GB/T 2260; 统计用区划代码 2023
 */
export async function readDivisions(): Promise<Division[]> {
  return decodeDivisions(await readCompressed('divisions-2023.txt.br'))
}

/**
 * Reads the villages and communities 村、社区 below one division, in code order.
 *
 * @param code a province, prefecture or county (6 digits) or a township (9)
 * @returns at most the 62,074 of the largest province, Shandong; none for a code that has none or does not exist
 * @throws RangeError when the code is not 6 or 9 digits
 */
export async function readVillages(code: string): Promise<Division[]> {
  if (!/^\d{6}(\d{3})?$/.test(code)) throw new RangeError(`not a division code: ${code}`)
  const province = code.slice(0, 2)
  if (!provinceFiles.has(province)) return []
  return decodeVillages(await readCompressed(`villages-2023/${province}.txt.br`), prefixOf(code))
}

const provinceFiles = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' '),
)

/** What every code below starts with: 330000 → 33, 330800 → 3308, 330825 → 330825. */
function prefixOf(code: string): string {
  return code.length === 9 ? code : code.replace(/(00){1,2}$/, '')
}

async function readCompressed(name: string): Promise<string> {
  const compressed = await readFile(join(data, name))
  return (await promisify(brotliDecompress)(compressed)).toString('utf8')
}
