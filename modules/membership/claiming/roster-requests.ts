import { maskPhone } from '@gongqiao/codes'
import { openField } from '@gongqiao/kernel/crypto/field.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { openUnitsById, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import type { RosterDifference } from '../contract.ts'

/** What a roster says otherwise than somebody's own record, as it waits for their word 请本人核对. */
export type RosterRequest = {
  readonly id: string
  readonly at: Date
  readonly says: {
    readonly name?: string
    readonly phone?: string
    /** The union that the roster names instead. */
    readonly unit?: string
    readonly leaving?: true
  }
}

/** What rosters say otherwise than one membership, oldest first; the cell's scope is open. */
export async function requestsOf(
  tx: Tx,
  services: Services,
  cell: number,
  membership: string,
): Promise<RosterRequest[]> {
  const rows = await tx.many<{ id: string; at: Date; proposed: Buffer }>(
    `select id, at, proposed from membership.roster_request
     where cell_id = $1 and membership_id = $2 and ended_at is null order by at, id limit 20`,
    [cell, membership],
  )
  if (rows.length === 0) return []
  const { keyring } = services
  await keyring.dataKey(cell)
  return rows.map(({ id, at, proposed }) => {
    const place = { cell, table: 'membership.roster_request', column: 'proposed', id }
    return { id, at, says: asSays(openField((of, key) => keyring.resolve(of, key), place, proposed)) }
  })
}

/** Safe because only the import seals this column, and it seals what this type says. */
function asSays(text: string): RosterRequest['says'] {
  return JSON.parse(text) as RosterRequest['says']
}

/** The same as the person sees it: their own phone masked, unions by name. */
export async function differencesOf(tx: Tx, requests: readonly RosterRequest[]): Promise<RosterDifference[]> {
  const units = await openUnitsById(
    tx,
    requests.flatMap(({ says }) => says.unit ?? []),
  )
  return requests.map(({ id, at, says }) => {
    const unit = says.unit === undefined ? undefined : units.get(says.unit)
    return {
      request: id,
      at: at.toISOString(),
      name: says.name ?? null,
      phoneMask: says.phone === undefined ? null : maskPhone(says.phone),
      unit: unit ? unitNameOf(unit) : null,
      leaving: says.leaving === true,
    }
  })
}
