import { openField, sealField } from '@gongqiao/kernel/crypto/field.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { findOpenUnit, type OpenUnit } from '@gongqiao/modules/organization/index.ts'

/*
 * Confidential members 保密会员: their row stands with the union above, in whose path alone it is; the employer's union has
 * nothing of them in its scope, and which employer it is stands sealed. The scope of the cell is open.
 */

const place = (cell: number, id: string) => ({ cell, table: 'membership.confidence', column: 'employer', id })

/**
 * The union that holds confidential members of a union: the nearest above that is no employer's own.
 *
 * Refuses `membership.nobody_above` where there is none.
 *
 * @see design section 2.3
 */
export async function holderAbove(tx: Tx, unit: OpenUnit): Promise<OpenUnit> {
  let above: OpenUnit | undefined = unit
  while (above?.level === 'grassroots' && above.parent_id !== null) above = await findOpenUnit(tx, above.parent_id)
  if (!above || above.id === unit.id || above.level === 'grassroots') throw new Refusal('membership.nobody_above')
  return above
}

/** Keeps that a membership is confidential, towards which employer's union. */
export async function keepConfidence(
  tx: Tx,
  services: Services,
  { cell, membership, path }: { readonly cell: number; readonly membership: string; readonly path: string },
  employer: string,
  now: Date,
): Promise<void> {
  const id = newId(now.getTime())
  const key = services.keyring.cached(cell) ?? (await services.keyring.dataKey(cell))
  await tx.run(
    `insert into membership.confidence (cell_id, id, membership_id, path, employer, since) values ($1, $2, $3, $4, $5, $6)`,
    [cell, id, membership, path, sealField(key, place(cell, id), employer), now],
  )
}

/** Ends that a membership is confidential. Tells whether it was. */
export async function endConfidence(tx: Tx, cell: number, membership: string, now: Date): Promise<boolean> {
  const ended = await tx.run(
    `update membership.confidence set ended_at = greatest(since, $3)
     where cell_id = $1 and membership_id = $2 and ended_at is null`,
    [cell, membership, now],
  )
  return ended > 0
}

/** The employer's union towards which a membership is confidential, by its id; undefined where it is not. */
export async function employerKept(
  tx: Tx,
  services: Services,
  cell: number,
  membership: string,
): Promise<string | undefined> {
  const row = await tx.maybe<{ id: string; employer: Buffer }>(
    'select id, employer from membership.confidence where cell_id = $1 and membership_id = $2 and ended_at is null',
    [cell, membership],
  )
  if (!row) return undefined
  const { keyring } = services
  await keyring.dataKey(cell)
  return openField((at, id) => keyring.resolve(at, id), place(cell, row.id), row.employer)
}
