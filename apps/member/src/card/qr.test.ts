import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { drawQr } from './qr.ts'

test('the drawing has every dark module once', () => {
  const text = 'https://example.org/c/823044179052.01234567'
  const { path, size } = drawQr(text)

  const drawn = new Set<string>()
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(run); at++) drawn.add(`${Number(x) + at},${y}`)
  }
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const dark = [...modules.data.keys()]
    .filter((at) => modules.data[at])
    .map((at) => `${at % size},${Math.floor(at / size)}`)
  expect(size).toBe(modules.size)
  expect([...drawn].sort()).toEqual(dark.sort())
})
