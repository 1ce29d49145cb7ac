import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { type Closing, type ImportContext, importKind, type ReadRow } from '@gongqiao/kernel/imports/kind.ts'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'
import { coreOf, foldName } from '../naming/fold-name.ts'
import { heightOf } from '../unit-keys.ts'
import { applyUnits } from './apply.ts'
import { unitColumns } from './columns.ts'
import { type Compared, compare } from './compare.ts'
import { readUnitLine, type UnitLine } from './read-line.ts'
import { type HoldsPeople, undoUnits } from './undo.ts'

/** What is remembered from batch to batch of one pass over a sheet of unions. */
type Memory = {
  /** Unions the sheet names. */
  readonly named: Set<string>
  /** Unions above whose unions the sheet speaks of. */
  readonly parents: Set<string>
  /** Cores of the names that the sheet itself brings, with the level of each. */
  readonly brought: Map<string, UnitLine['level']>
  /** Lines whose union above was not there yet when they were looked at. */
  readonly orphans: ReadRow<UnitLine>[]
  /** Cores of names of lines that could not be read. */
  readonly unread: Set<string>
}

const core = (name: string) => coreOf(foldName(name))

/**
 * 工会组织: the unions below the one where the sheet was uploaded. A sheet founds what is not there, and is compared with
 * what is; nothing is ever closed by it.
 *
 * @param holdsPeople unions of a cell that hold people: what was founded by a sheet and holds somebody is not taken back
 * @see ORG-01, ORG-03, ORG-10, ORG-11, ORG-13, rulebook 4.3
 */
export function unitsImport(holdsPeople: HoldsPeople) {
  return importKind<UnitLine, Memory>({
    name: 'organization.units',
    act: 'organization.import_units',
    title: { zh: '工会组织', en: 'unions' },
    columns: unitColumns,
    read: readUnitLine,
    identity: (line, { keyring }) => ({
      key: line.creditCode ?? `${foldName(line.parent ?? '')} ${foldName(line.name)}`,
      print: keyring.digest('import', JSON.stringify(line)).toString('base64'),
      column: line.creditCode === null ? 'name' : 'creditCode',
    }),
    rank: ({ level }) => heightOf(level),
    memory: () => ({ named: new Set(), parents: new Set(), brought: new Map(), orphans: [], unread: new Set() }),
    unread({ unread }, cells) {
      const name = plainText(cells['name']?.text ?? '')
      if (name !== '') unread.add(core(name))
    },
    async check(context, rows) {
      const compared = await compare(context, rows)
      const { memory } = context
      for (const { value } of rows) memory.brought.set(core(value.name), value.level)
      for (const each of compared) remember(memory, each)
      return compared.map(({ finding }) => finding)
    },
    close,
    show: showUnits,
    apply: applyUnits,
    undo: (context, rows) => undoUnits(context, rows, holdsPeople),
  })
}

function remember(memory: Memory, { row, line, parent, record, finding }: Compared): void {
  if (record) memory.named.add(record.id)
  if (parent) memory.parents.add(parent.id)
  const orphan = finding.verdict === 'invalid' && finding.faults.some(({ code }) => code === parentUnknown)
  if (orphan) memory.orphans.push({ row, value: line })
}

const parentUnknown = 'organization.import.parent_unknown'

/** Lines whose union above the sheet itself brings are new after all; unions that the sheet no longer names are told. */
async function* close({ tx, memory }: ImportContext<Memory>): AsyncGenerator<Closing> {
  for (const { row, value } of memory.orphans) {
    const above = memory.brought.get(core(value.parent ?? ''))
    if (above === undefined || core(value.parent ?? '') === core(value.name)) continue
    const fits = value.level === 'grassroots' || heightOf(above) < heightOf(value.level)
    yield fits
      ? { row, finding: { verdict: 'new' } }
      : { row, finding: { verdict: 'invalid', faults: [{ column: 'level', code: 'organization.import.level_above' }] } }
  }
  const gone = await tx.many<{ id: string; cell: number; name: string }>(
    `select u.id, u.cell_id as cell, u.name from organization.unit u
     where u.parent_id = any($1::uuid[]) and u.level = 'grassroots' and u.state = 'active' and u.id <> all($2::uuid[])
     order by u.cell_id, u.path`,
    [[...memory.parents], [...memory.named]],
  )
  for (const { id, cell, name } of gone)
    if (!memory.unread.has(core(name))) yield { verdict: 'gone', subject: { cell, id } }
}

/** Unions that the sheet no longer names, as the list of rows shows them. */
async function showUnits(tx: Tx, cell: number, ids: readonly string[]) {
  const rows = await tx.many<{ id: string; name: string; parent: string }>(
    `select u.id, u.name, up.name as parent from organization.unit u join organization.unit up on up.id = u.parent_id
     where u.id = any($1::uuid[]) and u.cell_id = $2`,
    [ids, cell],
  )
  return new Map(rows.map(({ id, name, parent }) => [id, { name, parent }]))
}
