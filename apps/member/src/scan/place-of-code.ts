import { isShortCode, plainShortCode } from '@gongqiao/codes'

/** Where a scanned or typed text leads inside this app. */
export type CodePlace = { readonly to: '/j/$code' | '/c/$code'; readonly code: string }

/**
 * Reads a joining code, a short code or a card's check code out of a text. A link is never followed: of its address only the
 * code counts, and the server says whose it is.
 *
 * @returns undefined for a text that is none of these
 */
export function placeOfCode(text: string): CodePlace | undefined {
  const plain = text.trim()
  const [, kind, code] = /^https?:\/\/[^/]+\/(j|c)\/([\w.-]{6,600})(?:[/?#].*)?$/i.exec(plain) ?? []
  if (code !== undefined) return kind === 'c' ? cardPlace(code) : joinPlace(code)
  return cardPlace(plain) ?? joinPlace(plain)
}

function cardPlace(code: string): CodePlace | undefined {
  return /^\d{16}\.\d{8}$/.test(code) ? { to: '/c/$code', code } : undefined
}

function joinPlace(code: string): CodePlace | undefined {
  const short = plainShortCode(code)
  if (isShortCode(short)) return { to: '/j/$code', code: short }
  return /^[\w-]{60,600}$/.test(code) ? { to: '/j/$code', code } : undefined
}
