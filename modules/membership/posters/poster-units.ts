import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { findOpenUnit, type OpenUnit, rangeOfUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'

/** For which unions below a union posters are made: the grassroots ones, which take members in, or every one. */
export const PosterScope = Type.Enum(['grassroots', 'all'])
export type PosterScope = 'grassroots' | 'all'

/** The most unions of one file; a large county has 3,000. */
const most = 5_000

/** A union that may get a poster, with its newest open code where it has one. */
export type PosterUnit = {
  readonly id: string
  readonly cell_id: number
  readonly path: string
  readonly name: string
  readonly upper: string | null
  readonly token: string | null
  readonly short_code: string | null
  readonly expires_at: Date | null
}

/** The union whose subtree posters are made for, with its place in one cell. Refuses `membership.posters_by_county`. */
export async function posterRoot(tx: Tx, id: string): Promise<{ unit: OpenUnit; range: PlaceRange }> {
  const unit = await findOpenUnit(tx, id)
  if (!unit) throw absent()
  return { unit, range: rangeOfUnit(unit) }
}

/**
 * The active unions of a subtree in the order of the tree, each with the open code that works longest.
 *
 * Refuses `membership.posters_by_county` above county level, and for more unions than one file holds.
 */
export async function posterUnits(tx: Tx, range: PlaceRange, scope: PosterScope, now: Date): Promise<PosterUnit[]> {
  if (range.cellLo !== range.cellHi) throw new Refusal('membership.posters_by_county', { variables: { most } })
  const rows = await tx.many<PosterUnit>(
    `select u.id, u.cell_id, u.path, u.name, u.parent_name as upper, c.token, c.short_code, c.expires_at
     from organization.open_unit u
     left join lateral (
       select j.token, j.short_code, j.expires_at from membership.joining_code j
       where j.cell_id = $1 and j.unit_id = u.id and j.revoked_at is null and j.expires_at > $4
       order by j.expires_at desc, j.id desc limit 1
     ) c on true
     where u.cell_id = $1 and u.path >= $2 and u.path < $3 and u.state = 'active' and (u.level = 'grassroots' or $5)
     order by u.path limit $6`,
    [range.cellLo, range.pathLo, range.pathHi, now, scope === 'all', most + 1],
  )
  if (rows.length > most) throw new Refusal('membership.posters_by_county', { variables: { most } })
  return rows
}
