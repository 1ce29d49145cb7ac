import { Refusal } from '../refusal.ts'
import { type Limits, megabytes } from './limits.ts'
import { readXml } from './xml.ts'
import { unescaped } from './xml-text.ts'
import type { Archive } from './zip-archive.ts'

const firstBytes = 65_536
/** Bytes of all texts together: those of a million people need a third of it. */
const mostBytes = 300_000_000

/** The texts that cells point at. */
export type SharedStrings = {
  /** A text by its number; undefined where there is none. */ at(index: number): string | undefined
}

/**
 * Reads the texts of a workbook, which cells name by number. They are kept as bytes outside the heap, about as long as
 * the part itself, since a roster has as many of them as cells.
 */
export async function readSharedStrings(
  archive: Archive,
  part: string | undefined,
  limits: Limits,
): Promise<SharedStrings> {
  let bytes = Buffer.allocUnsafeSlow(part ? firstBytes : 0)
  let ends = new Uint32Array(part ? firstBytes : 0)
  let used = 0
  let count = 0
  let inText = false
  let phonetic = false
  let text = ''

  const keep = () => {
    const plain = unescaped(text)
    const most = plain.length * 3
    if (used + most > mostBytes) throw new Refusal('sheet.bomb', { variables: { limit: megabytes(mostBytes) } })
    if (used + most > bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(2 * bytes.length, used + most))
      bytes.copy(larger, 0, 0, used)
      bytes = larger
    }
    if (count === ends.length) {
      const more = new Uint32Array(2 * ends.length)
      more.set(ends)
      ends = more
    }
    used += bytes.write(plain, used, 'utf8')
    ends[count] = used
    count += 1
  }
  const events = {
    open(name: string) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') inText = !phonetic
    },
    close(name: string) {
      if (name === 'si') keep()
      else if (name === 'rPh') phonetic = false
      else if (name === 't') inText = false
    },
    text(piece: string) {
      // One that is too long is refused at the cell that names it, and no more of it is held than shows that.
      if (inText && text.length <= limits.cellCharacters) text += piece
    },
  }
  if (part) for await (const _ of readXml(archive.unpack(part), events));
  return {
    at(index) {
      const end = index < count ? ends[index] : undefined
      return end === undefined ? undefined : bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], end)
    },
  }
}
