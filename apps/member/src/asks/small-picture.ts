import { asBase64 } from './base64.ts'

/** A picture as it is sent, with an address to see it on this phone. */
export type Picture = { readonly data: string; readonly address: string }

/** Long enough to read a pay slip by. */
const longestSide = 1_600
const quality = 0.82

/**
 * A photograph drawn anew, smaller: what its camera wrote beside it (place, day, device) does not leave the phone.
 *
 * Throws where it cannot be opened.
 */
export async function smallPicture(file: Blob): Promise<Picture> {
  const address = URL.createObjectURL(file)
  try {
    const image = await opened(address)
    const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
    const context = canvas.getContext('2d')
    if (!context) throw new Error('this browser draws nothing')
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (!blob) throw new Error('the picture cannot be drawn')
    return { data: await asBase64(blob), address: URL.createObjectURL(blob) }
  } finally {
    URL.revokeObjectURL(address)
  }
}

function opened(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('this is no picture'))
    image.src = address
  })
}
