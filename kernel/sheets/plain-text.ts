/** Characters without a width that copying from chat and web pages leaves behind, and control characters. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f/g
const spaces = /[\s\u0085]+/g
const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g
const toNarrow = 0xfee0
/** Nothing in it that the other patterns would change: most cells, at a fraction of the cost. */
const alreadyPlain = /^(?:[\u0021-\u007e\u3400-\u9fff\u3001-\u301f]+(?: [\u0021-\u007e\u3400-\u9fff\u3001-\u301f]+)*)?$/

/**
 * A cell's text as a person meant it: without invisible characters, any space or line break as one plain space and none
 * at the ends, full-width digits and letters 全角 as narrow ones. Chinese characters and punctuation are never touched,
 * not even to another form of the same one: a rare name stays as it is written.
 */
export function plainText(text: string): string {
  if (alreadyPlain.test(text)) return text
  return text
    .replace(invisible, '')
    .replace(wide, (letter) => String.fromCharCode(letter.charCodeAt(0) - toNarrow))
    .replace(spaces, ' ')
    .trim()
}
