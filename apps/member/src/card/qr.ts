import { create } from 'qrcode'

/** A QR code as one SVG path in modules, with its width in modules; no quiet zone. */
export type QrDrawing = { readonly path: string; readonly size: number }

/** Draws a text as a QR code with 15 % error correction. */
export function drawQr(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let run = 0
      while (x + run < size && modules.get(y, x + run)) run += 1
      if (run === 0) continue
      path += `M${x} ${y}h${run}v1h-${run}z`
      x += run
    }
  }
  return { path, size }
}
