import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { employerKept, endConfidence, holderAbove, keepConfidence } from './confidence.ts'

type Parts = { readonly tx: Tx; readonly services: Services; readonly now: Date }
type Row = { readonly cell: number; readonly membership: string; readonly path: string }

/**
 * Lets a confidential member be one towards the union of the employer where they say that they work now 保密会籍随用人单位转:
 * neither employer is told. The cell of their membership is open.
 *
 * @param confidential whoever is not confidential becomes so; else nothing happens to them
 * @returns the union that holds confidential members of that employer's; undefined where the member is not confidential
 * @see design section 2.3
 */
export async function followEmployer(
  { tx, services, now }: Parts,
  { cell, membership, path }: Row,
  employer: OpenUnit,
  confidential = false,
): Promise<OpenUnit | undefined> {
  const kept = await employerKept(tx, services, cell, membership)
  if (kept === undefined && !confidential) return undefined
  const holder = await holderAbove(tx, employer)
  if (kept !== employer.id) {
    await endConfidence(tx, cell, membership, now)
    await keepConfidence(tx, services, { cell, membership, path }, employer.id, now)
  }
  return holder
}
