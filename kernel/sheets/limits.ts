import { Refusal } from '../refusal.ts'
import type { SheetLimits } from './sheet.ts'

const megabyte = 1_048_576

/** What is taken where the caller says nothing. */
const defaults = {
  rows: 1_000_000,
  columns: 500,
  cellCharacters: 32_767,
  fileBytes: 200 * megabyte,
  unpackedBytes: 1_024 * megabyte,
}

/** Every limit, said. */
export type Limits = Required<SheetLimits>

/** The limits of one reading. */
export function limitsOf(given: SheetLimits = {}): Limits {
  return { ...defaults, ...given }
}

/** A size as a person reads it, in MB. */
export function megabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(bytes < 10 * megabyte ? 1 : 0)
}

/** Counts rows and looks at their cells; one for each reading. */
export type RowGuard = {
  /** Refuses `sheet.too_many_rows`. */
  row(): void
  /** Refuses `sheet.too_many_columns`; `column` from 1. */
  column(row: number, column: number): void
  /** Refuses `sheet.cell_too_long`. */
  length(row: number, column: number, characters: number): void
}

/** Makes a guard over the rows of one reading. */
export function rowGuard(limits: Limits): RowGuard {
  let rows = 0
  return {
    row() {
      rows += 1
      if (rows > limits.rows) throw new Refusal('sheet.too_many_rows', { variables: { limit: limits.rows } })
    },
    column(row, column) {
      if (column > limits.columns)
        throw new Refusal('sheet.too_many_columns', { variables: { row, limit: limits.columns } })
    },
    length(row, column, characters) {
      if (characters > limits.cellCharacters)
        throw new Refusal('sheet.cell_too_long', { variables: { row, column, limit: limits.cellCharacters } })
    },
  }
}
