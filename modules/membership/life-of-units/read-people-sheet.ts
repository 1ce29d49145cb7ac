import { digitsLost } from '@gongqiao/kernel/sheets/cell-text.ts'
import { openSheet } from '@gongqiao/kernel/sheets/open-sheet.ts'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'
import type { Cell } from '@gongqiao/kernel/sheets/sheet.ts'

/** How many lines a list of people may have. */
export const linesAtMost = 5_000

/** One line of a list of people; empty where the line says nothing. */
export type PersonLine = {
  readonly row: number
  readonly membership: string
  readonly name: string
  /** The whole number as typed; empty too where only stars stand there. */
  readonly number: string
  /** A number with stars, as our own lists show it. */
  readonly mask: string
  /** A spreadsheet has rounded the number. */
  readonly destroyed: boolean
  readonly to: string
}

type Column = 'membership' | 'name' | 'number' | 'to'
const headings: { readonly [column in Column]: readonly string[] } = {
  membership: ['会员编号', '会籍编号', 'member number', 'membership'],
  name: ['姓名', '名字', '职工姓名', '会员姓名', 'name'],
  number: ['证件号码', '身份证号', '身份证号码', '身份证', '证件号', 'identity number', 'document number'],
  to: ['去向', '新工会', '所属工会', '所属新工会', '分到', '划入工会', 'new union', 'goes to'],
}
const plain = (text: string) =>
  plainText(text)
    .replace(/[\s（()）_-]/g, '')
    .toLowerCase()

/** Reads a list of people; undefined where it has neither names nor member numbers. Lines without anything are passed over. */
export async function readPeopleSheet(bytes: Buffer): Promise<PersonLine[] | undefined> {
  const sheet = await openSheet(bytes, { limits: { rows: linesAtMost + 20, columns: 60 } })
  const lines: PersonLine[] = []
  let columns: Map<Column, number> | undefined
  try {
    for await (const { row, cells } of sheet.rows()) {
      if (columns) {
        if (cells.some((cell) => plainText(cell.text) !== '')) lines.push(lineOf(row, cells, columns))
        continue
      }
      const found = columnsOf(cells)
      if (found.has('name') || found.has('membership')) columns = found
    }
  } finally {
    await sheet.close()
  }
  return columns && lines
}

const columnNames = ['membership', 'name', 'number', 'to'] as const satisfies readonly Column[]

function columnsOf(cells: readonly Cell[]): Map<Column, number> {
  const found = new Map<Column, number>()
  cells.forEach((cell, index) => {
    const text = plain(cell.text)
    const column = columnNames.find((one) => headings[one].some((heading) => plain(heading) === text))
    if (column && !found.has(column)) found.set(column, index)
  })
  return found
}

function lineOf(row: number, cells: readonly Cell[], columns: ReadonlyMap<Column, number>): PersonLine {
  const cellOf = (column: Column) => cells[columns.get(column) ?? -1]
  const textOf = (column: Column) => plainText(cellOf(column)?.text ?? '')
  const number = textOf('number').toUpperCase()
  const cell = cellOf('number')
  return {
    row,
    membership: textOf('membership').toLowerCase(),
    name: textOf('name'),
    number: number.includes('*') ? '' : number,
    mask: number.includes('*') ? number : '',
    destroyed: number !== '' && cell !== undefined && digitsLost(cell),
    to: textOf('to'),
  }
}
