import { dayOfSerial, decimalText, emptyCell, textCell } from './cell-text.ts'
import { columnOf } from './column.ts'
import { type Limits, rowGuard } from './limits.ts'
import { type Area, merging } from './merged-areas.ts'
import type { SharedStrings } from './shared-strings.ts'
import type { Cell, SheetRow } from './sheet.ts'
import { isTrue } from './workbook.ts'
import { readXml } from './xml.ts'
import { unescaped } from './xml-text.ts'

/** What the cells of a sheet refer to. */
export type CellContext = {
  readonly strings: SharedStrings
  readonly dayStyles: ReadonlySet<number>
  readonly from1904: boolean
}

type OpenCell = {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  inline: string
  formula: string | undefined
}

/**
 * The rows of a worksheet's part that hold anything, one after the other. Rows and cells that only have a format are
 * passed over: a program that was told to frame a whole column writes a million of them.
 */
export async function* worksheetRows(
  bytes: AsyncIterable<Buffer>,
  context: CellContext,
  areas: readonly Area[],
  limits: Limits,
): AsyncGenerator<SheetRow> {
  const guard = rowGuard(limits)
  const merge = merging(areas, limits.columns)
  let rows: SheetRow[] = []
  let row = 0
  let hidden = false
  let cells: Cell[] = []
  let cell: OpenCell | undefined
  let lastColumn = 0
  let into: 'value' | 'inline' | 'formula' | undefined
  let phonetic = false

  const keepCell = (done: OpenCell) => {
    const kept = asCell(done, context)
    if (kept.kind === 'empty') return
    guard.column(row, done.column)
    guard.length(row, done.column, kept.text.length)
    while (cells.length < done.column - 1) cells.push(emptyCell)
    cells[done.column - 1] = kept
  }
  const events = {
    open(name: string, attributes: { readonly [name: string]: string }) {
      if (name === 'c') {
        lastColumn = attributes.r ? columnOf(attributes.r) : lastColumn + 1
        const { t: type = 'n', s: style = '0' } = attributes
        cell = {
          column: Math.max(1, lastColumn),
          type,
          style: Number(style),
          value: '',
          inline: '',
          formula: undefined,
        }
      } else if (name === 'row') {
        row = /^[1-9]\d{0,6}$/.test(attributes.r ?? '') ? Number(attributes.r) : row + 1
        hidden = isTrue(attributes.hidden)
        cells = []
        lastColumn = 0
      } else if (name === 'v') into = 'value'
      else if (name === 't') into = phonetic ? undefined : 'inline'
      else if (name === 'rPh') phonetic = true
      else if (name === 'f') {
        into = 'formula'
        if (cell) cell.formula = ''
      }
    },
    close(name: string) {
      if (name === 'c') {
        if (cell) keepCell(cell)
        cell = undefined
      } else if (name === 'row') {
        merge(row, cells)
        if (cells.length === 0) return
        guard.row()
        rows.push({ row, cells, hidden })
      } else if (name === 'rPh') phonetic = false
      else into = undefined
    },
    text(piece: string) {
      if (!cell || !into) return
      const text = `${cell[into] ?? ''}${piece}`
      guard.length(row, cell.column, text.length)
      cell[into] = text
    },
  }
  for await (const _ of readXml(bytes, events)) {
    const done = rows
    rows = []
    yield* done
  }
}

function asCell(cell: OpenCell, context: CellContext): Cell {
  if (cell.formula === undefined) return shownCell(cell, context)
  return { kind: 'formula', text: shownCell(cell, context).text, formula: unescaped(cell.formula) }
}

function shownCell({ type, style, value, inline }: OpenCell, context: CellContext): Cell {
  if (value.trim() === '') return inline === '' ? emptyCell : textCell(unescaped(inline))
  switch (type) {
    case 's':
      return textCell(context.strings.at(Number(value)) ?? '')
    case 'inlineStr':
    case 'str':
      return textCell(unescaped(value))
    case 'b':
      return { kind: 'truth', text: isTrue(value) ? 'TRUE' : 'FALSE' }
    case 'e':
      return { kind: 'fault', text: value }
    case 'd':
      return { kind: 'day', text: value.slice(0, 10) }
    default: {
      const day = context.dayStyles.has(style) ? dayOfSerial(Number(value), context.from1904) : undefined
      return day ? { kind: 'day', text: day } : { kind: 'number', text: decimalText(value) }
    }
  }
}
