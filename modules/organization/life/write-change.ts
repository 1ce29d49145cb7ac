import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Static, TObject } from 'typebox'
import { hasLocalRule } from '../local-rules.ts'
import { findOpenUnit, type OpenUnit } from '../open-unit.ts'
import { type AskedPart, treeFaults } from './rules.ts'
import type { askedFields } from './shapes.ts'
import type { ChangeKind } from './unit-change.ts'

/** What is asked for a union. */
export type Asked = Static<TObject<typeof askedFields>>

/**
 * The union that a change goes into or under; where none is named, the one above for those that end.
 *
 * Refuses `kernel.absent`, and `kernel.invalid_input` with everything in the tree and in the rules of the place that stands
 * in its way, at once.
 *
 * @see ORG-01, ORG-29
 */
export async function intoOf(tx: Tx, unit: OpenUnit, asked: Asked, today: string): Promise<OpenUnit | undefined> {
  const id = asked.into ?? (asked.kind === 'dissolve' || asked.kind === 'close' ? unit.parent_id : null)
  const into = id === null ? undefined : await findOpenUnit(tx, id)
  if (id !== null && !into) throw absent()
  const faults: Fault[] = treeFaults(asked, { unit, into, own: await ownOf(tx, unit, asked.parts ?? []) })
  if (asked.kind === 'close' && !asked.audit && (await hasLocalRule(tx, 'audit_at_close', unit.cell_id, today)))
    faults.push({ field: '/audit', code: 'organization.change.no_audit', variables: { rule: 'ORG-29' } })
  if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
  return into
}

/** Of what a split names: the unions that stand directly below, and the employers that are covered. */
export async function ownOf(tx: Tx, unit: OpenUnit, parts: readonly AskedPart[]): Promise<ReadonlySet<string>> {
  const children = parts.flatMap((part) => part.children ?? [])
  const employers = parts.flatMap((part) => part.employers ?? [])
  if (children.length + employers.length === 0) return new Set()
  const rows = await tx.many<{ id: string }>(
    `select id from organization.unit where id = any($3::uuid[]) and parent_id = $2 and state <> 'closed'
     union all
     select c.employer_id from organization.covered_unit c
     where c.cell_id = $1 and c.unit_id = $2 and c.employer_id = any($4::uuid[]) and c.valid_to is null`,
    [unit.cell_id, unit.id, children, employers],
  )
  return new Set(rows.map(({ id }) => id))
}

type About = {
  readonly matter: string
  readonly unit: OpenUnit
  readonly into: OpenUnit | undefined
  readonly by: string
  readonly now: Date
}

/** Writes what is asked for, in place of what was asked before in the same matter. */
export async function writeChange(tx: Tx, { matter, unit, into, by, now }: About, asked: Asked): Promise<void> {
  const parts = asked.kind === ('split' satisfies ChangeKind) ? (asked.parts ?? []) : []
  const people = parts.flatMap((part) => part.people ?? [])
  await tx.run(
    `insert into organization.unit_change (cell_id, matter_id, path, unit_id, kind, into_id, name, short_name, division_code,
       people, members, reason, resolved_on, resolved_by, into_resolved_on, audited_on, audited_by, property, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
     on conflict (cell_id, matter_id) do update set kind = excluded.kind, into_id = excluded.into_id, name = excluded.name,
       short_name = excluded.short_name, division_code = excluded.division_code, people = excluded.people,
       members = excluded.members, reason = excluded.reason, resolved_on = excluded.resolved_on,
       resolved_by = excluded.resolved_by, into_resolved_on = excluded.into_resolved_on, audited_on = excluded.audited_on,
       audited_by = excluded.audited_by, property = excluded.property`,
    [
      unit.cell_id,
      matter,
      unit.path,
      unit.id,
      asked.kind,
      into?.id ?? null,
      asked.name ?? null,
      asked.shortName ?? null,
      asked.divisionCode ?? null,
      people.length,
      asked.members ?? 'keep',
      asked.reason,
      asked.resolution?.on ?? null,
      asked.resolution?.by ?? null,
      asked.intoResolution ?? null,
      asked.audit?.on ?? null,
      asked.audit?.by ?? null,
      asked.property ?? null,
      by,
      now,
    ],
  )
  await tx.run('delete from organization.unit_change_person where cell_id = $1 and matter_id = $2', [
    unit.cell_id,
    matter,
  ])
  await tx.run('delete from organization.unit_change_part where cell_id = $1 and matter_id = $2', [
    unit.cell_id,
    matter,
  ])
  for (const [index, part] of parts.entries())
    await tx.run(
      `with part as (
         insert into organization.unit_change_part (cell_id, matter_id, number, path, name, short_name, children, employers, people)
         values ($1, $2, $3, $4, $5, $6, $7, $8, cardinality($9::uuid[]))
       )
       insert into organization.unit_change_person (cell_id, matter_id, part, membership_id, path)
       select $1, $2, $3, person, $4 from unnest($9::uuid[]) as p (person)`,
      [
        unit.cell_id,
        matter,
        index + 1,
        unit.path,
        part.name.trim(),
        part.shortName?.trim() ?? null,
        part.children ?? [],
        part.employers ?? [],
        part.people ?? [],
      ],
    )
}
