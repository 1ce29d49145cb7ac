import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'

const require = createRequire(import.meta.url)

type TextOptions = {
  readonly width?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly characterSpacing?: number
  readonly lineBreak?: boolean
}

type Options = {
  readonly size: 'A4'
  readonly margin: number
  readonly autoFirstPage: false
  readonly lang: string
  readonly displayTitle: true
  readonly info: {
    readonly Title: string
    readonly CreationDate: Date
    readonly Producer: string
    readonly Creator: string
  }
}

/** A PDF that is being written, as far as posters need one; lengths in points from the top left corner. */
export type PdfDocument = Readable & {
  registerFont(name: string, file: string): PdfDocument
  addPage(): PdfDocument
  font(name: string): PdfDocument
  fontSize(size: number): PdfDocument
  text(words: string, x: number, y: number, options?: TextOptions): PdfDocument
  heightOfString(words: string, options?: TextOptions): number
  rect(x: number, y: number, width: number, height: number): PdfDocument
  roundedRect(x: number, y: number, width: number, height: number, radius: number): PdfDocument
  circle(x: number, y: number, radius: number): PdfDocument
  path(drawing: string): PdfDocument
  fill(colour: string): PdfDocument
  stroke(colour: string): PdfDocument
  fillColor(colour: string): PdfDocument
  lineWidth(width: number): PdfDocument
  opacity(opacity: number): PdfDocument
  translate(x: number, y: number): PdfDocument
  scale(factor: number): PdfDocument
  rotate(degrees: number, options: { readonly origin: readonly [number, number] }): PdfDocument
  save(): PdfDocument
  restore(): PdfDocument
  end(): void
}

type Loaded = {
  readonly default: new (
    fonts: object,
    images: object,
    patterns: object,
    attachments: object,
    options: Options,
  ) => PdfDocument
}

/**
 * Begins a PDF. It is the page writer below pdfmake: pages go out one by one, where pdfmake itself lays out the whole file
 * before its first byte.
 */
export function beginPdf(options: Options): PdfDocument {
  const { default: Document } = asLoaded(require('pdfmake/js/PDFDocument.js'))
  return new Document({}, {}, {}, {}, options)
}

/** Safe because the package's version is pinned by the lockfile and the tests write with it. */
function asLoaded(module: unknown): Loaded {
  return module as Loaded
}
