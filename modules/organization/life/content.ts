import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { ChangeKind } from './unit-change.ts'

/** One new union of a split. */
export type ChangePart = {
  readonly number: number
  readonly name: string
  readonly shortName: string | null
  readonly children: readonly string[]
  readonly employers: readonly string[]
  readonly people: number
  readonly made: string | null
}

/** The content of a change of a union. */
export type ChangeRow = {
  readonly matter: string
  readonly unit: string
  readonly kind: ChangeKind
  readonly into: string | null
  readonly made: string | null
  readonly name: string | null
  readonly shortName: string | null
  readonly divisionCode: string | null
  /** The new unions of a split; none of any other kind. */
  readonly parts: readonly ChangePart[]
  readonly people: number
  readonly members: 'keep' | 'retain'
  readonly reason: string
  readonly resolvedOn: string | null
  readonly resolvedBy: string | null
  readonly intoResolvedOn: string | null
  readonly auditedOn: string | null
  readonly auditedBy: string | null
  readonly property: string | null
  readonly askedBy: string
  readonly askedAt: Date
  readonly answer: string | null
  readonly document: string | null
  readonly decidedAt: Date | null
  readonly doneAt: Date | null
}

export const changeColumns = `c.matter_id as matter, c.unit_id as unit, c.kind, c.into_id as "into", c.made_id as made, c.name,
  c.short_name as "shortName", c.division_code as "divisionCode",
  coalesce((select jsonb_agg(jsonb_build_object('number', p.number, 'name', p.name, 'shortName', p.short_name, 'children', p.children,
      'employers', p.employers, 'people', p.people, 'made', p.made_id) order by p.number)
    from organization.unit_change_part p where p.cell_id = c.cell_id and p.matter_id = c.matter_id), '[]') as parts, c.people, c.members, c.reason,
  c.resolved_on as "resolvedOn", c.resolved_by as "resolvedBy", c.into_resolved_on as "intoResolvedOn",
  c.audited_on as "auditedOn", c.audited_by as "auditedBy", c.property, c.asked_by as "askedBy", c.asked_at as "askedAt",
  c.answer, c.document, c.decided_at as "decidedAt", c.done_at as "doneAt"`

/** The content of one change, or undefined; in the scope that is open. */
export function findChange(tx: Tx, cell: number, matter: string): Promise<ChangeRow | undefined> {
  return tx.maybe<ChangeRow>(
    `select ${changeColumns} from organization.unit_change c where c.cell_id = $1 and c.matter_id = $2`,
    [cell, matter],
  )
}
