import { emptyCell } from './cell-text.ts'
import { columnOf } from './column.ts'
import type { Cell } from './sheet.ts'

/** Merged areas that are followed; a sheet with more is styled by a program, and its later ones are left as they are. */
const mostAreas = 100_000
/** Bytes of the list of areas that may lie across two pieces. */
const tailBytes = 400
const mergeCell = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g

/** A merged area, in columns and rows from 1. */
export type Area = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

/**
 * The merged areas of a sheet by their first row. They stand behind all cells, so the part is run through once, in bytes,
 * before its rows are read; this also proves that it unpacks to what it says.
 */
export async function mergedAreas(bytes: AsyncIterable<Buffer>): Promise<Area[]> {
  const areas: Area[] = []
  let found = false
  let tail = Buffer.alloc(0)
  for await (const piece of bytes) {
    const both = Buffer.concat([tail, piece])
    found ||= both.includes('mergeCell')
    let done = 0
    if (found) {
      for (const match of both.toString('latin1').matchAll(mergeCell)) {
        const [whole, left = '', top = '', right = '', bottom = ''] = match
        done = match.index + whole.length
        const area = { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) }
        if (areas.length < mostAreas && area.right >= area.left) areas.push(area)
      }
    }
    tail = both.subarray(Math.max(done, both.length - tailBytes))
  }
  return areas.sort((one, other) => one.top - other.top)
}

/** Repeats the first cell of each merged area over it, row by row. */
export type Merging = (row: number, cells: Cell[]) => void

/**
 * Makes the merging of one reading; rows come in order. Areas are followed up to column `columns`; such as lie over each
 * other, which no spreadsheet writes, only as far as one row has room for them.
 */
export function merging(areas: readonly Area[], columns: number): Merging {
  let next = 0
  let open: { readonly area: Area; readonly first: Cell }[] = []
  return (row, cells) => {
    open = open.filter(({ area }) => area.bottom >= row)
    for (let area = areas[next]; area && area.top <= row; area = areas[next]) {
      next += 1
      const first = area.top === row ? cells[area.left - 1] : undefined
      const room = open.reduce((left, { area: { left: from, right } }) => left - (right - from + 1), columns)
      if (first && first.kind !== 'empty' && room > 0) open.push({ area, first: { ...first, merged: true } })
    }
    if (open.length === 0) return
    for (const { area, first } of open) {
      for (let column = area.left; column <= Math.min(area.right, columns); column += 1) {
        if (row === area.top && column === area.left) continue
        while (cells.length < column) cells.push(emptyCell)
        cells[column - 1] = first
      }
    }
  }
}
