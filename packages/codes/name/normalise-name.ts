import { narrow } from '../tidy.ts'

const invisible = /\p{Default_Ignorable_Code_Point}/gu
const middleDots = /[•・･‧⋅∙●\u0387᛫⸱]/g

/**
 * Brings a person's name to the one spelling that is stored and searched.
 *
 * Unicode NFC; the look-alikes of the middle dot become · (U+00B7); invisible characters go; spaces inside a Chinese
 * name and around a dot go, elsewhere a run of spaces is one; full-width letters become narrow. Letters keep their
 * case. Idempotent.
 */
export function normaliseName(text: string): string {
  return narrow(text.replace(invisible, ''))
    .normalize('NFC')
    .replace(middleDots, '·')
    .replace(/\s+/g, ' ')
    .replace(/ ?· ?/g, '·')
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
    .trim()
    .normalize('NFC')
}
