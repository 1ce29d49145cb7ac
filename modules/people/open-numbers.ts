import { openField } from '@gongqiao/kernel/crypto/field.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'

/** The whole numbers of a person. */
export type OpenNumbers = { readonly identityNumber: string; readonly phone: string | null }

type Row = { readonly id: string; readonly identity: Buffer; readonly phone: Buffer | null }

/**
 * Opens the identity numbers and phones of people of one cell whose scope is open. Only for an act that asks for a reason
 * and logs whose numbers were shown.
 *
 * @see rulebook 8.1; PI-07
 */
export async function openNumbers(
  tx: Tx,
  services: Services,
  cell: number,
  people: readonly string[],
): Promise<ReadonlyMap<string, OpenNumbers>> {
  const rows = await tx.many<Row>(
    `select p.id, p.identity_cipher as identity, p.phone_cipher as phone from people.person p
     where p.cell_id = $1 and p.id = any($2::uuid[])`,
    [cell, people],
  )
  await services.keyring.dataKey(cell)
  const open = (id: string, column: string, sealed: Buffer) =>
    openField((at, key) => services.keyring.resolve(at, key), { cell, table: 'people.person', column, id }, sealed)
  return new Map(
    rows.map(({ id, identity, phone }) => [
      id,
      {
        identityNumber: open(id, 'identity_cipher', identity),
        phone: phone && open(id, 'phone_cipher', phone),
      },
    ]),
  )
}
