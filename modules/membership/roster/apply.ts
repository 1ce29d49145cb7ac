import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { Applied, CheckedRow, ImportContext } from '@gongqiao/kernel/imports/kind.ts'
import { askPeople } from './ask-person.ts'
import { changeLines } from './change.ts'
import { type Compared, compare } from './compare.ts'
import { enterLines } from './enter.ts'
import type { RosterMemory } from './memory.ts'
import type { RosterLine } from './read-row.ts'
import { findUnits } from './units.ts'

/** The cells that a line is about: of its union, and of whom it was found to name. */
function cellsOf({ units }: RosterMemory, line: RosterLine, subject: number | undefined): number[] {
  const found = units.get(line.unit ?? '')
  return [...(found && 'unit' in found ? [found.unit.cell] : []), ...(subject === undefined ? [] : [subject])]
}

/** What is done of a line, once it is still what the clerk saw. */
type Deed = 'new' | 'changed' | 'needs_person'

/**
 * Does what the dry run found of lines of a roster. They are compared once more first, with the cells held: what has
 * become otherwise since the clerk saw it is left alone and said.
 */
export async function applyLines(
  context: ImportContext<RosterMemory>,
  rows: readonly CheckedRow<RosterLine>[],
): Promise<{ rows: Applied[]; facts: Fact[] }> {
  await findUnits(
    context,
    context.memory.units,
    rows.map(({ value }) => value.unit),
  )
  // What holds in the cells that are meant is asked once they are held.
  await context.turn(rows.flatMap(({ value, subject }) => cellsOf(context.memory, value, subject?.cell)))
  const compared = await compare(context, rows)
  const asSeen = new Map(rows.map((row) => [row.row, row]))
  const stale: Applied[] = []
  const groups = new Map<string, Compared[]>()
  for (const each of compared) {
    const { row, finding, record, unit } = each
    const before = asSeen.get(row)
    const same = before?.verdict === finding.verdict && before.subject?.id === record?.membership
    if (!same) {
      const reason = finding.verdict === 'same' ? 'membership.import.there_already' : 'membership.import.otherwise_now'
      stale.push({ row, outcome: 'stale', reason })
      continue
    }
    const cell = finding.verdict === 'new' ? unit?.cell : record?.cell
    const key = `${finding.verdict} ${cell}`
    const group = groups.get(key) ?? []
    group.push(each)
    groups.set(key, group)
  }
  const done: Applied[] = [...stale]
  const facts: Fact[] = []
  for (const [key, lines] of groups) {
    const [deed = '', cell = ''] = key.split(' ')
    const result = await perform(context, asDeed(deed), Number(cell), lines)
    done.push(...result.rows)
    facts.push(...result.facts)
  }
  return { rows: done, facts }
}

async function perform(context: ImportContext<RosterMemory>, deed: Deed, cell: number, lines: readonly Compared[]) {
  if (deed === 'new') return enterLines(context, cell, lines)
  if (deed === 'changed') return changeLines(context, cell, lines)
  const proposals = lines.flatMap(({ row, record, unit, line, finding }) => {
    if (!record || finding.verdict !== 'needs_person') return []
    const { columns } = finding
    const says = {
      ...(columns.includes('name') && { name: line.person.name }),
      ...(columns.includes('phone') && line.phone !== null && { phone: line.phone }),
      ...(columns.includes('unit') && unit && { unit: unit.id }),
    }
    return [{ row, record, columns, says }]
  })
  return { rows: await askPeople(context, cell, proposals), facts: [] }
}

/** Safe because only rows whose verdict is the one that was seen are grouped, and those are deeds. */
function asDeed(text: string): Deed {
  return text as Deed
}
