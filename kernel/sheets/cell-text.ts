import type { Cell } from './sheet.ts'

/** A cell with nothing in it. */
export const emptyCell: Cell = { kind: 'empty', text: '' }

/** What a spreadsheet would take for the beginning of a formula. */
const dangerous = /^'*\s*[=+\-@]|^'*[\t\r]/
const escaped = /^'+\s*[=+\-@]|^'+[\t\r]/
const startsFormula = /^\s*[=@+-]/
/** `-5`, `+86 138…`, `-` alone, a dash before words of a list: what people write that begins like a formula and is none. */
const harmless = /^[+-][\d\s.,()/-]*$|^-+\s*[^\w\s(=@+-]/

/**
 * A text as it may stand in a file that a spreadsheet opens: whatever would be computed gets a `'` before it.
 * `readableText` takes it away again.
 */
export function formulaSafe(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

/** A cell of text: with the `'` of `formulaSafe` taken away, and marked where a spreadsheet would compute it. */
export function textCell(text: string): Cell {
  if (text === '') return emptyCell
  if (escaped.test(text)) return { kind: 'text', text: text.slice(1) }
  if (startsFormula.test(text) && !harmless.test(text.trim())) {
    return { kind: 'formula', text, formula: text.trim().replace(/^=/, '') }
  }
  return { kind: 'text', text }
}

/** A number as a workbook keeps it, in decimal digits without exponent and without the noise of binary fractions. */
export function decimalText(kept: string): string {
  const value = Number(kept)
  if (!Number.isFinite(value) || kept.trim() === '') return kept
  const [mantissa = '', exponent = '0'] = kept.trim().toLowerCase().split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.replace(/^[+-]/, '').split('.')
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point >= digits.length && point <= 40) return sign + (digits.padEnd(point, '0').replace(/^0+(?=\d)/, '') || '0')
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  return text.includes('e') ? rounded.toFixed(20).replace(/\.?0+$/, '') : text
}

const powers = /^[+-]?\d(?:\.\d+)?[eE]\+?(1[5-9]|2\d)$/

/**
 * Whether the cell held a number longer than a spreadsheet can keep: of 16 digits and more the last are lost for good,
 * and what stands there is not to be used.
 */
export function digitsLost(cell: Cell): boolean {
  if (cell.kind === 'text') return powers.test(cell.text.trim())
  return (cell.kind === 'number' || cell.kind === 'formula') && /^-?\d{16,}$/.test(cell.text)
}

const dayMs = 86_400_000
const lastSerial = 2_958_465

/** The civil day of a spreadsheet's day number, or undefined where it is none (a time without a day, out of the calendar). */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const whole = Math.floor(serial)
  if (from1904) {
    if (whole < 0 || whole > lastSerial - 1_462) return undefined
    return isoDay(Date.UTC(1904, 0, 1) + whole * dayMs)
  }
  // Day 60 is a 29 February 1900 that never was; before it the count is one day off.
  if (whole < 1 || whole === 60 || whole > lastSerial) return undefined
  return isoDay(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * dayMs)
}

/** The day number of a civil day, for days from 1900-03-01 on; undefined before. */
export function serialOfDay(day: string): number | undefined {
  const at = Date.parse(`${day}T00:00:00Z`)
  const serial = Math.round((at - Date.UTC(1899, 11, 30)) / dayMs)
  return serial > 60 && serial <= lastSerial ? serial : undefined
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
