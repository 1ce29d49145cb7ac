import { messyRoster } from '../../apps/server/bench/messy-roster.ts'
import { writeSheet } from '../../kernel/sheets/write-sheet.ts'
import { makeCreditCode } from '../../packages/codes/index.ts'

/** A sheet as it lies on a clerk's desk, and what of it must be said. */
export type Sheet = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly rows: number
  /** Rows in which a fault was planted. */
  readonly faulty: ReadonlySet<number>
}

const csv = 'text/csv'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const words = '宏瑞恒泰嘉盛德源兴隆安顺利达永昌鼎新'
const trades = ['纺织', '食品', '机械', '物流', '电子', '建材', '家政', '快运', '印刷', '五金']

/** The name of the union of an enterprise by its place. */
export function unionName(at: number): string {
  const sound = [0, 1, 2].map((step) => words[Math.floor(at / words.length ** step) % words.length]).join('')
  return `龙游县${sound}${trades[at % trades.length]}有限公司工会委员会`
}

/** So many enterprise unions below townships, as a workbook. */
export async function unitSheet(howMany: number, townships: readonly string[]): Promise<Sheet> {
  const titles = ['序号', '工会全称', '上级工会', '统一社会信用代码', '建会时间', '用人单位名称', '行业']
  async function* rows() {
    for (let at = 0; at < howMany; at++) {
      const subject = `AF${String(at).padStart(6, '0')}`
      const name = unionName(at)
      yield [
        at + 1,
        name,
        townships[at % townships.length] ?? '',
        makeCreditCode({ registrar: '8', class: '1', division: '330825', subject }),
        `20${10 + (at % 15)}年${1 + (at % 12)}月${1 + (at % 28)}日`,
        name.replace('工会委员会', ''),
        '制造业',
      ]
    }
  }
  const bytes = await whole(
    writeSheet('xlsx', { name: '工会', columns: titles.map((title) => ({ title })), rows: rows() }),
  )
  return { name: '工会组织.xlsx', mediaType: xlsx, bytes, rows: howMany, faulty: new Set() }
}

/** An officer for each of the unions, in the encoding of an old spreadsheet. */
export function officerSheet(howMany: number): Sheet {
  const lines = ['所在工会,职务,负责人,联系电话']
  for (let at = 0; at < howMany; at++)
    lines.push(`${unionName(at)},工会主席,${'王李张刘陈'[at % 5]}主席,${`1545${String(1_000_000 + at)}`}`)
  return { name: '工会干部.csv', mediaType: csv, bytes: gb18030(lines.join('\r\n')), rows: howMany, faulty: new Set() }
}

const orders = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  [6, 0, 1, 4, 5, 2, 3, 11, 10, 9, 8, 7],
  [4, 1, 6, 5, 10, 9, 8, 7, 3, 2, 11, 0],
  [1, 4, 2, 3, 6, 7, 8, 9, 10, 5, 0, 11],
  [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
] as const

/** Each of the five rosters is of unions of its own. */
function unionsOf(sheet: number, unions: number): string[] {
  const share = Math.floor(unions / 5)
  return Array.from({ length: share }, (_, at) => unionName(sheet * share + at))
}

/**
 * Five rosters that are broken in five ways: encodings, separators, orders of columns, a title above the headings, a
 * workbook of texts; in each so many of a hundred lines with one fault of two dozen kinds.
 */
export async function rosters(people: number, unions: number, faults: number): Promise<Sheet[]> {
  const share = Math.floor(people / 5)
  const sheets: Sheet[] = []
  for (const [at, order] of orders.entries()) {
    const roster = messyRoster(share, faults, unionsOf(at, unions), at * share)
    const cells = roster.csv
      .trimEnd()
      .split('\r\n')
      .map((line) => order.map((column) => line.split(',')[column] ?? ''))
    const faulty = new Set(roster.faults.map(({ row }) => row))
    sheets.push({ ...(await written(at, cells)), rows: share, faulty })
  }
  return sheets
}

/** What of the people who came in with the first roster is different a month later, as numbers of people. */
export type Difference = { readonly new: number; readonly changed: number; readonly gone: number }

/**
 * The first roster a month later, its faults mended: the first so many people are no longer in it, the next so many have
 * another phone, some are new; with what must be found.
 */
export function monthLater(
  people: number,
  unions: number,
  faults: number,
  { phones, joined, left }: { readonly phones: number; readonly joined: number; readonly left: number },
): Sheet & { readonly difference: Difference } {
  const share = Math.floor(people / 5)
  const names = unionsOf(0, unions)
  const known = new Set(messyRoster(share, faults, names, 0).numbers)
  const [head, lines] = partsOf(messyRoster(share, 0, names, 0).csv)
  const [, fresh] = partsOf(messyRoster(joined, 0, names, people * 2).csv)
  const kept = lines.slice(left).map((line, at) => (at < phones ? line.replace(/,15(\d{9}),/, ',18$1,') : line))
  const isKnown = (line: string) => known.has(line.split(',')[4] ?? '')
  const rows = [...kept, ...fresh]
  return {
    name: '会员名册-下月.csv',
    mediaType: csv,
    bytes: Buffer.from([...head, ...rows].join('\r\n')),
    rows: rows.length,
    faulty: new Set(),
    difference: {
      new: rows.filter((line) => !isKnown(line)).length,
      changed: kept.slice(0, phones).filter(isKnown).length,
      gone: lines.slice(0, left).filter(isKnown).length,
    },
  }
}

/** What stands above the people of a roster, and the people. */
function partsOf(text: string): [head: string[], lines: string[]] {
  const all = text.trimEnd().split('\r\n')
  return [all.slice(0, 3), all.slice(3, -1)]
}

async function written(
  at: number,
  cells: readonly (readonly string[])[],
): Promise<Pick<Sheet, 'name' | 'mediaType' | 'bytes'>> {
  const lines = (separator: string) => cells.map((line) => line.join(separator)).join('\r\n')
  const name = `会员名册-${at + 1}`
  if (at === 0) return { name: `${name}.csv`, mediaType: csv, bytes: Buffer.from(lines(',')) }
  if (at === 1) return { name: `${name}.csv`, mediaType: csv, bytes: gb18030(lines(',')) }
  if (at === 2) return { name: `${name}.csv`, mediaType: csv, bytes: Buffer.from(`\ufeff${lines(';')}`) }
  if (at === 3) return { name: `${name}.csv`, mediaType: csv, bytes: Buffer.from(`\ufeff${lines('\t')}`, 'utf16le') }
  const [head = [], ...rest] = cells
  async function* rows() {
    // What a clerk's workbook holds as text stands in it as text: nothing is made safe a second time.
    yield* rest
  }
  const columns = head.map((text) => ({ title: text }))
  return {
    name: `${name}.xlsx`,
    mediaType: xlsx,
    bytes: await whole(writeSheet('xlsx', { name: '名册', columns, rows: rows() })),
  }
}

async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

let two: Map<string, Buffer> | undefined

/** Writes text in GB18030, as far as two bytes go: what no old spreadsheet has, such as a blank of no width, is left out. */
function gb18030(text: string): Buffer {
  two ??= twoByteCharacters()
  const known = two
  const bytes = [...text].map((character) => {
    const code = character.charCodeAt(0)
    return code < 0x80 ? Buffer.from([code]) : (known.get(character) ?? Buffer.alloc(0))
  })
  return Buffer.concat(bytes)
}

function twoByteCharacters(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, Buffer>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const bytes = Buffer.from([lead, trail])
      found.set(decoder.decode(bytes), bytes)
    }
  }
  return found
}
