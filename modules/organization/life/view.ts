import type { Actor } from '@gongqiao/kernel/command/actor.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { placeAbove } from '../officers/above.ts'
import { type OpenUnit, openUnitsById } from '../open-unit.ts'
import type { ChangeRow } from './content.ts'
import type { UnitChange } from './shapes.ts'

/** The spine's part of a change. */
export type ChangeSpine = {
  readonly cell: number
  readonly state: string
  readonly dueOn: string | null
  readonly rule: string | null
  readonly from: string | null
}

const refOf = (unit: OpenUnit | undefined) => unit && { id: unit.id, name: unit.name, cell: unit.cell_id }

type Looking = { readonly tx: Tx; readonly actor: Actor; readonly services: Services }

/** Changes as their readers see them, with what the reader may do. */
export async function asChanges(
  { tx, actor, services }: Looking,
  rows: readonly (ChangeRow & ChangeSpine)[],
): Promise<UnitChange[]> {
  const units = await openUnitsById(
    tx,
    rows.flatMap(({ unit, into, made, parts }) =>
      [unit, into, made, ...parts.flatMap((part) => [part.made, ...part.children])].filter((id) => id !== null),
    ),
  )
  const out: UnitChange[] = []
  for (const row of rows) {
    const unit = units.get(row.unit)
    if (!unit) continue
    const has = (act: string) => actor.kind === 'post' && actor.post.acts.has(act)
    const above = actor.kind === 'post' && (await placeAbove(tx, unit, actor.post))
    const open = row.state === 'submitted' || row.state === 'returned'
    const { rule, from } = row
    out.push({
      cell: row.cell,
      matter: row.matter,
      state: row.state,
      dueOn: row.dueOn,
      explained:
        rule === null || from === null
          ? ''
          : services.deadlines.explain(rule, from, actor.language, { cell: row.cell }),
      kind: row.kind,
      unit: { id: unit.id, name: unit.name, cell: unit.cell_id },
      into: (row.into !== null && refOf(units.get(row.into))) || null,
      made: (row.made !== null && refOf(units.get(row.made))) || null,
      name: row.name,
      shortName: row.shortName,
      divisionCode: row.divisionCode,
      parts: row.parts.map((part) => ({
        name: part.name,
        shortName: part.shortName,
        children: part.children.flatMap((id) => refOf(units.get(id)) ?? []),
        employers: part.employers.length,
        people: part.people,
        made: (part.made !== null && refOf(units.get(part.made))) || null,
      })),
      people: row.people,
      members: row.members,
      reason: row.reason,
      resolvedOn: row.resolvedOn,
      resolvedBy: row.resolvedBy,
      intoResolvedOn: row.intoResolvedOn,
      auditedOn: row.auditedOn,
      auditedBy: row.auditedBy,
      property: row.property,
      askedBy: row.askedBy,
      askedAt: row.askedAt.toISOString(),
      answer: row.answer,
      document: row.document,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      doneAt: row.doneAt?.toISOString() ?? null,
      may: {
        decide: row.state === 'submitted' && above && has('organization.decide_change'),
        mend: row.state === 'returned' && has('organization.propose_change'),
        withdraw: open && has('organization.propose_change'),
      },
    })
  }
  return out
}
