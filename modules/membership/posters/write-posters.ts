import type { Readable } from 'node:stream'
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { posterTexts } from '../texts/poster.ts'
import { drawPoster } from './draw-poster.ts'
import { beginPdf } from './pdf-document.ts'
import type { Poster, PosterWords } from './poster.ts'

/** Embedded as TTF: it has the rare characters of names and is read in milliseconds. */
const fontOf = (weight: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`))

/** Written pages that nobody has fetched yet, before writing waits for whoever fetches. */
const aheadBytes = 512 * 1024

/**
 * Writes posters as one PDF of A4 pages, one after the other: pages go out while later ones are drawn, other requests get
 * their turn after every page, and nothing more is drawn once whoever asked is gone.
 */
export function writePosters(posters: readonly Poster[], words: PosterWords): Readable {
  const doc = beginPdf({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    lang: words.language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: {
      Title: posterTexts(words.language)('title'),
      CreationDate: words.made,
      Producer: words.brand,
      Creator: words.brand,
    },
  })
  doc.registerFont('plain', fontOf('400Regular'))
  doc.registerFont('bold', fontOf('700Bold'))
  void drawAll().catch((error: Error) => doc.destroy(error))
  return doc

  async function drawAll(): Promise<void> {
    for (const poster of posters) {
      await turn()
      while (doc.readableLength > aheadBytes && !doc.destroyed) await pause(10)
      if (doc.destroyed) return
      doc.addPage()
      drawPoster(doc, poster, words)
    }
    doc.end()
  }
}
