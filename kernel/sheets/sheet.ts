/** Bytes that can be read anywhere without holding them all, for a file that lies sealed in parts. */
export type ByteSource = {
  readonly sizeBytes: number
  /** The bytes from `start` up to and not including `end`, all of them. */
  read(start: number, end: number): Promise<Buffer>
}

/** Where a sheet is read from: the path of a file, its bytes, or something that reads bytes anywhere. */
export type SheetSource = string | Buffer | ByteSource

/**
 * What a cell was kept as. `number` keeps its digits as the file had them, which for more than 15 are lost; `formula` was
 * never computed by us; `fault` is a spreadsheet's own error such as `#N/A`.
 */
export type CellKind = 'empty' | 'text' | 'number' | 'day' | 'truth' | 'formula' | 'fault'

/** One cell 单元格. */
export type Cell = {
  readonly kind: CellKind
  /**
   * As the file has it, before `plainText`: a day is `YYYY-MM-DD`, a truth `TRUE` or `FALSE`, a number its decimal digits
   * without exponent; of a formula the value its program last kept, or in csv the formula itself.
   */
  readonly text: string
  /** The formula without its `=`. */
  readonly formula?: string
  /** Repeated from the first cell of a merged area. */
  readonly merged?: true
}

/** One row as its program numbers it, from 1. Rows without any cell are left out of a workbook's rows and of csv. */
export type SheetRow = {
  readonly row: number
  /** From column A on, without gaps. */
  readonly cells: readonly Cell[]
  /** Hidden in its program; given like every other row. */
  readonly hidden: boolean
}

/** How much of a sheet is taken. What goes beyond is refused by name, never cut off. */
export type SheetLimits = {
  /** Rows, the header's included; 1,000,000 by default. */
  readonly rows?: number
  /** Columns; 500 by default. */
  readonly columns?: number
  /** Characters in one cell; 32,767 by default, as in spreadsheets. */
  readonly cellCharacters?: number
  /** Bytes of the file as it was sent; 200 MB by default. */
  readonly fileBytes?: number
  /** Bytes of all it unpacks to; 1 GB by default. */
  readonly unpackedBytes?: number
}

/** A sheet that was opened and can be read from its beginning as often as one likes. */
export type Sheet = {
  readonly format: 'xlsx' | 'csv'
  /** The name of the sheet that is read; for csv empty. */
  readonly name: string
  /** The names of all sheets of the workbook, in its order. */
  readonly names: readonly string[]
  /** For csv what it was found to be written in. */
  readonly csv?: { readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le'; readonly separator: ',' | ';' | '\t' }
  /** The rows in order; one row is held at a time. Refuses as `openSheet` does, at the row where it shows. */
  rows(): AsyncIterable<SheetRow>
  /** Lets go of the file. */
  close(): Promise<void>
}
