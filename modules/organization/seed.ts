import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { UnitLevel } from './contract.ts'
import { rangeOfUnit } from './open-unit.ts'
import { writeUnitKeys } from './unit-keys.ts'

/** A union as an installation first writes it. */
export type SeedUnit = {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly level: UnitLevel
  readonly divisionCode: string | null
  readonly creditCode?: string | null
  readonly parentId: string | null
  readonly cell: number
  readonly path: string
}

const chunk = 5_000
const column = <T, V>(rows: readonly T[], of: (row: T) => V) => rows.map(of)

/** Writes unions that are not there yet, with their histories and what they are found by, parents before children. */
export async function seedUnits(tx: Tx, units: readonly SeedUnit[], from: string, now: Date): Promise<void> {
  for (let at = 0; at < units.length; at += chunk) {
    const rows = units.slice(at, at + chunk)
    await tx.run(
      `insert into organization.unit (id, name, short_name, level, cell_id, path, parent_id, division_code, credit_code, state, children)
       select id, name, short_name, level, cell_id, path, parent_id, division_code, credit_code, 'active', 0
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::uuid[], $8::text[], $9::text[])
         as t (id, name, short_name, level, cell_id, path, parent_id, division_code, credit_code)
       on conflict (id) do nothing`,
      [
        column(rows, (u) => u.id),
        column(rows, (u) => u.name),
        column(rows, (u) => u.shortName),
        column(rows, (u) => u.level),
        column(rows, (u) => u.cell),
        column(rows, (u) => u.path),
        column(rows, (u) => u.parentId),
        column(rows, (u) => u.divisionCode),
        column(rows, (u) => u.creditCode ?? null),
      ],
    )
    const ids = column(rows, (u) => u.id)
    await tx.run(
      `insert into organization.unit_history (unit_id, valid_from, recorded_at, name, short_name, level, state, credit_code)
       select id, $2::date, $3::timestamptz, name, short_name, level, state, credit_code from organization.unit where id = any($1::uuid[])`,
      [ids, from, now],
    )
    await tx.run(
      `insert into organization.parent_link (unit_id, parent_id, kind, valid_from, recorded_at)
       select id, parent_id, 'LEADING', $2::date, $3::timestamptz from organization.unit where id = any($1::uuid[]) and parent_id is not null`,
      [ids, from, now],
    )
    await writeUnitKeys(tx, ids)
  }
  await tx.run(
    `update organization.unit u set children = n.children
     from (select parent_id, count(*) as children from organization.unit where state <> 'closed' group by parent_id) n
     where n.parent_id = u.id and u.children <> n.children`,
  )
}

/** A post with its holder as an installation first writes it. */
export type SeedPost = {
  readonly id: string
  readonly title: string
  readonly role: string
  readonly unit: string
  readonly holder: { readonly account: string; readonly name: string } | undefined
}

/** Writes posts with what they cover, and lets each union's desk be its own post or the nearest above. */
export async function seedPosts(tx: Tx, posts: readonly SeedPost[], today: string, now: Date): Promise<void> {
  for (const post of posts) {
    const unit = await tx.one<{ id: string; name: string; level: UnitLevel; cell_id: number; path: string }>(
      'select id, name, level, cell_id, path from organization.unit where id = $1',
      [post.unit],
    )
    const range = rangeOfUnit(unit)
    const added = await tx.run(
      `insert into kernel.post (id, title, role, unit_id, unit_name, cell_id, path) values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
      [post.id, post.title, post.role, unit.id, unit.name, unit.cell_id, unit.path],
    )
    if (added === 0) continue
    await tx.run(
      `insert into kernel.post_range (post_id, ordinal, cell_lo, cell_hi, path_lo, path_hi) values ($1, 1, $2, $3, $4, $5)`,
      [post.id, range.cellLo, range.cellHi, range.pathLo, range.pathHi],
    )
    if (post.holder) {
      await tx.run(
        `insert into kernel.post_holding (id, post_id, account_id, holder_name, valid_from, recorded_at) values ($1, $1, $2, $3, $4, $5)`,
        [post.id, post.holder.account, post.holder.name, today, now],
      )
    }
  }
  await settleDesks(tx)
}

/** Lets every union's desk be its own officer post, or the nearest one above that has one (hand-over to the union above). */
export async function settleDesks(tx: Tx): Promise<void> {
  await tx.run(`
    with recursive own as (
      select distinct on (unit_id) unit_id, id as post_id from kernel.post
      where role in ('grassroots_officer', 'upper_officer') order by unit_id, id
    ), down as (
      select u.id, own.post_id from organization.unit u left join own on own.unit_id = u.id where u.parent_id is null
      union all
      select u.id, coalesce(own.post_id, down.post_id) from organization.unit u
      join down on u.parent_id = down.id left join own on own.unit_id = u.id
    )
    update organization.unit u set desk_post_id = down.post_id from down
    where down.id = u.id and u.desk_post_id is distinct from down.post_id`)
}
