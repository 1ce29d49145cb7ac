import type { PdfDocument as Pdf } from '@gongqiao/kernel/documents/page-writer.ts'
import QRCode from 'qrcode'
import { posterData, posterTexts, spacedShortCode } from '../texts/poster.ts'
import type { Poster, PosterWords } from './poster.ts'

/** A4 upright, in points. */
const page = { width: 595.28, height: 841.89, margin: 52 } as const
const inner = page.width - 2 * page.margin
const colours = { mark: '#B5232E', head: '#7E1620', ink: '#1F1B1A', soft: '#5C5450', line: '#E4DED8', seed: '#F7E9E8' }

/** Draws one poster on the page that is open: read from three steps away down to what is read at arm's length. */
export function drawPoster(doc: Pdf, poster: Poster, words: PosterWords): void {
  const say = posterTexts(words.language)
  drawMark(doc, page.width / 2 - 20, 36, 40)
  doc.font('plain').fontSize(10).fillColor(colours.soft)
  let y = centred(doc, words.brand, 78) + 8
  doc.font('bold').fontSize(34).fillColor(colours.head)
  y = centred(doc, say('head'), y) + 4
  doc.font('bold').fillColor(colours.ink)
  fitted(doc, poster.unit, [24, 20, 17, 14], 64)
  y = centred(doc, poster.unit, y) + 10
  const side = 238
  drawSquare(doc, poster.link, (page.width - side) / 2, y, side)
  y += side + 10
  y = drawShortCode(doc, poster, words, y) + 12
  doc.font('plain').fontSize(12).fillColor(colours.ink)
  for (const step of [1, 2, 3] as const) {
    const text = `${step}. ${step === 3 ? say('step.3', { workdays: words.workdays }) : say(`step.${step}`)}`
    doc.text(text, page.margin + 24, y, { width: inner - 48 })
    y += doc.heightOfString(text, { width: inner - 48 }) + 3
  }
  drawData(doc, poster, words, y + 10)
  drawFoot(doc, poster, words)
}

function drawShortCode(doc: Pdf, poster: Poster, { language, brand }: PosterWords, top: number): number {
  const say = posterTexts(language)
  doc.font('plain').fontSize(10.5).fillColor(colours.soft)
  const bare = poster.shortLink.replace(/^https?:\/\//, '')
  const y = centred(doc, say('type', { link: bare, brand }), top) + 4
  const [width, height] = [230, 40]
  doc.roundedRect((page.width - width) / 2, y, width, height, 8).fill(colours.seed)
  doc.font('bold').fontSize(26).fillColor(colours.head)
  doc.text(spacedShortCode(poster.shortCode), page.margin, y + 1, {
    width: inner,
    align: 'center',
    characterSpacing: 3,
    lineBreak: false,
  })
  return y + height
}

function drawData(doc: Pdf, poster: Poster, { language }: PosterWords, top: number): void {
  const say = posterTexts(language)
  doc.rect(page.margin, top, inner, 0.75).fill(colours.line)
  doc.font('bold').fontSize(11).fillColor(colours.ink)
  doc.text(say('dataTitle'), page.margin, top + 7, { width: inner })
  let y = top + 24
  doc.font('plain').fontSize(9.5).fillColor(colours.ink)
  for (const key of posterData) {
    const text = key === 'data.1' ? say(key, { unit: poster.unit }) : say(key)
    doc.text(text, page.margin, y, { width: inner })
    y += doc.heightOfString(text, { width: inner }) + 1.5
  }
}

function drawFoot(doc: Pdf, poster: Poster, { language, hotline }: PosterWords): void {
  const say = posterTexts(language)
  const day = dayWords(poster.until, language)
  const parts = [say('until', { day }), poster.upper === null ? '' : say('upper', { upper: poster.upper })]
  doc.font('plain').fontSize(9.5).fillColor(colours.soft)
  centred(doc, say('help', { hotline }), page.height - 56)
  centred(doc, parts.filter((part) => part !== '').join('　'), page.height - 40)
}

/** Writes a text in the middle; gives where the next may begin. */
function centred(doc: Pdf, text: string, y: number): number {
  doc.text(text, page.margin, y, { width: inner, align: 'center' })
  return y + doc.heightOfString(text, { width: inner, align: 'center' })
}

/** Sets the largest of these sizes in which a text is no higher than that. */
function fitted(doc: Pdf, text: string, sizes: readonly number[], highest: number): void {
  for (const size of sizes) {
    doc.fontSize(size)
    if (doc.heightOfString(text, { width: inner }) <= highest) return
  }
}

/** The square, in runs of dark modules; its quiet zone is the paper around it. */
function drawSquare(doc: Pdf, text: string, left: number, top: number, side: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const module = side / size
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let run = 0
      while (x + run < size && modules.get(y, x + run)) run++
      if (run === 0) continue
      doc.rect(left + x * module, top + y * module, run * module, module)
      x += run
    }
  }
  doc.fill('#000000')
}

const seed = 'M24 1.5c3.3 0 5.5 2.6 5.5 5.7 0 3.6-2.8 7.7-5.5 7.7s-5.5-4.1-5.5-7.7c0-3.1 2.2-5.7 5.5-5.7Z'
const threads =
  'M24 24L24 9M24 24L36.99 16.5M24 24L36.99 31.5M24 24L24 39M24 24L11.01 31.5M24 24L11.01 16.5M24 9L36.99 16.5L36.99 31.5L24 39L11.01 31.5L11.01 16.5Z'

/** The mark: a small net of seven seeds, in a field of 48. */
function drawMark(doc: Pdf, left: number, top: number, side: number): void {
  doc
    .save()
    .translate(left, top)
    .scale(side / 48)
  doc.lineWidth(1).opacity(0.45).path(threads).stroke(colours.mark)
  doc.opacity(1)
  for (const degrees of [0, 60, 120, 180, 240, 300]) {
    doc
      .save()
      .rotate(degrees, { origin: [24, 24] })
      .path(seed)
      .fill(colours.mark)
      .restore()
  }
  doc.circle(24, 24, 5.2).fill(colours.mark)
  doc.restore()
}

function dayWords(day: string, language: PosterWords['language']): string {
  const [year, month, date] = day.split('-').map(Number)
  if (language === 'zh') return `${year}年${month}月${date}日`
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
