import type { Readable } from 'node:stream'
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises'
import { fonts } from '@gongqiao/kernel/documents/fonts.ts'
import { beginPdf } from '@gongqiao/kernel/documents/page-writer.ts'
import { posterTexts } from '../texts/poster.ts'
import { drawPoster } from './draw-poster.ts'
import type { Poster, PosterWords } from './poster.ts'

/** Written pages that nobody has fetched yet, before writing waits for whoever fetches. */
const aheadBytes = 512 * 1024
const lookEveryMs = 10
const patienceMs = 60_000

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
  doc.registerFont('plain', fonts.plain)
  doc.registerFont('bold', fonts.bold)
  void drawAll().catch((error: Error) => doc.destroy(error))
  return doc

  async function drawAll(): Promise<void> {
    for (const poster of posters) {
      await turn()
      await fetched()
      if (doc.destroyed) return
      doc.addPage()
      drawPoster(doc, poster, words)
    }
    doc.end()
  }

  /** Waits until what is written has been fetched; whoever fetches nothing for a minute is gone. */
  async function fetched(): Promise<void> {
    for (let waitedMs = 0; doc.readableLength > aheadBytes && !doc.destroyed; waitedMs += lookEveryMs) {
      if (waitedMs > patienceMs) doc.destroy()
      else await pause(lookEveryMs)
    }
  }
}
