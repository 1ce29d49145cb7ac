import type { pictureTypes } from './sniff.ts'

/** A picture as it may be kept: what is seen and nothing else. */
export type PlainPicture = { readonly bytes: Buffer; readonly width: number; readonly height: number }

/**
 * A picture without what its camera wrote beside it (place, day, device, previews, comments), and without anything behind
 * its end. Undefined when the bytes are no whole picture of their type.
 *
 * @see PI-01; rulebook 0.4 ANON: a photograph's place tells who took it
 */
export function plainPicture(bytes: Buffer, type: (typeof pictureTypes)[number]): PlainPicture | undefined {
  return type === 'image/jpeg' ? plainJpeg(bytes) : plainPng(bytes)
}

/** Segments a JPEG is drawn from: tables, frames, and the two that say how its colours are meant. */
const isKept = (marker: number) =>
  marker < 0xe0 || marker === 0xe0 || marker === 0xee || (marker > 0xef && marker !== 0xfe)
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function plainJpeg(bytes: Buffer): PlainPicture | undefined {
  const kept = [bytes.subarray(0, 2)]
  let size: { readonly width: number; readonly height: number } | undefined
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) return undefined
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return undefined
    if (isFrame(marker) && length >= 9) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    if (marker === 0xda) {
      // From the scan on, everything up to the last end mark belongs to the picture.
      const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]))
      if (size === undefined || end < at) return undefined
      return { bytes: Buffer.concat([...kept, bytes.subarray(at, end + 2)]), ...size }
    }
    if (isKept(marker)) kept.push(bytes.subarray(at, at + 2 + length))
    at += 2 + length
  }
  return undefined
}

/** Chunks a PNG is drawn from; the others are words, days and places. */
const drawn = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs'])

function plainPng(bytes: Buffer): PlainPicture | undefined {
  const kept = [bytes.subarray(0, 8)]
  let size: { readonly width: number; readonly height: number } | undefined
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > bytes.length) return undefined
    if (name === 'IHDR' && length >= 13)
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
    if (drawn.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return size && { bytes: Buffer.concat(kept), ...size }
    at = end
  }
  return undefined
}
