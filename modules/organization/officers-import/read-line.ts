import type { RowCells, RowFault, RowRead } from '@gongqiao/kernel/imports/kind.ts'
import { digitsLost } from '@gongqiao/kernel/sheets/cell-text.ts'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'
import { type CheckedOfficer, checkOfficer } from '../invitations/officer-fields.ts'

/** One line of a sheet of officers, understood. */
export type OfficerLine = {
  /** The union as the sheet names it. */
  readonly unit: string
  readonly title: string
  readonly readsFiguresOnly: boolean
  readonly officer: CheckedOfficer
}

const longestTitle = 30
const columnOfField: { readonly [field: string]: string } = { '/name': 'name', '/phone': 'phone', '/mail': 'mail' }
const readers = new Set(['统计员', '统计', 'statistician'])
const workers = new Set(['', '工会干部', '基层工会干部', '上级工会干部', '干部', 'officer'])

/** Reads one line of a sheet of officers: every fault at once, nothing guessed. */
export function readOfficerLine(cells: RowCells): RowRead<OfficerLine> {
  const faults: RowFault[] = []
  const textOf = (column: string) => plainText(cells[column]?.text ?? '')
  const phoneCell = cells['phone']
  if (phoneCell && digitsLost(phoneCell)) faults.push({ column: 'phone', code: 'people.phone.length' })
  const typed = { name: textOf('name'), phone: textOf('phone').replace(/\.0$/, ''), mail: textOf('mail') }
  const checked = checkOfficer(typed)
  if ('faults' in checked)
    for (const { field, code, variables } of checked.faults)
      faults.push({ column: columnOfField[field] ?? 'name', code, ...(variables && { variables }) })
  const unit = textOf('unit')
  if (unit === '') faults.push({ column: 'unit', code: 'organization.import.no_unit' })
  const title = textOf('title')
  if ([...title].length > longestTitle)
    faults.push({ column: 'title', code: 'organization.import.too_long', variables: { limit: longestTitle } })
  const role = textOf('role')
  if (!readers.has(role) && !workers.has(role))
    faults.push({ column: 'role', code: 'organization.import.unknown_role' })
  if (faults.length > 0 || 'faults' in checked) return { faults }
  const { officer } = checked
  const notes = officer.phone === null ? [{ column: 'phone', code: 'organization.import.no_phone' }] : []
  const readsFiguresOnly = readers.has(role)
  return {
    value: {
      unit,
      title: title === '' ? (readsFiguresOnly ? '统计员' : '工会干部') : title,
      readsFiguresOnly,
      officer,
    },
    notes,
  }
}
