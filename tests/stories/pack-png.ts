import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signatureBytes = 8
/** Bytes of a pixel by colour type: what a browser's screenshot comes in. */
const pixelBytes: { readonly [colourType: number]: number } = { 2: 3, 6: 4 }

/**
 * Packs a screenshot more tightly, pixel for pixel the same: flat areas of a screen pack best with no filter at all.
 *
 * @throws Error for a PNG that is no screenshot of eight bits a colour
 */
export function packPng(png: Buffer): Buffer {
  const chunks = [...readChunks(png)]
  const head = chunks.find(({ kind }) => kind === 'IHDR')?.body ?? Buffer.alloc(0)
  const pixel = pixelBytes[head[9] ?? 0]
  if (pixel === undefined || head[8] !== 8 || head[12] !== 0) throw new Error('not a screenshot')
  const packed = Buffer.concat(chunks.filter(({ kind }) => kind === 'IDAT').map(({ body }) => body))
  const lines = withoutFilters(inflateSync(packed), head.readUInt32BE(0) * pixel, pixel)
  return Buffer.concat([
    png.subarray(0, signatureBytes),
    writeChunk('IHDR', head),
    writeChunk('IDAT', deflateSync(lines, { level: 9 })),
    writeChunk('IEND', Buffer.alloc(0)),
  ])
}

function* readChunks(png: Buffer): Generator<{ kind: string; body: Buffer }> {
  for (let at = signatureBytes; at < png.length; at += png.readUInt32BE(at) + 12) {
    const end = at + 8 + png.readUInt32BE(at)
    yield { kind: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, end) }
  }
}

function writeChunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const length = Buffer.alloc(4)
  const check = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** Takes the filter of each line away: none, left, above, the mean of both, or Paeth's choice. */
function withoutFilters(raw: Buffer, width: number, pixel: number): Buffer {
  const lines = Buffer.from(raw)
  for (let start = 0; start < lines.length; start += width + 1) {
    const filter = lines[start]
    lines[start] = 0
    for (let at = start + 1; at <= start + width; at++) {
      const hasLeft = at - pixel > start
      const left = hasLeft ? (lines[at - pixel] ?? 0) : 0
      const above = start === 0 ? 0 : (lines[at - width - 1] ?? 0)
      const corner = start > 0 && hasLeft ? (lines[at - width - 1 - pixel] ?? 0) : 0
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0
      lines[at] = ((lines[at] ?? 0) + guess) & 255
    }
  }
  return lines
}

function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [
    Math.abs(above - corner),
    Math.abs(left - corner),
    Math.abs(left + above - 2 * corner),
  ]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
