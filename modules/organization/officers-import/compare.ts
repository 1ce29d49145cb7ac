import type { Finding, ImportContext, ReadRow } from '@gongqiao/kernel/imports/kind.ts'
import { findParents } from '../units-import/parents.ts'
import type { UnitRecord } from '../units-import/records.ts'
import type { OfficerLine } from './read-line.ts'

/** A line of officers beside who holds what, and who is invited already. */
export type ComparedOfficer = {
  readonly row: number
  readonly line: OfficerLine
  readonly finding: Finding
  readonly unit: UnitRecord | undefined
}

type Standing = { readonly id: string; readonly unit: string; readonly title: string; readonly name: string }

/** Compares lines with the posts and the open invitations of the unions they name, inside the scope of the import. */
export async function compareOfficers(
  context: ImportContext,
  rows: readonly ReadRow<OfficerLine>[],
): Promise<readonly ComparedOfficer[]> {
  const units = await findParents(
    context,
    rows.map(({ value }) => value.unit),
  )
  const found = [...units.values()].flatMap((each) => ('unit' in each ? [each.unit] : []))
  const standing = new Map(
    [...(await holders(context, found)), ...(await invited(context, found))].map((one) => [keyOf(one), one]),
  )
  return rows.map(({ row, value: line }) => {
    const above = units.get(line.unit)
    const unit = above && 'unit' in above ? above.unit : undefined
    const same = unit && standing.get(keyOf({ unit: unit.id, title: line.title, name: line.officer.name }))
    const finding = ((): Finding => {
      if (above && 'question' in above) return { verdict: 'ambiguous', question: { ...above.question, column: 'unit' } }
      if (!unit)
        return {
          verdict: 'invalid',
          faults: [{ column: 'unit', code: above && 'fault' in above ? unknownUnit(above.fault) : unknownUnit() }],
        }
      return same ? { verdict: 'same', subject: { cell: unit.cell, id: same.id } } : { verdict: 'new' }
    })()
    return { row, line, finding, unit }
  })
}

const unknownUnit = (fault?: string) =>
  fault === 'organization.import.unit_closing' ? fault : 'organization.import.unit_unknown'

const keyOf = ({ unit, title, name }: Omit<Standing, 'id'>) => `${unit} ${title} ${name}`

/** Who holds which post of these unions. */
export async function holders({ tx }: ImportContext, units: readonly { readonly id: string }[]): Promise<Standing[]> {
  return tx.many<Standing>(
    `select p.id, p.unit_id as unit, p.title, h.holder_name as name from kernel.post p
     join kernel.post_holding h on h.post_id = p.id and h.valid_to is null and h.superseded_at is null
     where p.unit_id = any($1::uuid[]) order by p.unit_id, p.id`,
    [units.map(({ id }) => id)],
  )
}

async function invited({ tx }: ImportContext, units: readonly UnitRecord[]): Promise<Standing[]> {
  const open: Standing[] = []
  for (const [cell, some] of Map.groupBy(units, (unit) => unit.cell))
    open.push(
      ...(await tx.many<Standing>(
        `select id, unit_id as unit, title, name from organization.officer_invitation
         where cell_id = $1 and unit_id = any($2::uuid[]) and accepted_at is null and revoked_at is null`,
        [cell, some.map(({ id }) => id)],
      )),
    )
  return open
}
