import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { Applied, ImportContext, Subject, Undone } from '@gongqiao/kernel/imports/kind.ts'
import { keepNames } from '../names.ts'
import { askPeople } from './ask-person.ts'
import { markOf, type RosterRecord, recordsById } from './records.ts'

/** A listed row that a clerk ended. */
export type Left = { readonly membership: string; readonly unit: string; readonly path: string }

/**
 * A clerk decides that those who are no longer in the sheet have left. Whom only a roster named is ended; a member is
 * asked whether they are still there, since membership ends by their own word or a committee's (MEM-39, MEM-40).
 */
export async function letLeave(
  context: ImportContext,
  gone: readonly { readonly row: number; readonly subject: Subject }[],
): Promise<{ rows: Applied[]; facts: Fact[] }> {
  const { tx, services } = context
  await context.turn(gone.map(({ subject }) => subject.cell))
  const rows: Applied[] = []
  const facts: Fact[] = []
  for (const [cell, some] of Map.groupBy(gone, ({ subject }) => subject.cell)) {
    const found = await recordsById(
      tx,
      cell,
      some.map(({ subject }) => subject.id),
    )
    const records = new Map(found.map((record) => [record.membership, record]))
    const known = some.flatMap(({ row, subject }) => {
      const record = records.get(subject.id)
      if (!record) rows.push({ row, outcome: 'stale', reason: 'membership.import.ended_since' })
      return record ? [{ row, record }] : []
    })
    const listed = known.filter(({ record }) => record.status === 'listed')
    facts.push(
      ...(await endListedRows(
        context,
        cell,
        listed.map(({ record }) => record),
      )),
    )
    rows.push(
      ...listed.map(({ row, record }): Applied => {
        const { membership, unit, path } = record
        const before: Left = { membership, unit, path }
        return { row, outcome: 'applied', subject: { cell, id: membership }, before, mark: markOf(services, record) }
      }),
    )
    const members = known.filter(({ record }) => record.status !== 'listed')
    const proposals = members.map(({ row, record }) => ({
      row,
      record,
      columns: ['leaving'],
      says: { leaving: true as const },
    }))
    rows.push(...(await askPeople(context, cell, proposals)))
  }
  return { rows, facts }
}

async function endListedRows(
  { tx, now, today }: ImportContext,
  cell: number,
  records: readonly RosterRecord[],
): Promise<Fact[]> {
  if (records.length === 0) return []
  await tx.run(
    `with ended as (
       update membership.membership set status = 'ended', ended_on = $4 where cell_id = $1 and id = any($2::uuid[]) and status = 'listed'
       returning id
     ), told as (
       update membership.membership_history h set valid_to = greatest(h.valid_from, $5), superseded_at = $5 from ended
       where h.cell_id = $1 and h.membership_id = ended.id and h.valid_to is null and h.superseded_at is null
     )
     delete from membership.listed_directory l using ended
     where l.digest = any($3::bytea[]) and l.cell_id = $1 and l.membership_id = ended.id`,
    [cell, records.map(({ membership }) => membership), records.map(({ identity }) => identity), today, now],
  )
  keepNames(
    tx,
    cell,
    records.map(({ membership }) => membership),
  )
  return statusFacts(cell, records, 'listed', null)
}

/** Puts ended rows back as they stood, where they are ended still. */
export async function bringBack(
  { tx, now }: ImportContext,
  cell: number,
  left: readonly { readonly row: number; readonly before: Left }[],
): Promise<{ rows: Undone[]; facts: Fact[] }> {
  if (left.length === 0) return { rows: [], facts: [] }
  const back = await tx.many<{ id: string }>(
    `with back as (
       update membership.membership m set status = 'listed', ended_on = null from unnest($2::uuid[], $3::text[], $4::uuid[]) as l (id, path, unit_id)
       where m.cell_id = $1 and m.id = l.id and m.status = 'ended' and m.path = l.path and m.unit_id = l.unit_id and m.claimed_at is null
       returning m.id, m.person_id, m.path, m.unit_id
     ), told as (
       insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status)
       select $1, back.id, (select max(h.number) + 1 from membership.membership_history h where h.cell_id = $1 and h.membership_id = back.id),
         $5, $5, back.path, back.unit_id, 'listed' from back
     ), listed as (
       insert into membership.listed_directory (digest, cell_id, membership_id, phone_digest)
       select p.identity_digest, $1, back.id, p.phone_digest from back join people.open_person p on p.cell_id = $1 and p.id = back.person_id
       on conflict do nothing
     )
     select id from back`,
    [
      cell,
      left.map(({ before }) => before.membership),
      left.map(({ before }) => before.path),
      left.map(({ before }) => before.unit),
      now,
    ],
  )
  const ids = new Set(back.map(({ id }) => id))
  keepNames(tx, cell, [...ids])
  const rows = left.map(
    ({ row, before }): Undone =>
      ids.has(before.membership)
        ? { row, outcome: 'undone' }
        : { row, outcome: 'kept', reason: 'membership.import.changed_since' },
  )
  const returned = left.filter(({ before }) => ids.has(before.membership)).map(({ before }) => before)
  return { rows, facts: statusFacts(cell, returned, null, 'listed') }
}

function statusFacts(
  cell: number,
  rows: readonly { readonly unit: string }[],
  from: string | null,
  to: string | null,
): Fact[] {
  return [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, some]) => ({
    ...{ cell, name: 'membership.status_changed', body: { unit, from, to, people: some.length } },
  }))
}
