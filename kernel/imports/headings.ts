import { columnLetters } from '../sheets/column.ts'
import { plainText } from '../sheets/plain-text.ts'
import type { SheetRow } from '../sheets/sheet.ts'
import type { ImportColumn } from './kind.ts'

/** A column of a sheet with what it is taken for. */
export type FoundColumn = {
  readonly index: number
  readonly letter: string
  readonly heading: string
  readonly key: string | null
  readonly from: 'kept' | 'heading' | 'clerk' | null
  readonly samples: readonly string[]
}

/** The headings of a sheet. */
export type FoundHeadings = { readonly headerRows: readonly number[]; readonly columns: readonly FoundColumn[] }

/** Headings stand in the first rows; a title and notes may stand above them. */
const lastHeadingRow = 10
const samplesShown = 3
/** A heading that speaks of somebody else than the person of the row. */
const ofSomebodyElse =
  /配偶|父亲|母亲|子女|家属|紧急|联系人|负责人|法人|法定|主席|介绍人|经办|填表|制表|推荐|审核|监护|spouse|emergency|contact/

/** A heading as headings are compared: without blanks, brackets and what stands in them, numbering, stars, signs. */
export function plainHeading(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/[（(【[〔{][^）)】\]〕}]*[）)】\]〕}]/g, '')
    .replace(/^[\s\d.、．)）]+(?=\D)/, '')
    .replace(/[\s*＊※:：;；,，。.、_\-—/\\|"'“”]/g, '')
}

/** What headings are called, by their plain form. */
type Names = ReadonlyMap<string, string>

function namesOf(columns: readonly ImportColumn[]): Names {
  return new Map(
    columns.flatMap(({ key, title, aliases }) =>
      [title.zh, title.en, key, ...aliases].map((name) => [plainHeading(name), key] as const),
    ),
  )
}

/** The texts a column's headings make: the lowest, all together, the highest. Repeated ones of merged cells count once. */
function spellings(rows: readonly SheetRow[], index: number): string[] {
  const texts = rows
    .map(({ cells }) => plainText(cells[index]?.text ?? ''))
    .filter((text, at, all) => text !== '' && text !== all[at - 1])
  const last = texts.at(-1)
  return last === undefined ? [] : [last, texts.join(''), ...(texts.length > 1 ? [texts[0] ?? ''] : [])]
}

function exactKey(texts: readonly string[], names: Names): string | undefined {
  for (const text of texts) {
    const key = names.get(plainHeading(text))
    if (key !== undefined) return key
  }
  return undefined
}

/** A heading that holds a known name among other words: 会员手机号码, 身份证号码18位. The longest name wins. */
function containedKey(texts: readonly string[], names: Names): string | undefined {
  const plain = plainHeading(texts[1] ?? texts[0] ?? '')
  if (ofSomebodyElse.test(plain)) return undefined
  let best: readonly [string, string] | undefined
  for (const entry of names) {
    const [name] = entry
    if (name.length >= 2 && plain.includes(name) && (best === undefined || name.length > best[0].length)) best = entry
  }
  return best?.[1]
}

/** What each column is taken for by its headings; a known column once only, the plainest heading first. */
function keysOf(rows: readonly SheetRow[], names: Names): Map<number, string> {
  const keys = new Map<number, string>()
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const taken = new Set<string>()
  for (const find of [exactKey, containedKey]) {
    for (let index = 0; index < width; index++) {
      if (keys.has(index)) continue
      const key = find(spellings(rows, index), names)
      if (key === undefined || taken.has(key)) continue
      keys.set(index, key)
      taken.add(key)
    }
  }
  return keys
}

/**
 * Finds the headings of a sheet: in one of its first ten rows, in one row or two, in any order, with merged cells and
 * with names of their own. Without a single known one the first row counts as headings and the clerk says what is what.
 *
 * @param first the first rows, as many as there are up to twenty or so
 */
export function findHeadings(first: readonly SheetRow[], known: readonly ImportColumn[]): FoundHeadings {
  const names = namesOf(known)
  const required = new Set(known.filter((column) => column.required).map(({ key }) => key))
  let best: { rows: readonly SheetRow[]; score: number } | undefined
  for (const [at, row] of first.entries()) {
    if (row.row > lastHeadingRow) break
    for (const rows of [[row], first.slice(at, at + 2)]) {
      // What stands in a person's row is no heading: a row of headings has few cells that are known by chance.
      const keys = keysOf(rows, names)
      const score =
        [...keys.values()].reduce((sum, key) => sum + (required.has(key) ? 3 : 2), 0) -
        0.5 * (rows.length - 1) -
        at * 0.01
      if (keys.size > 0 && (best === undefined || score > best.score)) best = { rows, score }
    }
  }
  const rows = best?.rows ?? first.slice(0, 1)
  return readColumns(
    first,
    rows.map(({ row }) => row),
    (heads) => keysOf(heads, names),
  )
}

/** What the columns are by the headings in the rows that the clerk says hold them. */
export function headingsIn(
  first: readonly SheetRow[],
  known: readonly ImportColumn[],
  headerRows: readonly number[],
): FoundHeadings {
  const names = namesOf(known)
  return readColumns(first, headerRows, (heads) => keysOf(heads, names))
}

/** The columns of a sheet below the rows that the clerk says are its headings. */
export function readColumns(
  first: readonly SheetRow[],
  headerRows: readonly number[],
  keysFor: (rows: readonly SheetRow[]) => ReadonlyMap<number, string>,
): FoundHeadings {
  const heads = first.filter(({ row }) => headerRows.includes(row))
  const keys = keysFor(heads)
  const below = first.filter(({ row }) => row > Math.max(0, ...headerRows))
  const width = Math.max(0, ...first.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, index): FoundColumn => {
    const key = keys.get(index) ?? null
    const samples = below
      .map(({ cells }) => plainText(cells[index]?.text ?? ''))
      .filter((text) => text !== '')
      .slice(0, samplesShown)
      .map(maskSample)
    const heading = spellings(heads, index)[1] ?? ''
    return { index, letter: columnLetters(index + 1), heading, key, from: key === null ? null : 'heading', samples }
  })
  const used = columns.filter(({ heading, samples }) => heading !== '' || samples.length > 0)
  return { headerRows, columns: used }
}

/** What a screen may show of a cell that nobody has understood yet: its ends. */
function maskSample(text: string): string {
  const characters = [...text].slice(0, 24)
  if (characters.length < 3) return characters.map((c, at) => (at === 0 ? c : '*')).join('')
  const shown = characters.length < 8 ? 1 : 2
  return characters.map((c, at) => (at < shown || at === characters.length - 1 ? c : '*')).join('')
}
