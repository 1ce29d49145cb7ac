import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { keepEmployers } from '../coverage/history.ts'
import { giveUpDesk } from '../desks.ts'
import { endSeats } from '../officers/rows.ts'
import type { OpenUnit } from '../open-unit.ts'
import { rememberAliases } from '../unit-aliases.ts'
import { moveUnitInside } from './move-unit.ts'
import { countChildren, lockUnits, writeUnit } from './unit-row.ts'

type From = { readonly tx: Tx; readonly today: string; readonly now: Date }

/**
 * Closes a union that goes on as another one, once nobody belongs to it any more: those below it stand below the other one,
 * what was open and what has ended is the other one's, its employers are covered there, its officers leave, whoever looks
 * for its name or holds its joining code comes to the other one. Nothing is orphaned.
 *
 * Both are locked and the scope of the closing one's whole cell is open.
 *
 * @param here who has what stays in the cell, where the other union lies in another one
 */
export async function closeInto(from: From, unit: OpenUnit, into: OpenUnit, here: OpenUnit): Promise<Fact[]> {
  const { tx, now, today } = from
  const facts: Fact[] = []
  const children = await tx.many<{ id: string }>(
    `select id from organization.unit where parent_id = $1 order by cell_id, path`,
    [unit.id],
  )
  for (const { id } of children) {
    const [child, parent] = await lockUnits(tx, [id, here.id])
    if (child && parent) facts.push(...(await moveUnitInside(tx, child, parent, from)))
  }
  await endOwnMatters(from, unit)
  const open = into.cell_id === unit.cell_id ? undefined : await openMatters(tx, unit)
  await giveUpDesk(tx, unit, here.desk_post_id, { today })
  await tx.run('select kernel.take_matters_along($1, $2, $3, $4)', [unit.cell_id, unit.id, here.id, here.path])
  await coverThere(from, unit, into)
  await endSeats(tx, unit, 'unit_closed', today, now)
  await tx.run(
    `update organization.term set valid_to = greatest(valid_from, $2::date), end_recorded_at = $3
     where unit_id = $1 and valid_to is null and superseded_at is null`,
    [unit.id, today, now],
  )
  await tx.run(
    `update organization.officer_invitation set revoked_at = $3
     where cell_id = $1 and unit_id = $2 and accepted_at is null and revoked_at is null`,
    [unit.cell_id, unit.id, now],
  )
  await tx.run('update organization.unit set successor_id = $2 where successor_id = $1', [unit.id, into.id])
  await writeUnit(tx, unit.id, { state: 'closed', successor: into.id }, { today, now })
  await countChildren(tx, unit.parent_id, -1)
  await rememberAliases(tx, [{ unit: into.id, text: unit.name, kind: 'former' }], now)
  const body = { unit: unit.id, into: into.id, ...(open && { open }) }
  return [...facts, { cell: unit.cell_id, name: 'organization.unit_closed', body }]
}

/** What is open at a union: where it goes on in another cell, those of them follow that can. */
async function openMatters(tx: Tx, unit: OpenUnit): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(
    `select id from kernel.matter where cell_id = $1 and host_unit_id = $2 and ended_at is null order by id`,
    [unit.cell_id, unit.id],
  )
  return rows.map(({ id }) => id)
}

/** The end of its own term and its vacant chair are nobody's matter any more. */
async function endOwnMatters({ tx, now }: From, unit: OpenUnit): Promise<void> {
  await tx.run(
    `with ended as (
       update kernel.matter set state = 'unit_closed', ended_at = $3, changed_at = $3, due_on = null, clock_rule = null, clock_from = null,
         due_provisional = false, waits = false, last_event = last_event + 1
       where cell_id = $1 and host_unit_id = $2 and ended_at is null and kind in ('organization.term_end', 'organization.vacancy')
       returning id, path, last_event
     )
     insert into kernel.matter_event (cell_id, matter_id, number, path, at, step, to_state, actor_kind)
     select $1, id, last_event, path, $3, 'close', 'unit_closed', 'system' from ended`,
    [unit.cell_id, unit.id, now],
  )
}

/** The employers it covered are covered by the union that goes on from it; in another cell they are entered there. */
async function coverThere({ tx, now, today }: From, unit: OpenUnit, into: OpenUnit): Promise<void> {
  const covered = await tx.many<{
    id: string
    name: string
    code: string | null
    industry: string | null
    division: string | null
  }>(
    `update organization.covered_unit c set valid_to = greatest(c.valid_from + 1, $3::date) from organization.employer e
     where c.cell_id = $1 and c.unit_id = $2 and c.valid_to is null and e.cell_id = c.cell_id and e.id = c.employer_id
     returning e.id, e.name, e.credit_code as code, e.industry, e.division_code as division`,
    [unit.cell_id, unit.id, today],
  )
  if (covered.length === 0) return
  const same = unit.cell_id === into.cell_id
  if (same)
    await tx.run('update organization.employer set path = $3 where cell_id = $1 and id = any($2::uuid[])', [
      unit.cell_id,
      covered.map(({ id }) => id),
      into.path,
    ])
  const ids = same ? covered.map(({ id }) => id) : covered.map(() => newId(now.getTime()))
  if (!same)
    await tx.run(
      `insert into organization.employer (cell_id, id, path, name, credit_code, industry, division_code)
       select $1, id, $2, name, code, industry, division
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[]) as e (id, name, code, industry, division)`,
      [
        into.cell_id,
        into.path,
        ids,
        covered.map(({ name }) => name),
        covered.map(({ code }) => code),
        covered.map(({ industry }) => industry),
        covered.map(({ division }) => division),
      ],
    )
  await tx.run(
    `insert into organization.covered_unit (cell_id, unit_id, employer_id, valid_from)
     select $1, $2, employer, $3 from unnest($4::uuid[]) as e (employer)
     where not exists (select from organization.covered_unit c where c.cell_id = $1 and c.unit_id = $2 and c.employer_id = employer and c.valid_to is null)
     on conflict do nothing`,
    [into.cell_id, into.id, today, ids],
  )
  const left = covered.map(({ id }) => id)
  await keepEmployers(tx, unit.cell_id, left, { today, now })
  if (!same) await keepEmployers(tx, into.cell_id, ids, { today, now })
}
