const hidden = /_x([0-9a-fA-F]{4})_/g

/** A workbook's text with what XML cannot say, which stands as `_x000D_`, put back. */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(hidden, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text
}

const special = /[&<>"]/g
const words: { readonly [letter: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot say them
const unsayable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g
const looksHidden = /_(?=x[0-9a-fA-F]{4}_)/g

/** Text as it stands in XML, in an element or an attribute; what XML cannot say is left out. */
export function xmlText(text: string): string {
  return text.replace(unsayable, '').replace(special, (letter) => words[letter] ?? letter)
}

/** A cell's text as it stands in a workbook; `unescaped` gives it back. Half a surrogate pair becomes U+FFFD. */
export function cellXml(text: string): string {
  return xmlText(
    text
      .toWellFormed()
      .replace(looksHidden, '_x005F_')
      .replace(unsayable, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  )
}
