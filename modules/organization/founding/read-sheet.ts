import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { digitsLost } from '@gongqiao/kernel/sheets/cell-text.ts'
import { openSheet } from '@gongqiao/kernel/sheets/open-sheet.ts'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'
import type { Cell } from '@gongqiao/kernel/sheets/sheet.ts'
import { readIndustry } from '../units-import/values.ts'
import { employersAtMost, type FoundingEmployer } from './contract.ts'
import { employerFaults } from './rules.ts'

const headings: { readonly [H in keyof FoundingEmployer]-?: readonly string[] } = {
  name: ['单位名称', '用人单位', '单位', '名称', '企业名称', 'employer', 'name'],
  creditCode: ['统一社会信用代码', '信用代码', '社会信用代码', 'creditcode', 'code'],
  address: ['地址', '单位地址', '经营地址', 'address'],
  divisionCode: ['区划', '行政区划', '区划代码', 'division'],
  industry: ['行业', '所属行业', '行业代码', 'industry'],
  employees: ['职工人数', '职工数', '人数', '职工', 'employees'],
  women: ['女职工', '女职工数', '女职工人数', 'women'],
  newEmployment: ['新就业形态', '新就业形态劳动者', '新就业形态人数', 'newemployment'],
}
const counts: readonly (keyof FoundingEmployer)[] = ['employees', 'women', 'newEmployment']
const plain = (text: string) =>
  plainText(text)
    .replace(/[\s（()）、，,_-]/g, '')
    .toLowerCase()

/**
 * Reads the employers of a joint union from a sheet: a line each, under headings that are recognised. Every fault is named
 * at once, by `/rows/<line>/<field>` with the line as the spreadsheet numbers it.
 *
 * @param bytes xlsx or csv; what is no sheet is refused by `openSheet`
 */
export async function readEmployers(
  bytes: Buffer,
): Promise<{ readonly employers: FoundingEmployer[] } | { readonly faults: Fault[] }> {
  const sheet = await openSheet(bytes, { limits: { rows: employersAtMost + 20, columns: 60 } })
  const faults: Fault[] = []
  const employers: FoundingEmployer[] = []
  let columns: Map<keyof FoundingEmployer, number> | undefined
  try {
    for await (const { row, cells } of sheet.rows()) {
      if (!columns) {
        columns = columnsOf(cells)
        if (!columns.has('name')) columns = undefined
        continue
      }
      if (cells.every((cell) => plainText(cell.text) === '')) continue
      const employer = readLine(cells, columns, `/rows/${row}`, faults)
      if (employer) employers.push(employer)
    }
  } finally {
    await sheet.close()
  }
  if (!columns || employers.length + faults.length === 0)
    return { faults: [{ field: '/rows', code: 'organization.founding.sheet_no_name' }] }
  if (employers.length > employersAtMost)
    faults.push({ field: '/rows', code: 'organization.founding.sheet_too_long', variables: { most: employersAtMost } })
  return faults.length > 0 ? { faults } : { employers }
}

function columnsOf(cells: readonly Cell[]): Map<keyof FoundingEmployer, number> {
  const found = new Map<keyof FoundingEmployer, number>()
  cells.forEach((cell, index) => {
    const text = plain(cell.text)
    for (const field of fieldsOf(headings))
      if (!found.has(field) && headings[field].some((heading) => plain(heading) === text)) found.set(field, index)
  })
  return found
}

/** Safe because the object's keys are those of its type. */
function fieldsOf(table: typeof headings): (keyof FoundingEmployer)[] {
  return Object.keys(table) as (keyof FoundingEmployer)[]
}

function readLine(
  cells: readonly Cell[],
  columns: ReadonlyMap<keyof FoundingEmployer, number>,
  at: string,
  faults: Fault[],
): FoundingEmployer | undefined {
  const read = new Map<string, string | number>()
  const before = faults.length
  for (const [field, index] of columns) {
    const cell = cells[index]
    const text = plainText(cell?.text ?? '')
    if (!cell || text === '') continue
    if (field === 'creditCode' && digitsLost(cell))
      faults.push({ field: `${at}/creditCode`, code: 'organization.founding.sheet_code_destroyed' })
    else if (counts.includes(field)) {
      if (/^\d{1,7}$/.test(text)) read.set(field, Number(text))
      else faults.push({ field: `${at}/${field}`, code: 'organization.founding.sheet_number' })
    } else if (field === 'industry') {
      const code = readIndustry(text)
      if (code === undefined) faults.push({ field: `${at}/industry`, code: 'organization.founding.industry_unknown' })
      else read.set(field, code)
    } else read.set(field, text.slice(0, field === 'address' ? 200 : 100))
  }
  const employer = asEmployer({ name: '', ...Object.fromEntries(read) })
  faults.push(...employerFaults(employer, at))
  return faults.length === before ? employer : undefined
}

/** Safe because the fields were read by the kind each has: counts as numbers, the others as texts. */
function asEmployer(read: { readonly [field: string]: string | number }): FoundingEmployer {
  return read as unknown as FoundingEmployer
}
