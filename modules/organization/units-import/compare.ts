import type { Finding, ImportContext, ReadRow } from '@gongqiao/kernel/imports/kind.ts'
import { type MatchedUnit, matchUnits, type UnitMatch } from '../match-units.ts'
import { foldName } from '../naming/fold-name.ts'
import { heightOf } from '../unit-keys.ts'
import { findParents, isId, labelOf, type ParentFound } from './parents.ts'
import type { UnitLine } from './read-line.ts'
import { type UnitRecord, unitRecords } from './records.ts'

/** A line beside what stands in the tree. */
export type Compared = {
  readonly row: number
  readonly line: UnitLine
  readonly finding: Finding
  readonly parent: UnitRecord | undefined
  readonly record: UnitRecord | undefined
}

/** The clerk's word that a line is a union of its own. */
const asNew = 'new'

/**
 * Compares lines with the unions of the import's scope: the same credit code, else the same name under the union above
 * that the line says. What is alike but not the same is asked; what lies outside the scope is never looked at.
 */
export async function compare(
  context: ImportContext,
  rows: readonly ReadRow<UnitLine>[],
): Promise<readonly Compared[]> {
  const {
    tx,
    choices,
    import: { range },
  } = context
  const parents = await findParents(
    context,
    rows.map(({ value }) => value.parent),
  )
  const codes = rows.flatMap(({ value }) => value.creditCode ?? [])
  const byCode = new Map((await unitRecords(tx, range, { creditCodes: codes })).map((unit) => [unit.creditCode, unit]))
  const matches = await matchUnits(
    tx,
    range,
    rows.map(({ value }) => value.name),
  )
  const alike = [...matches.values()].flatMap(unitsOf).map(({ id }) => id)
  const chosen = rows.flatMap(({ value }) => choices.get(unitQuestion(value)) ?? []).filter(isId)
  const byId = new Map((await unitRecords(tx, range, { ids: [...alike, ...chosen] })).map((unit) => [unit.id, unit]))

  return rows.map(({ row, value: line }) => {
    const above = parents.get(line.parent) ?? { fault: 'organization.import.parent_unknown' as const }
    const parent = 'unit' in above ? above.unit : undefined
    const holder = line.creditCode === null ? undefined : byCode.get(line.creditCode)
    const found = holder ?? sameName(line, parent, matches.get(line.name), byId, choices)
    const record = found !== undefined && found !== asNew && !('question' in found) ? found : undefined
    return { row, line, parent, record, finding: findingOf(line, above, found, record) }
  })
}

type Found = UnitRecord | { readonly question: Extract<Finding, { verdict: 'ambiguous' }> } | typeof asNew | undefined

/** A union of that name under the union above that the line says; where it says none, anywhere in the scope. */
function sameName(
  line: UnitLine,
  parent: UnitRecord | undefined,
  match: UnitMatch | undefined,
  byId: ReadonlyMap<string, UnitRecord>,
  choices: ReadonlyMap<string, string>,
): Found {
  const choice = choices.get(unitQuestion(line))
  if (choice === asNew) return asNew
  const chosen = choice === undefined ? undefined : byId.get(choice)
  if (chosen) return chosen
  const here = (unit: MatchedUnit) => line.parent === null || byId.get(unit.id)?.parent === parent?.id
  const units = match === undefined ? [] : unitsOf(match).filter(here)
  const key = foldName(line.name)
  const exact = units.filter((unit) => foldName(unit.name) === key)
  const [only] = exact.length > 0 ? exact : []
  if (only && exact.length === 1) return byId.get(only.id)
  if (match?.kind === 'one' && units.length === 1 && (match.by === 'settled' || match.by === 'alias'))
    return byId.get(match.unit.id)
  if (units.length === 0) return undefined
  return {
    question: {
      verdict: 'ambiguous',
      question: {
        key: unitQuestion(line),
        column: 'name',
        given: line.name,
        candidates: [
          ...units.map((unit) => ({ id: unit.id, label: labelOf(unit) })),
          { id: asNew, label: 'organization.import.as_new' },
        ],
        remember: true,
      },
    },
  }
}

function unitsOf(match: UnitMatch): readonly MatchedUnit[] {
  if (match.kind === 'one') return [match.unit]
  return match.kind === 'candidates' ? match.units : []
}

const unitQuestion = ({ name, parent }: UnitLine) =>
  `unit:${foldName(parent ?? '').slice(0, 80)}:${foldName(name).slice(0, 100)}`

function findingOf(line: UnitLine, above: ParentFound, found: Found, record: UnitRecord | undefined): Finding {
  if (record) return changeOf(line, above, record)
  if ('question' in above) return { verdict: 'ambiguous', question: above.question }
  if ('fault' in above) return { verdict: 'invalid', faults: [{ column: 'parent', code: above.fault }] }
  if (found !== undefined && found !== asNew && 'question' in found) return found.question
  const { level } = above.unit
  const fits = line.level === 'grassroots' ? level !== 'nation' : heightOf(level) < heightOf(line.level)
  if (!fits) return { verdict: 'invalid', faults: [{ column: 'level', code: 'organization.import.level_above' }] }
  return { verdict: 'new' }
}

/** What a line says otherwise than the union that stands there; what it does not say stays as it is. */
function changeOf(line: UnitLine, above: ParentFound, record: UnitRecord): Finding {
  const subject = { cell: record.cell, id: record.id }
  if (line.parent !== null && 'unit' in above && above.unit.id !== record.parent)
    return { verdict: 'invalid', faults: [{ column: 'parent', code: 'organization.import.stands_elsewhere' }] }
  const columns = changedColumns(line, record)
  if (columns.length === 0) return { verdict: 'same', subject }
  const official = record.level !== 'grassroots' && columns.includes('name')
  if (official)
    return { verdict: 'invalid', faults: [{ column: 'name', code: 'organization.import.name_by_division' }] }
  return { verdict: 'changed', subject, columns }
}

/** Columns in which a line says something, and something else than stands there. */
export function changedColumns(line: UnitLine, record: UnitRecord): string[] {
  const says: readonly (readonly [string, string | null | undefined, string | null])[] = [
    ['shortName', line.shortName, record.shortName],
    ['creditCode', line.creditCode, record.creditCode],
    ['form', line.form, record.form],
    ['foundedOn', line.foundedOn, record.foundedOn],
    // Of a joint union that covers several, a line speaks of one: which, nobody can know.
    ...(record.covers > 1
      ? []
      : ([
          ['employer', line.employer?.name, record.employerName],
          ['employerCode', line.employer?.creditCode, record.employerCode],
          ['industry', line.employer?.industry, record.industry],
          ['division', line.employer?.division, record.division],
        ] as const)),
  ]
  const changed = says.flatMap(([column, said, stands]) => (said != null && said !== stands ? [column] : []))
  return foldName(line.name) === foldName(record.name) ? changed : ['name', ...changed]
}
