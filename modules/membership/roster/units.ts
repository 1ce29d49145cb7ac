import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { ImportContext, Question } from '@gongqiao/kernel/imports/kind.ts'
import { covers, type PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { findOpenUnit, matchUnits } from '@gongqiao/modules/organization/index.ts'

/** A union that a line of a roster belongs to. */
export type HoldingUnit = { readonly id: string; readonly name: string; readonly cell: number; readonly path: string }

/** What the name of a union in a sheet came to. */
export type UnitFound =
  | { readonly unit: HoldingUnit }
  | { readonly fault: 'membership.import.unit_unknown' | 'membership.import.unit_closing' }
  | { readonly question: Question }

/** Unions found in one pass, by the name as the sheet has it; the empty name is the union where the sheet was uploaded. */
export type UnitsFound = Map<string, UnitFound>

/**
 * Finds the unions that names mean, inside the scope of the import: by the clerk's own earlier word, else by names,
 * aliases and places. Several that fit equally are a question.
 */
export async function findUnits(
  context: ImportContext,
  found: UnitsFound,
  names: readonly (string | null)[],
): Promise<void> {
  const { tx } = context
  const { range, unit } = context.import
  const wanted = [...new Set(names.map((name) => name ?? ''))].filter((name) => !found.has(name))
  if (wanted.includes(''))
    found.set('', (await unitById(tx, unit, range)) ?? { fault: 'membership.import.unit_unknown' })
  const named = wanted.filter((name) => name !== '')
  if (named.length === 0) return
  const matches = await matchUnits(tx, range, named)
  for (const name of named) {
    const settled = context.choices.get(questionKey(name))
    const chosen = settled === undefined ? undefined : await unitById(tx, settled, range)
    const match = matches.get(name)
    if (chosen) found.set(name, chosen)
    else if (!match || match.kind === 'none') found.set(name, { fault: 'membership.import.unit_unknown' })
    else if (match.kind === 'candidates') found.set(name, { question: questionOf(name, match.units) })
    else if (match.unit.state !== 'active') found.set(name, { fault: 'membership.import.unit_closing' })
    else found.set(name, { unit: match.unit })
  }
}

const questionKey = (name: string) => `unit:${name.slice(0, 190)}`

function questionOf(
  name: string,
  units: readonly { readonly id: string; readonly name: string; readonly parentName: string | null }[],
): Question {
  return {
    key: questionKey(name),
    column: 'unit',
    given: name,
    candidates: units.map(({ id, name: label, parentName }) => ({
      id,
      label: parentName === null ? label : `${label}（${parentName}）`,
    })),
    remember: true,
  }
}

async function unitById(tx: Tx, id: string, range: PlaceRange): Promise<UnitFound | undefined> {
  const unit = await findOpenUnit(tx, id)
  if (!unit || !covers(range, { cell: unit.cell_id, path: unit.path })) return undefined
  if (unit.state !== 'active') return { fault: 'membership.import.unit_closing' }
  return { unit: { id: unit.id, name: unit.name, cell: unit.cell_id, path: unit.path } }
}
