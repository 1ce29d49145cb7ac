import { openField, sealField } from '../crypto/field.ts'
import { hot, type Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { newId } from '../shared/ids.ts'

/** Messages out of the network stand in the nation-wide part: a phone belongs to no cell. */
export const outgoingCell = 0

const insertOutgoing = hot(
  'kernel.insert_outgoing',
  `insert into kernel.outgoing (cell_id, id, at, channel, address, body, tries, next_at) values ($1, $2, $3, 'sms', $4, $5, 0, $3)`,
)

/** Where a sealed field of a message stands. */
export const outgoingPlace = (id: string, column: string) => ({
  cell: outgoingCell,
  table: 'kernel.outgoing',
  column,
  id,
})

/**
 * Puts a text message on its way, in the transaction that is the reason for it: it goes out if and only if that commits.
 *
 * @param phone normalised
 */
export async function sendText(tx: Tx, services: Services, phone: string, text: string, now: Date): Promise<void> {
  const key = await services.keyring.dataKey(outgoingCell)
  const id = newId(now.getTime())
  await tx.run(insertOutgoing, [
    outgoingCell,
    id,
    now,
    sealField(key, outgoingPlace(id, 'address'), phone),
    sealField(key, outgoingPlace(id, 'body'), text),
  ])
}

/** A message as it was put on its way. */
export type Outgoing = { readonly id: string; readonly at: Date; readonly address: string; readonly text: string }

/** The newest messages, opened; for the inbox page of a demonstration and for whoever delivers them. */
export async function newestOutgoing(tx: Tx, services: Services, limit: number): Promise<Outgoing[]> {
  const rows = await tx.many<{ id: string; at: Date; address: Buffer; body: Buffer }>(
    'select id, at, address, body from kernel.outgoing where cell_id = $1 order by id desc limit $2',
    [outgoingCell, limit],
  )
  await services.keyring.dataKey(outgoingCell)
  const open = (id: string, column: string, sealed: Buffer) =>
    openField((at, key) => services.keyring.resolve(at, key), outgoingPlace(id, column), sealed)
  return rows.map(({ id, at, address, body }) => ({
    id,
    at,
    address: open(id, 'address', address),
    text: open(id, 'body', body),
  }))
}
