/**
 * The keystroke-level model: what an act of the hands, the eyes and the head takes, in seconds. Response of the system is
 * not in it: that is measured.
 *
 * @see Card, Moran and Newell, "The keystroke-level model for user performance time with interactive systems",
 * Communications of the ACM 23 (1980), 396–410; the times by kind of typist, The Psychology of Human-Computer Interaction (1983).
 */
export const seconds = {
  /** A keystroke of words, an average typist who is no secretary. */
  key: 0.28,
  /** A keystroke of numbers, passwords and codes: random letters. */
  codeKey: 0.5,
  /** Pointing at something. */
  point: 1.1,
  /** Pressing and letting go. */
  click: 0.2,
  /** The hand from mouse to keyboard or back. */
  home: 0.4,
  /** Making up one's mind before a step. */
  mind: 1.35,
} as const

/** Characters of Chinese read in a minute with understanding; reading aloud is about 255. */
const readPerMinute = 300

/** Pinyin letters of a character, and one key that chooses each word of two: rather many than few. */
const keysOfCharacter = 3 + 1 / 2

const isHan = (character: string) => /\p{Script=Han}/u.test(character)

/** How many keys a text takes on a keyboard with pinyin. */
export function keysOf(text: string): number {
  return Math.ceil([...text].reduce((keys, one) => keys + (isHan(one) ? keysOfCharacter : 1), 0))
}

/** Seconds of typing a text: words by the time of words, anything without Chinese by that of codes. */
export function typing(text: string): number {
  return keysOf(text) * ([...text].some(isHan) ? seconds.key : seconds.codeKey)
}

/** Seconds of reading a text: a character each, a number or a foreign word as two. */
export function reading(text: string): number {
  const characters = [...text].filter(isHan).length
  const others = (text.match(/[\p{Script=Latin}\d*.,:/-]+/gu) ?? []).length
  return ((characters + others * 2) * 60) / readPerMinute
}
