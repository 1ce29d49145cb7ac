/** One column of a sheet that is written. */
export type SheetColumn = {
  readonly title: string
  /** A `number` and a `day` are written as such, so that a spreadsheet can add and sort them; 'text' by default. */
  readonly kind?: 'text' | 'number' | 'day'
  /** In characters of the ordinary font; 14 by default. */
  readonly width?: number
}

/** What stands in a cell that is written; a day is `YYYY-MM-DD`. */
export type SheetValue = string | number | null

/** A sheet to be written. */
export type SheetToWrite = {
  /** Name of the sheet; what a workbook forbids in it is left out. */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** The rows as they come, each with a value for each column. */
  readonly rows: AsyncIterable<readonly SheetValue[]>
  /** Who took this out, when and for what 水印: the first row, the head of every printed page, and the file's properties. */
  readonly watermark?: string
  /** For the file's properties: who made it, what it is, and when. */
  readonly made?: { readonly by: string; readonly title: string; readonly at: Date }
  /** Ends the writing with the reason it was aborted for. */
  readonly signal?: AbortSignal
}
