import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { employerKept, holderAbove } from './confidence.ts'

type Row = { readonly cell: number; readonly membership: string; readonly unit: string }

/** Where somebody moves to, and which employer's union is not to know of them; null for whoever is not confidential. */
export type MoveTo = { readonly to: OpenUnit; readonly hiddenFrom: OpenUnit | null }

/**
 * Where a move leads that names a union: there, or, for a confidential member and an employer's union, to the one above it
 * that holds its confidential members, unless the member lets that union know. The cell of the membership is open.
 *
 * Refuses `membership.nobody_above`, `membership.already_there` where that one holds them now.
 *
 * @see design section 2.3
 */
export async function confidentMove(
  tx: Tx,
  services: Services,
  { cell, membership, unit }: Row,
  named: OpenUnit,
  disclose: boolean,
): Promise<MoveTo> {
  if (disclose || named.level !== 'grassroots') return { to: named, hiddenFrom: null }
  if ((await employerKept(tx, services, cell, membership)) === undefined) return { to: named, hiddenFrom: null }
  const to = await holderAbove(tx, named)
  if (to.id === unit) throw new Refusal('membership.already_there')
  return { to, hiddenFrom: named }
}
