import { createRequire } from 'node:module'
import { fonts } from './fonts.ts'

const require = createRequire(import.meta.url)

/** A part of a paper, from top to bottom. Texts are plain: nothing in them is read as markup or as an address. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** A paragraph; `indent` begins it two characters in, as official papers do. */
  | { readonly kind: 'text'; readonly text: string; readonly indent?: boolean; readonly small?: boolean }
  /** Labels with their values, a line each. */
  | { readonly kind: 'fields'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** A table whose head stands again on every page. Widths are shares of the line; equal ones unless told. */
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly shares?: readonly number[]
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A picture as SVG of our own making; width in points. */
  | { readonly kind: 'picture'; readonly svg: string; readonly width: number }
  /** 落款: who, and the day, to the right. */
  | { readonly kind: 'signature'; readonly by: string; readonly on: string }
  | { readonly kind: 'page' }

/** A paper 文书 of A4 pages. */
export type Paper = {
  readonly title: string
  readonly language: 'zh' | 'en'
  /** Stands small above the title: a document number 文号. */
  readonly number?: string
  /** Stands small at the foot of every page, before the number of the page. */
  readonly foot?: string
  /** Stands pale across every page: 样稿, 副本. */
  readonly across?: string
  readonly brand: string
  readonly made: Date
  readonly blocks: readonly Block[]
}

/**
 * Writes a paper as one PDF with its fonts embedded. It is for papers of some pages: the whole of it is laid out before
 * its first byte. What has thousands of pages uses the page writer.
 */
export async function writePaper(paper: Paper): Promise<Buffer> {
  const { title, language, brand, made } = paper
  return printer()
    .createPdf({
      pageSize: 'A4',
      pageMargins: [72, 80, 72, 72],
      language: language === 'zh' ? 'zh-CN' : 'en',
      displayTitle: true,
      info: { title, creationDate: made, producer: brand, creator: brand },
      defaultStyle: { font: 'Paper', fontSize: 11, lineHeight: 1.45 },
      ...(paper.across !== undefined && {
        watermark: { text: paper.across, font: 'Paper', color: '#8a7f78', opacity: 0.12 },
      }),
      footer: (page: number, pages: number) => ({
        columns: [
          { text: paper.foot ?? '', width: '*' },
          { text: `${page} / ${pages}`, width: 'auto' },
        ],
        margin: [72, 24, 72, 0],
        fontSize: 8,
        color: '#5f5650',
      }),
      content: [
        ...(paper.number === undefined
          ? []
          : [{ text: paper.number, fontSize: 9, color: '#5f5650', alignment: 'center' }]),
        { text: title, fontSize: 18, bold: true, alignment: 'center', margin: [0, 6, 0, 18] },
        ...paper.blocks.map(laidOut),
      ],
    })
    .getBuffer()
}

const line = '#cfc6bf'

/** A block as the layout engine takes it. */
function laidOut(block: Block): object {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, fontSize: 13, bold: true, margin: [0, 12, 0, 4] }
    case 'text':
      return {
        text: block.text,
        leadingIndent: block.indent ? 22 : 0,
        fontSize: block.small ? 9 : 11,
        margin: [0, 0, 0, 6],
      }
    case 'fields':
      return tableOf(block.rows, { widths: ['28%', '72%'], headerRows: 0, firstBold: true })
    case 'table': {
      const shares = block.shares ?? block.head.map(() => 1)
      const all = shares.reduce((sum, share) => sum + share, 0)
      const widths = shares.map((share) => `${(100 * share) / all}%`)
      return tableOf([block.head, ...block.rows], { widths, headerRows: 1, firstBold: false })
    }
    case 'list':
      return { ul: block.items.map((text) => ({ text })), margin: [0, 0, 0, 6] }
    case 'picture':
      return { svg: block.svg, width: block.width, margin: [0, 6, 0, 6] }
    case 'signature':
      return {
        stack: [{ text: block.by }, { text: block.on }],
        alignment: 'right',
        margin: [0, 24, 0, 0],
        unbreakable: true,
      }
    case 'page':
      return { text: '', pageBreak: 'after' }
  }
}

type TableLook = { readonly widths: readonly string[]; readonly headerRows: number; readonly firstBold: boolean }

function tableOf(rows: readonly (readonly string[])[], { widths, headerRows, firstBold }: TableLook): object {
  return {
    table: {
      widths,
      headerRows,
      dontBreakRows: true,
      body: rows.map((row, at) =>
        widths.map((_, column) => ({
          text: row[column] ?? '',
          bold: at < headerRows || (firstBold && column === 0),
          fontSize: 10,
        })),
      ),
    },
    layout: { hLineColor: () => line, vLineColor: () => line, hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
    margin: [0, 2, 0, 8],
  }
}

type Printer = {
  setFonts(fonts: object): void
  setUrlAccessPolicy(mayFetch: (url: string) => boolean): void
  setLocalAccessPolicy(mayRead: (path: string) => boolean): void
  createPdf(definition: object): { getBuffer(): Promise<Buffer> }
}

let loaded: Printer | undefined

/** Loaded when the first paper is written; it fetches nothing and reads nothing but our fonts. */
function printer(): Printer {
  if (loaded) return loaded
  loaded = asPrinter(require('pdfmake'))
  loaded.setFonts({ Paper: { normal: fonts.plain, bold: fonts.bold, italics: fonts.plain, bolditalics: fonts.bold } })
  loaded.setUrlAccessPolicy(() => false)
  loaded.setLocalAccessPolicy((path) => path === fonts.plain || path === fonts.bold)
  return loaded
}

/** Safe because the package's version is pinned by the lockfile and the tests write with it. */
function asPrinter(module: unknown): Printer {
  return module as Printer
}
