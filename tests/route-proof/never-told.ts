import type { House } from '../house.ts'
import type { Secret } from '../neighbours.ts'

/** What no answer may hold, whoever asks: identity numbers, birth dates, and digests of numbers in three spellings. */
export async function neverTold(house: House, secrets: readonly Secret[]): Promise<string[]> {
  const rows = await house.rows('select identity_digest, phone_digest, birth_date::text as born from people.person')
  const digests = rows.flatMap((row) => [row.identity_digest, row.phone_digest]).filter(Buffer.isBuffer)
  const births = [...new Set(rows.map((row) => String(row.born)))]
  return [
    ...secrets.map(({ text }) => text).filter((text) => /^\d{17}[\dX]$/.test(text)),
    ...births.flatMap((day) => [day, day.replaceAll('-', '')]),
    ...digests.flatMap((digest) => [digest.toString('hex'), digest.toString('base64'), digest.toString('base64url')]),
  ]
}

/** Finds all of some texts that a body holds. Each place of the body is looked at once for each length of a text. */
export function makeFinder(texts: readonly string[]): (body: string) => string[] {
  const byLength = new Map<number, Set<string>>()
  for (const text of texts) byLength.set(text.length, (byLength.get(text.length) ?? new Set()).add(text))
  return (body) => {
    const found = new Set<string>()
    for (const [length, ofLength] of byLength)
      for (let at = 0; at + length <= body.length; at++) {
        const part = body.slice(at, at + length)
        if (ofLength.has(part)) found.add(part)
      }
    return [...found]
  }
}
