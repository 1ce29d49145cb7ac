import { inflateSync } from 'node:zlib'

/** A page as a reader has it: its words in the order they were written, and the rectangles that were filled. */
export type PdfPage = { readonly text: string; readonly rectangles: readonly Rectangle[] }
export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Reads a PDF of ours: pages whose fonts are embedded with a map back to characters. */
export function readPdf(bytes: Buffer): PdfPage[] {
  const objects = objectsOf(bytes)
  const bodyOf = (reference: string | undefined) => objects.get(Number(reference)) ?? { head: '', content: '' }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
  return pages.map(({ head }) => {
    const resources = bodyOf(/\/Resources (\d+) 0 R/.exec(head)?.[1]).head
    const fonts = new Map<string, Map<string, string>>()
    for (const [, name = '', reference] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = bodyOf(/\/ToUnicode (\d+) 0 R/.exec(bodyOf(reference).head)?.[1]).content
      fonts.set(name, charactersOf(map))
    }
    const content = bodyOf(/\/Contents (\d+) 0 R/.exec(head)?.[1]).content
    return { text: textOf(content, fonts), rectangles: rectanglesOf(content) }
  })
}

type PdfObject = { readonly head: string; readonly content: string }

function objectsOf(bytes: Buffer): Map<number, PdfObject> {
  const text = bytes.toString('latin1')
  const found = new Map<number, PdfObject>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length
    const end = text.indexOf('endobj', start)
    const stream = text.indexOf('stream\n', start)
    if (stream === -1 || stream > end) {
      found.set(Number(match[1]), { head: text.slice(start, end), content: '' })
      continue
    }
    const head = text.slice(start, stream)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    const raw = bytes.subarray(stream + 7, stream + 7 + length)
    const packed = head.includes('/FlateDecode')
    found.set(Number(match[1]), { head, content: (packed ? inflateSync(raw) : raw).toString('latin1') })
  }
  return found
}

/** Glyphs and the characters they stand for, out of a `ToUnicode` map. */
function charactersOf(map: string): Map<string, string> {
  const found = new Map<string, string>()
  const ranges = /<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi
  for (const [, first = '', , list = ''] of map.matchAll(ranges)) {
    for (const [at, entry] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const glyph = (Number.parseInt(first, 16) + at).toString(16).padStart(4, '0')
      const units = (entry[1] ?? '').replaceAll(' ', '').match(/.{4}/g) ?? []
      found.set(glyph, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))))
    }
  }
  return found
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let characters: ReadonlyMap<string, string> | undefined
  let text = ''
  for (const [whole, font, shown = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) characters = fonts.get(font)
    else if (whole.endsWith('TJ')) {
      for (const [, glyphs = ''] of shown.matchAll(/<([0-9a-f]*)>/gi)) {
        for (const glyph of glyphs.toLowerCase().match(/.{4}/g) ?? []) text += characters?.get(glyph) ?? '\u{fffd}'
      }
      text += '\n'
    }
  }
  return text
}

function rectanglesOf(content: string): Rectangle[] {
  return [...content.matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re\b/g)].map((match) => {
    const [x = 0, y = 0, width = 0, height = 0] = match.slice(1, 5).map(Number)
    return { x, y, width, height }
  })
}

/** The square of a page as a picture, from the runs of its dark modules. */
export function squareAsSvg({ rectangles }: PdfPage): string {
  const module = Math.min(...rectangles.filter(({ height }) => height > 1).map(({ height }) => height))
  const runs = rectangles.filter(({ height }) => Math.abs(height - module) < 0.01)
  const [left, top] = [Math.min(...runs.map(({ x }) => x)), Math.min(...runs.map(({ y }) => y))]
  const side = Math.max(...runs.map(({ y }) => y)) + module - top
  const drawn = runs.map(
    (run) => `<rect x="${run.x - left}" y="${run.y - top}" width="${run.width}" height="${run.height}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-4 * module} ${-4 * module} ${side + 8 * module} ${side + 8 * module}" shape-rendering="crispEdges"><rect x="${-4 * module}" y="${-4 * module}" width="100%" height="100%" fill="#fff"/>${drawn.join('')}</svg>`
}
