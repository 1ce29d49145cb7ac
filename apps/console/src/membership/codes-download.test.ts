import { expect, test } from 'vitest'
import { pageCounter } from './codes-download.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a page is counted once, also when its mark lies across two parts', () => {
  const file = `x/Type /Pages\n/Type /Page\n${'y'.repeat(20_000)}/Type /Page\nz/Type /Page\n`
  for (const size of [1, 7, 4096, file.length]) {
    const count = pageCounter()
    let pages = 0
    for (let at = 0; at < file.length; at += size) pages = count(bytes(file.slice(at, at + size)))
    expect(pages).toBe(3)
  }
})
