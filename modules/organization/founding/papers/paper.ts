import { type Block, type Paper, writePaper } from '@gongqiao/kernel/documents/paper.ts'

/**
 * A kept text as a paper: the first line its title; the two last lines after an empty one who signs and when.
 *
 * @param text lines as an officer edited them
 */
export function paperOf(
  text: string,
  more: { readonly number: string | null; readonly brand: string; readonly made: Date },
): Paper {
  const [title = '', ...rest] = text.split(/\r?\n/).map((line) => line.trim())
  const lines = rest.join('\n').trim().split('\n')
  const end = lines.lastIndexOf('')
  const signed = end >= 0 && lines.length - end === 3 ? lines.slice(end + 1) : []
  const body = signed.length > 0 ? lines.slice(0, end) : lines
  const [by = '', on = ''] = signed
  const blocks: Block[] = body
    .filter((line) => line !== '')
    .map((line, index) => ({ kind: 'text', text: line, indent: !(index === 0 && line.endsWith('：')) }))
  return {
    title,
    language: 'zh',
    ...(more.number !== null && { number: more.number }),
    brand: more.brand,
    made: more.made,
    blocks: [...blocks, ...(by === '' ? [] : [{ kind: 'signature' as const, by, on }])],
  }
}

/** A text as a PDF of A4. */
export function writeText(text: string, more: Parameters<typeof paperOf>[1]): Promise<Buffer> {
  return writePaper(paperOf(text, more))
}
