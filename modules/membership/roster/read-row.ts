import { fromFifteenDigits, holdsBirthAndSex, type IdentityKind, isCivilDay, tidyCode } from '@gongqiao/codes'
import type { RowCells, RowFault, RowRead } from '@gongqiao/kernel/imports/kind.ts'
import { dayOfSerial, digitsLost } from '@gongqiao/kernel/sheets/cell-text.ts'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'
import type { Cell } from '@gongqiao/kernel/sheets/sheet.ts'
import { type CheckedPerson, checkedPhone, checkPerson } from '@gongqiao/modules/people/index.ts'
import { readChange, readDay, readEmployment, readEthnicity, readIdentityKind, readSex } from './values.ts'

/** One line of a roster 名册, understood. */
export type RosterLine = {
  readonly person: CheckedPerson
  readonly phone: string | null
  /** The union as the sheet names it; null for the one where it was uploaded. */
  readonly unit: string | null
  readonly ethnicity: string | null
  readonly employment: string | null
  /** 1 join, 2 transfer in, 3 retain. */
  readonly change: number | null
  readonly since: string | null
}

const columnOfField: { readonly [field: string]: string } = {
  '/name': 'name',
  '/identityNumber': 'identityNumber',
  '/birthDate': 'birthDate',
  '/sex': 'sex',
}
/** Who has left is not entered; on the roll they are found as no longer in the sheet. */
const lastChangeThatStays = 3
const longestUnitName = 200

