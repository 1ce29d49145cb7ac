import { SaxesParser } from 'saxes'
import { Refusal } from '../refusal.ts'

/** What is told while an XML part is read; names come without their namespace prefix. */
export type XmlEvents = {
  readonly open: (name: string, attributes: { readonly [name: string]: string }) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Characters between two tags after which a part is no sheet: the parser would have to hold them all. */
const longestRun = 2_000_000

/**
 * Reads an XML part from its bytes, and pauses after each piece so that what was found can be taken away.
 *
 * Entities of the part's own are not known to it, so that none can be nested to grow. Refuses `sheet.broken`.
 */
export async function* readXml(bytes: AsyncIterable<Buffer>, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('opentag', (tag) => events.open(local(tag.name), tag.attributes))
  if (events.close) {
    const { close } = events
    parser.on('closetag', (tag) => close(local(tag.name)))
  }
  if (events.text) parser.on('text', events.text)
  parser.on('doctype', () => {
    throw new Refusal('sheet.broken')
  })
  parser.on('error', (cause) => {
    throw new Refusal('sheet.broken', { cause })
  })
  let decoder: TextDecoder | undefined
  let run = 0
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(encodingOf(piece))
    const text = decoder.decode(piece, { stream: true })
    const tag = text.lastIndexOf('<')
    run = tag < 0 ? run + text.length : text.length - tag
    if (run > longestRun) throw new Refusal('sheet.broken')
    parser.write(text)
    yield
  }
  parser.write(decoder?.decode() ?? '').close()
  yield
}

function encodingOf(piece: Buffer): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le'
  return piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
