import { checkCreditCode, isDivisionCode } from '@gongqiao/codes'
import type { RowCells, RowFault, RowRead } from '@gongqiao/kernel/imports/kind.ts'
import { digitsLost } from '@gongqiao/kernel/sheets/cell-text.ts'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'
import { readIndustry } from '../units-import/values.ts'

/** One line of a sheet of employers, understood. Null is what the sheet does not say. */
export type EmployerLine = {
  readonly name: string
  readonly creditCode: string | null
  readonly industry: string | null
  readonly division: string | null
  readonly employees: number | null
  /** The union of the place as the sheet names it; null for the one where it was uploaded. */
  readonly place: string | null
  /** The union that covers it; null where it has none, or the sheet does not say. */
  readonly union: string | null
}

const longest = 200

/** Reads one line of a sheet of employers: every fault at once, nothing guessed. */
export function readEmployerLine(cells: RowCells): RowRead<EmployerLine> {
  const faults: RowFault[] = []
  const textOf = (column: string) => {
    const text = plainText(cells[column]?.text ?? '')
    if ([...text].length > longest)
      faults.push({ column, code: 'organization.import.too_long', variables: { limit: longest } })
    return text === '' ? null : text
  }
  const coded = <V>(column: string, read: (text: string) => V | undefined): V | null => {
    const text = textOf(column)
    const value = text === null ? null : read(text)
    if (value === undefined) faults.push({ column, code: `organization.import.unknown_${column}` })
    return value ?? null
  }
  const name = textOf('name')
  if (name === null || [...name].length < 2) faults.push({ column: 'name', code: 'organization.import.no_employer' })
  const line = {
    creditCode: codeOf(cells, faults),
    industry: coded('industry', readIndustry),
    division: coded('division', (text) => (isDivisionCode(text) ? text : undefined)),
    employees: coded('employees', (text) => (/^\d{1,7}(?:\.0)?$/.test(text) ? Math.trunc(Number(text)) : undefined)),
    ...{ place: textOf('place'), union: textOf('union') },
  }
  return faults.length > 0 || name === null ? { faults } : { value: { name, ...line } }
}

function codeOf(cells: RowCells, faults: RowFault[]): string | null {
  const column = 'creditCode'
  const cell = cells[column]
  if (!cell || plainText(cell.text) === '') return null
  if (digitsLost(cell)) {
    faults.push({ column, code: 'organization.import.code_destroyed' })
    return null
  }
  const checked = checkCreditCode(plainText(cell.text), 'employer')
  if (checked.ok) return checked.value
  for (const { code } of checked.faults) faults.push({ column, code: `organization.credit.${code}` })
  return null
}
