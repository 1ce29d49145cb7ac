const fullWidthAscii = /[！-～]/g
const spacesAndInvisible = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu

/** Full-width Latin letters, digits and signs (U+FF01 to U+FF5E) become their ASCII forms; all else stays. */
export function narrow(text: string): string {
  return text.replace(fullWidthAscii, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}

/**
 * Brings a typed or pasted code to one spelling: narrow, upper case, without spaces and invisible characters.
 *
 * Nothing else is guessed: a circled digit or a Cyrillic letter stays and is refused later. Idempotent.
 */
export function tidyCode(text: string): string {
  return narrow(text)
    .replace(spacesAndInvisible, '')
    .replace(/[a-z]+/g, (small) => small.toUpperCase())
}

/** As `tidyCode`, and without hyphens and dashes, which people put into credit codes and phone numbers. */
export function tidyHyphenated(text: string): string {
  return tidyCode(text).replace(/[-‐-―−]/g, '')
}
