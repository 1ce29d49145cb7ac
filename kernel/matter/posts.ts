import type { Tx } from '../database/tx.ts'
import { type Place, pathEnd } from '../shared/place.ts'

/** A post 岗位 that may have a matter, in words. */
export type MatterPost = {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly unitName: string
  /** The cell in which whoever holds it reads their messages. */
  readonly cell: number
  readonly account: string | null
  readonly holder: string | null
}

const columns = `p.id, p.title, p.unit_id as unit, p.unit_name as "unitName", p.cell_id as cell, h.account_id as account,
  h.holder_name as holder from kernel.post p
  left join kernel.post_holding h on h.post_id = p.id and h.valid_to is null and h.superseded_at is null`

/** Posts by their ids, with whoever holds them now. */
export async function postsById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, MatterPost>> {
  const rows = await tx.many<MatterPost>(`select ${columns} where p.id = any($1::uuid[])`, [ids])
  return new Map(rows.map((row) => [row.id, row]))
}

/** The posts of some units that somebody holds, in the order of the units and by title; 500 at most. */
export async function heldPosts(tx: Tx, units: readonly string[]): Promise<readonly MatterPost[]> {
  return tx.many<MatterPost>(
    `select ${columns} where p.unit_id = any($1::uuid[]) and h.account_id is not null
     order by array_position($1::uuid[], p.unit_id), p.title, p.id limit 500`,
    [units],
  )
}

/** The posts below a place in its cell that somebody holds, the nearest first; 200 at most. */
export async function heldPostsBelow(tx: Tx, { cell, path }: Place): Promise<readonly MatterPost[]> {
  return tx.many<MatterPost>(
    `select ${columns} where p.cell_id = $1 and p.path > $2 and p.path < $3 and h.account_id is not null
     order by length(p.path), p.path, p.title, p.id limit 200`,
    [cell, path, `${path}${pathEnd}`],
  )
}
