import type { Finding, ImportContext, ReadRow, Subject } from '@gongqiao/kernel/imports/kind.ts'
import { digestsOfLine, type RosterMemory } from './memory.ts'
import type { RosterLine } from './read-row.ts'
import { type RosterRecord, recordsByNumber } from './records.ts'
import { findUnits, type HoldingUnit } from './units.ts'

/** A line with what it was compared with. */
export type Compared = {
  readonly row: number
  readonly line: RosterLine
  readonly finding: Finding
  readonly record: RosterRecord | undefined
  readonly unit: HoldingUnit | undefined
  readonly digest: Buffer
  readonly phone: Buffer | null
}

/** The choice that says that a record with another name is the same person. */
const samePerson = 'same'

/** Compares lines with the roll of the import's scope, in the order of the lines. Changes nothing. */
export async function compare(
  context: ImportContext<RosterMemory>,
  rows: readonly ReadRow<RosterLine>[],
): Promise<Compared[]> {
  const { tx, services, memory } = context
  await findUnits(
    context,
    memory.units,
    rows.map(({ value }) => value.unit),
  )
  const digests = rows.map(({ value }) => digestsOfLine(value, services))
  const { cells, denied } = await memory.scope(tx, context.import.range)
  const known = await recordsByNumber(
    tx,
    cells,
    digests.map(({ identity }) => identity),
  )
  return rows.map(({ row, value: line }, at) => {
    const made = digests[at]
    if (!made) throw new Error('each line has its digests')
    const { identity: digest, phone } = made
    const found = memory.units.get(line.unit ?? '')
    if (!found) throw new Error('each line’s union has been looked for')
    const unit = 'unit' in found ? found.unit : undefined
    const record = bestOf(known.get(digest.toString('hex')) ?? [], unit)
    const base = { row, line, record, unit, digest, phone }
    if ('fault' in found)
      return { ...base, finding: { verdict: 'invalid', faults: [{ column: 'unit', code: found.fault }] } }
    if ('question' in found) return { ...base, finding: { verdict: 'ambiguous', question: found.question } }
    if (!record && denied.has(`${digest.toString('hex')} ${found.unit.id}`))
      return {
        ...base,
        finding: { verdict: 'invalid', faults: [{ column: 'name', code: 'membership.import.denied' }] },
      }
    return { ...base, finding: findingOf(context, row, line, found.unit, record, phone) }
  })
}

/**
 * Of several rows with one number: the member's own before what rosters say, the one of this union before others. What an
 * earlier roster said in another cell is left there: nobody has claimed it, and the sheet of that union will miss them.
 */
function bestOf(records: readonly RosterRecord[], unit: HoldingUnit | undefined): RosterRecord | undefined {
  const here = records.filter(({ status, cell }) => status !== 'listed' || unit === undefined || cell === unit.cell)
  const worth = (record: RosterRecord) =>
    (record.status === 'listed' ? 0 : 4) + (record.claimed ? 2 : 0) + (record.unit === unit?.id ? 1 : 0)
  return here.sort((a, b) => worth(b) - worth(a))[0]
}

/** What only the person may change once they have claimed their record, and where they belong once they are a member. */
function findingOf(
  { choices, import: { id } }: ImportContext,
  row: number,
  line: RosterLine,
  unit: HoldingUnit,
  record: RosterRecord | undefined,
  phone: Buffer | null,
): Finding {
  if (!record) return { verdict: 'new' }
  const subject: Subject = { cell: record.cell, id: record.membership, person: record.person }
  const own = [
    ...(line.person.name !== record.name ? ['name'] : []),
    ...(phone !== null && (record.phone === null || !phone.equals(record.phone)) ? ['phone'] : []),
  ]
  const moves = unit.id !== record.unit ? ['unit'] : []
  const kept = [
    ...(line.ethnicity !== null && line.ethnicity !== record.ethnicity ? ['ethnicity'] : []),
    ...(line.employment !== null && line.employment !== record.employment ? ['employment'] : []),
    ...(line.change !== null && line.change !== record.change ? ['change'] : []),
    ...(line.since !== null && line.since !== record.since ? ['since'] : []),
  ]
  const columns = [...own, ...moves, ...kept]
  if (columns.length === 0) return { verdict: 'same', subject }
  if (record.claimed && own.length + moves.length > 0) return { verdict: 'needs_person', subject, columns }
  if (
    record.status !== 'listed' &&
    columns.some((column) => column !== 'ethnicity' && column !== 'employment' && column !== 'change')
  )
    return { verdict: 'needs_person', subject, columns }
  const question = `${id}:${row}`
  if (own.includes('name') && !alike(line.person.name, record.name) && choices.get(question) !== samePerson) {
    // One number and two names that have nothing in common: a slip in the number is likelier than a new name.
    const candidates = [{ id: samePerson, label: 'membership.import.same_person' }]
    const given = 'membership.import.other_name'
    return { verdict: 'ambiguous', question: { key: question, column: 'name', given, candidates, remember: false } }
  }
  return { verdict: 'changed', subject, columns }
}

/** Two spellings of one name have a character in common. */
function alike(a: string, b: string): boolean {
  return [...a].some((character) => character !== '·' && b.includes(character))
}