/** What a spreadsheet's user puts before digits so that they stay text. */
const quotes = /^['‘’`"“”＇]+|['‘’`"“”＇]+$/g

/**
 * Reads one line of a roster: every fault at once, every value by code or word, nothing guessed.
 *
 * An 18-digit number that a spreadsheet took for a number has lost its last digits for good: it is recognised by what is
 * left of it and told with the cure. A number of 15 digits is converted (rulebook 8.1) and said to have been.
 */
export function readRosterLine(cells: RowCells, today: string): RowRead<RosterLine> {
  const faults: RowFault[] = []
  const notes: RowFault[] = []
  const fault = (column: string, code: string, variables?: RowFault['variables']) =>
    faults.push({ column, code, ...(variables && { variables }) })
  const textOf = (column: string) => plainText(cells[column]?.text ?? '')

  const kind = coded(cells, 'identityKind', readIdentityKind, faults) ?? 'resident_card'
  const number = numberOf(cells['identityNumber'], kind, faults, notes)
  const birth = dayOf(cells, 'birthDate', today, faults)
  const sex = coded(cells, 'sex', readSex, faults)
  const typed = { name: textOf('name'), identityKind: kind, identityNumber: number ?? '' }
  const birthDay = birth !== undefined && 'day' in birth ? birth.day : undefined
  const checked = checkPerson(
    { ...typed, ...(birthDay !== undefined && { birthDate: birthDay }), ...(sex !== undefined && { sex }) },
    today,
  )
  if ('faults' in checked) {
    for (const { field, code, variables } of checked.faults) {
      // The number is the surer of the two: the date beside it is what to look at.
      const column = code === 'people.identity.birth_date_mismatch' ? 'birthDate' : (columnOfField[field] ?? 'name')
      // A number that could not be read says nothing of birth date and sex either, and has been told already.
      if (number === undefined && column !== 'name') continue
      fault(column, code, variables)
    }
  } else if (birth !== undefined && 'month' in birth && !checked.person.birthDate.startsWith(birth.month)) {
    fault('birthDate', 'people.identity.birth_date_mismatch')
  }
  if (birth !== undefined && 'month' in birth && !holdsBirthAndSex(kind))
    fault('birthDate', 'membership.import.day_unclear')

  const phone = phoneOf(cells['phone'], faults)
  if (phone === null && cells['phone'] === undefined)
    notes.push({ column: 'phone', code: 'membership.import.no_phone' })
  const unit = textOf('unit')
  if ([...unit].length > longestUnitName) fault('unit', 'membership.import.unit_name_too_long')
  const ethnicity = coded(cells, 'ethnicity', readEthnicity, faults)
  const employment = coded(cells, 'employment', readEmployment, faults)
  const change = coded(cells, 'change', readChange, faults)
  if (change !== undefined && change > lastChangeThatStays) fault('change', 'membership.import.has_left')
  const since = dayOf(cells, 'since', today, faults)
  if (since !== undefined && 'month' in since) fault('since', 'membership.import.day_unclear')

  if (faults.length > 0 || 'faults' in checked) return { faults: once(faults) }
  const value: RosterLine = {
    person: checked.person,
    phone,
    unit: unit === '' ? null : unit,
    ethnicity: ethnicity ?? null,
    employment: employment ?? null,
    change: change ?? null,
    since: since !== undefined && 'day' in since ? since.day : null,
  }
  return { value, notes }
}

/** One word about the same thing. */
function once(faults: readonly RowFault[]): RowFault[] {
  return [...new Map(faults.map((fault) => [`${fault.column} ${fault.code}`, fault])).values()]
}

/** A value by code or word; a fault for what is neither, undefined for an empty cell. */
function coded<V>(
  cells: RowCells,
  column: string,
  read: (text: string) => V | undefined,
  faults: RowFault[],
): V | undefined {
  const cell = cells[column]
  if (!cell) return undefined
  const value = read(cell.text)
  if (value === undefined) faults.push({ column, code: `membership.import.unknown_${column}` })
  return value
}

/** The number as text, or undefined when it was destroyed or is not there: that has been told then. */
function numberOf(
  cell: Cell | undefined,
  kind: IdentityKind,
  faults: RowFault[],
  notes: RowFault[],
): string | undefined {
  if (!cell) {
    faults.push({ column: 'identityNumber', code: 'people.identity.empty' })
    return undefined
  }
  const text = tidyCode(plainText(cell.text).replace(quotes, ''))
  if (digitsLost(cell) || looksDestroyed(text)) {
    faults.push({ column: 'identityNumber', code: 'membership.import.number_destroyed' })
    return undefined
  }
  const longer = kind === 'resident_card' ? fromFifteenDigits(text) : undefined
  if (longer === undefined) return text
  notes.push({ column: 'identityNumber', code: 'membership.import.fifteen_converted' })
  return longer
}

/**
 * What is left of an 18-digit number after a spreadsheet had it: fifteen digits and three zeros, written as text again by
 * whoever saved the sheet as csv, or in powers of ten. A true number ends like that once in a thousand, and whoever has
 * one joins by themselves: a wrong one that passes its check would be somebody else's.
 */
function looksDestroyed(text: string): boolean {
  return /^\d(?:\.\d+)?E\+?1[5-9]$/.test(text) || /^[1-9]\d{14}000$/.test(text)
}

function phoneOf(cell: Cell | undefined, faults: RowFault[]): string | null {
  if (!cell) return null
  if (digitsLost(cell)) {
    faults.push({ column: 'phone', code: 'people.phone.length' })
    return null
  }
  const checked = checkedPhone(
    plainText(cell.text)
      .replace(quotes, '')
      .replace(/^(\d{11})\.0$/, '$1'),
  )
  if ('phone' in checked) return checked.phone
  for (const { code } of checked.faults) faults.push({ column: 'phone', code })
  return null
}

type Day = { readonly day: string } | { readonly month: string }

/** A day in any spelling, in the calendar and not ahead; a fault for anything else, undefined for an empty cell. */
function dayOf(cells: RowCells, column: string, today: string, faults: RowFault[]): Day | undefined {
  const cell = cells[column]
  if (!cell) return undefined
  const serial = cell.kind === 'number' && /^\d{5}$/.test(cell.text) ? dayOfSerial(Number(cell.text), false) : undefined
  const read = serial === undefined ? readDay(cell.text) : { day: serial }
  const isDay = read !== undefined && ('day' in read ? isCivilDay(read.day) : isCivilDay(`${read.month}-01`))
  if (!isDay) {
    faults.push({ column, code: column === 'birthDate' ? 'people.identity.birth_date' : 'membership.import.no_day' })
    return undefined
  }
  if ('day' in read && read.day > today) {
    const code = column === 'birthDate' ? 'people.identity.birth_date' : 'membership.import.day_ahead'
    faults.push({ column, code })
    return undefined
  }
  return read
}
