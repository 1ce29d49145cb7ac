import { expect, test } from 'vitest'
import { plainPicture } from './plain-picture.ts'

const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
const frame = segment(0xc0, Buffer.from([8, 0, 20, 0, 30, 1, 1, 0x11, 0]))
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, Buffer.from('JFIF\0aaaaaaaaa', 'latin1')),
  segment(0xe1, Buffer.from('Exif\0\0 23.1N 113.2E Huawei P40', 'latin1')),
  segment(0xfe, Buffer.from('written by a phone')),
  frame,
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([1, 2, 3, 0xff, 0x00, 4, 0xff, 0xd9]),
  Buffer.from('PK and whatever hides behind a picture'),
])

test('a photograph is kept without where, when and with what it was taken, and without what hides behind it', () => {
  const plain = plainPicture(jpeg, 'image/jpeg')

  expect(plain).toMatchObject({ width: 30, height: 20 })
  const kept = plain?.bytes.toString('latin1') ?? ''
  for (const secret of ['113.2E', 'Huawei', 'phone', 'PK']) expect(kept).not.toContain(secret)
  expect(kept.endsWith('\x04\xff\xd9')).toBe(true)
})

test('what is no whole picture is none', () => {
  for (let length = 2; length < jpeg.indexOf(Buffer.from([0xff, 0xd9])); length += 7)
    expect(plainPicture(jpeg.subarray(0, length), 'image/jpeg')).toBeUndefined()
  expect(plainPicture(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image/png')).toBeUndefined()
})
