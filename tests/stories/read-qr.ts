import type { Page } from '@playwright/test'

/** Rows of a QR code, dark modules true; no quiet zone. */
type Modules = readonly (readonly boolean[])[]

// Correction level M by version, from ISO/IEC 18004 table 9.
const correctionBytes = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]
const blockCounts = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]
const levelM = 0

const masks: readonly ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_y, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
]

/**
 * Reads the text of an undamaged QR picture as a scanner would: versions 1 to 20, level M.
 *
 * @param page any page of a browser, which draws the picture
 * @throws Error when the picture is no such code
 */
export async function readQr(page: Page, mediaType: string, bytes: Buffer): Promise<string> {
  const modules = await modulesOf(page, `data:${mediaType};base64,${bytes.toString('base64')}`)
  const version = (modules.length - 17) / 4
  const format = [0, 1, 2, 3, 4].map((x) => Number(modules[8]?.[x])).join('')
  const shown = Number.parseInt(format, 2) ^ 0b10101
  const mask = masks[shown & 7]
  if (!Number.isInteger(version) || shown >> 3 !== levelM || !mask) throw new Error('no code of this kind')
  return textOf(dataBytes(readBytes(modules, version, mask), version), version)
}

/** Draws the picture and samples the middle of each module; the corner's first bar is seven modules long. */
function modulesOf(page: Page, address: string): Promise<Modules> {
  return page.evaluate(async (source) => {
    const image = new Image()
    image.src = source
    await image.decode()
    const side = 1024
    const canvas = document.createElement('canvas')
    canvas.width = side
    canvas.height = side
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.drawImage(image, 0, 0, side, side)
    const { data } = pen.getImageData(0, 0, side, side)
    const isDark = (y: number, x: number) => {
      const at = (Math.floor(y) * side + Math.floor(x)) * 4
      return (data[at + 3] ?? 0) > 128 && (data[at] ?? 255) < 128
    }
    const places = Array.from({ length: side }, (_, at) => at)
    const first = places.find((at) => isDark(at, at)) ?? 0
    const bar = places.findIndex((at) => at > first && !isDark(first + 1, at)) - first
    const end = places.findLast((at) => isDark(first + 1, at)) ?? 0
    const size = Math.round(((end + 1 - first) / (bar / 7) - 17) / 4) * 4 + 17
    const module = (end + 1 - first) / size
    const line = Array.from({ length: size }, (_, at) => first + (at + 0.5) * module)
    return line.map((y) => line.map((x) => isDark(y, x)))
  }, address)
}

/** The code's bytes in the order in which they are laid: pairs of columns, right to left, up and down. */
function readBytes(modules: Modules, version: number, mask: (y: number, x: number) => boolean): number[] {
  const size = modules.length
  const bits: number[] = []
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    const upward = ((right + 1) & 2) === 0
    for (let step = 0; step < size; step++) {
      const y = upward ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (!isFixed(y, x, size, version)) bits.push(Number(modules[y]?.[x] !== mask(y, x)))
      }
    }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2),
  )
}

/** Tells whether a module belongs to the pattern that every code of this version has. */
function isFixed(y: number, x: number, size: number, version: number): boolean {
  const corner = (y < 9 && (x < 9 || x >= size - 8)) || (y >= size - 8 && x < 9)
  if (corner || y === 6 || x === 6) return true
  if (version >= 7 && ((y < 6 && x >= size - 11) || (x < 6 && y >= size - 11))) return true
  const places = alignmentPlaces(version, size)
  const last = places.length - 1
  return places.some((row, i) =>
    places.some((column, j) => {
      const inCorner = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)
      return !inCorner && Math.abs(y - row) <= 2 && Math.abs(x - column) <= 2
    }),
  )
}

function alignmentPlaces(version: number, size: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, at) => size - 7 - (count - 2 - at) * step)]
}

/** Takes the interleaved blocks apart and leaves the correction bytes away. */
function dataBytes(all: readonly number[], version: number): number[] {
  const blocks = blockCounts[version] ?? 0
  const correction = correctionBytes[version] ?? 0
  const short = Math.floor(all.length / blocks) - correction
  const shortBlocks = blocks - (all.length % blocks)
  return Array.from({ length: blocks }, (_, block) =>
    Array.from({ length: block < shortBlocks ? short : short + 1 }, (_, at) =>
      at < short ? (all[at * blocks + block] ?? 0) : (all[short * blocks + block - shortBlocks] ?? 0),
    ),
  ).flat()
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Segments by their mode: bits of the count up to version 9 and beyond, and how many bits hold how many characters. */
const segments: { readonly [mode: number]: { short: number; long: number; bits: (left: number) => [number, number] } } =
  {
    1: { short: 10, long: 12, bits: (left) => (left >= 3 ? [10, 3] : left === 2 ? [7, 2] : [4, 1]) },
    2: { short: 9, long: 11, bits: (left) => (left >= 2 ? [11, 2] : [6, 1]) },
    4: { short: 8, long: 16, bits: () => [8, 1] },
  }

function textOf(bytes: readonly number[], version: number): string {
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  let at = 0
  const take = (length: number) => {
    at += length
    return Number.parseInt(bits.slice(at - length, at), 2)
  }
  const text: Buffer[] = []
  while (bits.length - at >= 4) {
    const mode = take(4)
    if (mode === 0) break
    const segment = segments[mode]
    if (!segment) throw new Error(`a segment of mode ${mode}`)
    let left = take(version < 10 ? segment.short : segment.long)
    while (left > 0) {
      const [length, characters] = segment.bits(left)
      text.push(charactersOf(mode, take(length), characters))
      left -= characters
    }
  }
  return Buffer.concat(text).toString('utf8')
}

function charactersOf(mode: number, value: number, count: number): Buffer {
  if (mode === 4) return Buffer.from([value])
  if (mode === 1) return Buffer.from(String(value).padStart(count, '0'))
  const pair = count === 2 ? [Math.floor(value / letters.length), value % letters.length] : [value]
  return Buffer.from(pair.map((place) => letters.charAt(place)).join(''))
}
