/*
 * Finds a square code in a picture. It stands in a worker so that the picture on the screen does not stutter, and because
 * the page's own rules forbid compiling code, which a decoder does.
 */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import decoder from 'zxing-wasm/reader/zxing_reader.wasm?url'

type Asked = { readonly pixels: Uint8ClampedArray<ArrayBuffer>; readonly width: number; readonly height: number }
export type Decoded = { readonly text: string | null } | { readonly failed: true }

prepareZXingModule({ overrides: { locateFile: () => decoder } })

self.addEventListener(
  'message',
  (event: MessageEvent<Asked>) => void decode(event.data).then((answer) => self.postMessage(answer)),
)

async function decode({ pixels, width, height }: Asked): Promise<Decoded> {
  try {
    const picture = new ImageData(pixels, width, height)
    const [found] = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
    return { text: found?.text ?? null }
  } catch {
    return { failed: true }
  }
}
