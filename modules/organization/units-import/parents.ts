import { checkCreditCode, isDivisionCode } from '@gongqiao/codes'
import type { ImportContext, Question } from '@gongqiao/kernel/imports/kind.ts'
import { type MatchedUnit, matchUnits } from '../match-units.ts'
import { foldName } from '../naming/fold-name.ts'
import { type UnitRecord, unitRecords } from './records.ts'

/** What the union above came to: one that stands there, none, or a question to the clerk. */
export type ParentFound =
  | { readonly unit: UnitRecord }
  | { readonly fault: 'organization.import.parent_unknown' | 'organization.import.unit_closing' }
  | { readonly question: Question }

/** The key under which a clerk's word on a union above is kept. */
export const parentQuestion = (name: string) => `parent:${foldName(name).slice(0, 180)}`

/** What several unions of one name are, as a question shows them. */
export const labelOf = ({ name, parentName }: MatchedUnit) => (parentName === null ? name : `${name}（${parentName}）`)

/**
 * Finds the unions above, inside the scope of the import: by credit code, division code, or name, and by what the clerk
 * said before. Null stands for the union where the sheet was uploaded.
 */
export async function findParents(
  { tx, choices, import: { range, unit } }: ImportContext,
  names: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, ParentFound>> {
  const asked = [...new Set(names)].filter((name) => name !== null)
  const codes = new Map(
    asked.flatMap((name) => {
      const checked = checkCreditCode(name)
      return checked.ok ? [[name, checked.value] as const] : []
    }),
  )
  const divisions = asked.filter((name) => isDivisionCode(name))
  const called = asked.filter((name) => !codes.has(name) && !isDivisionCode(name))
  const matches = await matchUnits(tx, range, called)
  const settled = called.flatMap((name) => choices.get(parentQuestion(name)) ?? []).filter(isId)
  const matched = [...matches.values()].flatMap((match) => (match.kind === 'one' ? [match.unit.id] : []))
  const records = await unitRecords(tx, range, {
    ids: [unit, ...settled, ...matched],
    creditCodes: [...codes.values()],
    divisions,
  })
  const byId = new Map(records.map((record) => [record.id, record]))
  const byCode = new Map(records.map((record) => [record.creditCode, record]))
  const rows = await divisionUnits(records, divisions, tx)

  const found = new Map<string | null, ParentFound>([[null, standing(byId.get(unit))]])
  for (const name of asked) {
    const match = matches.get(name)
    const chosen = byId.get(choices.get(parentQuestion(name)) ?? '')
    if (codes.has(name)) found.set(name, standing(byCode.get(codes.get(name) ?? null)))
    else if (isDivisionCode(name)) found.set(name, standing(rows.get(name)))
    else if (chosen) found.set(name, standing(chosen))
    else if (match?.kind === 'candidates') found.set(name, { question: questionOf(name, match.units) })
    else found.set(name, standing(match?.kind === 'one' ? byId.get(match.unit.id) : undefined))
  }
  return found
}

async function divisionUnits(
  records: readonly UnitRecord[],
  divisions: readonly string[],
  tx: ImportContext['tx'],
): Promise<ReadonlyMap<string, UnitRecord>> {
  if (divisions.length === 0) return new Map()
  const rows = await tx.many<{ id: string; division: string }>(
    'select id, division_code as division from organization.unit where id = any($1::uuid[]) and division_code = any($2::text[])',
    [records.map(({ id }) => id), divisions],
  )
  const byId = new Map(records.map((record) => [record.id, record]))
  return new Map(
    rows.flatMap(({ id, division }) => {
      const record = byId.get(id)
      return record ? [[division, record] as const] : []
    }),
  )
}

function standing(unit: UnitRecord | undefined): ParentFound {
  if (!unit) return { fault: 'organization.import.parent_unknown' }
  return unit.state === 'active' ? { unit } : { fault: 'organization.import.unit_closing' }
}

function questionOf(name: string, units: readonly MatchedUnit[]): Question {
  return {
    key: parentQuestion(name),
    column: 'parent',
    given: name,
    candidates: units.map((unit) => ({ id: unit.id, label: labelOf(unit) })),
    remember: true,
  }
}

/** Whether a clerk's word names a union. */
export function isId(choice: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(choice)
}
