import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { type OpenUnit, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import type { JoiningCode } from './contract.ts'
import { joiningLink, shortLink } from './joining-code.ts'

/** A stored joining code. */
export type JoiningCodeRow = {
  readonly id: string
  readonly path: string
  readonly unit_id: string
  readonly label: string
  readonly token: string
  readonly short_code: string
  readonly created_at: Date
  readonly expires_at: Date
  readonly revoked_at: Date | null
  readonly used: number
}

const columns = `c.id, c.path, c.unit_id, c.label, c.token, c.short_code, c.created_at, c.expires_at, c.revoked_at,
  (select count(*) from membership.application a where a.cell_id = $1 and a.code_id = c.id) as used`

/** One code of a cell, or undefined. */
export async function findCode(tx: Tx, cell: number, id: string): Promise<JoiningCodeRow | undefined> {
  return tx.maybe<JoiningCodeRow>(
    `select ${columns} from membership.joining_code c where c.cell_id = $1 and c.id = $2`,
    [cell, id],
  )
}

/** The codes of a union, newest first, a hundred at most. */
export async function codesOfUnit(tx: Tx, cell: number, unit: string): Promise<JoiningCodeRow[]> {
  return tx.many<JoiningCodeRow>(
    `select ${columns} from membership.joining_code c where c.cell_id = $1 and c.unit_id = $2 order by c.id desc limit 100`,
    [cell, unit],
  )
}

/** A stored code as its union sees it. */
export function asJoiningCode(services: Services, row: JoiningCodeRow, unit: OpenUnit, now: Date): JoiningCode {
  return {
    cell: unit.cell_id,
    id: row.id,
    unit: unitNameOf(unit),
    label: row.label,
    link: joiningLink(services, row.token),
    shortCode: row.short_code,
    shortLink: shortLink(services, row.short_code),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    state: row.revoked_at ? 'revoked' : row.expires_at <= now ? 'expired' : 'open',
    used: row.used,
  }
}
