import { checkCreditCode, isCivilDay, isDivisionCode } from '@gongqiao/codes'
import type { RowCells, RowFault, RowRead } from '@gongqiao/kernel/imports/kind.ts'
import { dayOfSerial, digitsLost } from '@gongqiao/kernel/sheets/cell-text.ts'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'
import type { Cell } from '@gongqiao/kernel/sheets/sheet.ts'
import { foldName } from '../naming/fold-name.ts'
import { type ImportedLevel, type OrgForm, readForm, readIndustry, readLevel } from './values.ts'

/** An employer that a union covers, as a sheet names it. */
export type EmployerLine = {
  readonly name: string
  readonly creditCode: string | null
  readonly industry: string | null
  readonly division: string | null
}

/** One line of a sheet of unions, understood. Null is what the sheet does not say. */
export type UnitLine = {
  readonly name: string
  readonly shortName: string | null
  /** The union above as the sheet names it; null for the one where it was uploaded. */
  readonly parent: string | null
  readonly level: ImportedLevel
  readonly form: OrgForm | null
  readonly creditCode: string | null
  readonly foundedOn: string | null
  readonly employer: EmployerLine | null
}

const longestName = 100
/** One character, or nothing but that it is a union. */
const saysNothing = /^(?:.?|(?:总|基层)?工会(?:委员会|联合会)?)$/u

/** Reads one line of a sheet of unions: every fault at once, nothing guessed. */
export function readUnitLine(cells: RowCells, today: string): RowRead<UnitLine> {
  const faults: RowFault[] = []
  const textOf = (column: string) => {
    const text = plainText(cells[column]?.text ?? '')
    if ([...text].length > longestName)
      faults.push({ column, code: 'organization.import.too_long', variables: { limit: longestName } })
    return text === '' ? null : text
  }
  const coded = <V>(column: string, read: (text: string) => V | undefined): V | null => {
    const text = textOf(column)
    const value = text === null ? null : read(text)
    if (value === undefined) faults.push({ column, code: `organization.import.unknown_${column}` })
    return value ?? null
  }

  const name = textOf('name')
  if (name === null) faults.push({ column: 'name', code: 'organization.import.no_name' })
  else if (saysNothing.test(foldName(name)))
    faults.push({ column: 'name', code: 'organization.import.name_says_nothing' })
  const level = coded('level', readLevel) ?? 'grassroots'
  const creditCode = codeOf(cells, 'creditCode', 'union', faults)
  const employerCode = codeOf(cells, 'employerCode', 'employer', faults)
  const employerName = textOf('employer')
  const industry = coded('industry', readIndustry)
  const division = coded('division', (text) => (isDivisionCode(text) ? text : undefined))
  if (employerName === null && employerCode !== null)
    faults.push({ column: 'employer', code: 'organization.import.employer_without_name' })
  const line = {
    ...{ shortName: textOf('shortName'), parent: textOf('parent'), level, form: coded('form', readForm), creditCode },
    foundedOn: dayOf(cells['foundedOn'], today, faults),
    employer: employerName === null ? null : { name: employerName, creditCode: employerCode, industry, division },
  }
  return faults.length > 0 || name === null ? { faults } : { value: { name, ...line } }
}

function codeOf(cells: RowCells, column: string, role: 'union' | 'employer', faults: RowFault[]): string | null {
  const cell = cells[column]
  if (!cell || plainText(cell.text) === '') return null
  if (digitsLost(cell)) {
    faults.push({ column, code: 'organization.import.code_destroyed' })
    return null
  }
  const checked = checkCreditCode(plainText(cell.text), role)
  if (checked.ok) return checked.value
  for (const { code } of checked.faults) faults.push({ column, code: `organization.credit.${code}` })
  return null
}

/** A day as a spreadsheet or a person writes it: 2021-05-01, 2021/5/1, 2021.5.1, 2021年5月1日, 20210501. */
function dayOf(cell: Cell | undefined, today: string, faults: RowFault[]): string | null {
  const text = plainText(cell?.text ?? '')
  if (!cell || text === '') return null
  const serial = cell.kind === 'number' && /^\d{5}$/.test(text) ? dayOfSerial(Number(text), false) : undefined
  const parts = /^(\d{4})(?:[-/.年]\s*)?(\d{1,2})(?:[-/.月]\s*)?(\d{1,2})日?(?:\s+[\d:]+)?$/.exec(text)
  const [, year = '', month = '', day = ''] = parts ?? []
  const found = serial ?? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isCivilDay(found)) faults.push({ column: 'foundedOn', code: 'organization.import.no_day' })
  else if (found > today) faults.push({ column: 'foundedOn', code: 'organization.import.day_ahead' })
  else return found
  return null
}
