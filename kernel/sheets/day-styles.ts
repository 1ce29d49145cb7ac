import { readXml } from './xml.ts'
import type { Archive } from './zip-archive.ts'

/** Formats every program knows by number that show a day; 27–36 and 50–58 are those of Chinese programs. */
const known = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** Styles a workbook can have; whoever writes more wants to fill the memory. */
const mostStyles = 65_536

/** Whether a number format shows a day: a year or a day stands in it outside quotes, brackets and escapes. */
export function showsDay(format: string): boolean {
  const bare = format
    .replace(/"[^"]*"?/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
  return /[yd]|mmm/i.test(bare)
}

/** Which cell styles, by their number, show a number as a day. */
export async function dayStyles(archive: Archive, part: string | undefined): Promise<ReadonlySet<number>> {
  const styles = new Set<number>()
  if (!part) return styles
  const own = new Map<number, boolean>()
  let inCells = false
  let count = 0
  const events = {
    open(name: string, attributes: { readonly [name: string]: string }) {
      if (name === 'numFmt' && own.size < mostStyles)
        own.set(Number(attributes.numFmtId), showsDay(attributes.formatCode ?? ''))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells && count < mostStyles) {
        const format = Number(attributes.numFmtId)
        if (own.get(format) ?? known.has(format)) styles.add(count)
        count += 1
      }
    },
    close(name: string) {
      if (name === 'cellXfs') inCells = false
    },
  }
  for await (const _ of readXml(archive.unpack(part), events));
  return styles
}
