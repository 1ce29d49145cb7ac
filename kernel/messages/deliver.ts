import { openField } from '../crypto/field.ts'
import type { Pool } from '../database/connect.ts'
import { inTransaction } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { outgoingCell, outgoingPlace } from './outgoing.ts'

/** Hands a text message to whoever carries it to phones. The same id twice is the same message. @throws when it was not taken */
export type SendText = (message: {
  readonly id: string
  readonly phone: string
  readonly text: string
}) => Promise<void>

const gatewayWaitsMs = 10_000

/** A gateway that takes `POST {phone, text}` and answers 2xx when it has the message. */
export function smsGateway(url: string): SendText {
  return async ({ id, phone, text }) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': id },
      body: JSON.stringify({ phone, text }),
      signal: AbortSignal.timeout(gatewayWaitsMs),
    })
    await answer.body?.cancel()
    if (!answer.ok) throw new Error(`the gateway answered ${answer.status}`)
  }
}

/** Seconds until a message is tried again, by how often it was; after the last one it is given up. */
const pausesSeconds = [5, 15, 60, 300, 900, 3_600, 10_800, 21_600, 43_200] as const
/** While one process hands a message over, no other takes it. */
const takenSeconds = 60
const batch = 20

type Row = { readonly id: string; readonly address: Buffer; readonly body: Buffer; readonly tries: number }

/**
 * Hands over the messages that are due, twenty at a time, until none is. What was not taken is tried again after a pause
 * that grows from seconds to hours, and given up after a day; a message may arrive twice, and never gets lost before.
 *
 * @returns how many were handed over, and how many wait for another time or were given up
 */
export async function deliverDue(
  services: Services,
  send: SendText,
  signal: AbortSignal,
): Promise<{ sent: number; failed: number }> {
  let [sent, failed] = [0, 0]
  for (;;) {
    signal.throwIfAborted()
    const rows = await takeDue(services.pool, services.now())
    const outcomes = await Promise.all(rows.map((row) => handOver(services, send, row)))
    sent += outcomes.filter(Boolean).length
    failed += outcomes.filter((done) => !done).length
    if (rows.length < batch) return { sent, failed }
  }
}

async function takeDue(pool: Pool, now: Date): Promise<Row[]> {
  return inTransaction(pool, undefined, (tx) =>
    tx.many<Row>(
      `update kernel.outgoing set tries = tries + 1, next_at = $3 where cell_id = $1 and id in (
         select id from kernel.outgoing where cell_id = $1 and sent_at is null and next_at <= $2
         order by next_at, id limit $4 for update skip locked
       ) returning id, address, body, tries`,
      [outgoingCell, now, new Date(now.getTime() + takenSeconds * 1000), batch],
    ),
  )
}

async function handOver(services: Services, send: SendText, row: Row): Promise<boolean> {
  const { id, tries } = row
  const { keyring, pool } = services
  const mark = (sentAt: Date | null, nextAt: Date | null) =>
    inTransaction(pool, undefined, (tx) =>
      tx.run('update kernel.outgoing set sent_at = $3, next_at = $4 where cell_id = $1 and id = $2', [
        outgoingCell,
        id,
        sentAt,
        nextAt,
      ]),
    )
  try {
    await keyring.dataKey(outgoingCell)
    const open = (column: string, sealed: Buffer) =>
      openField((at, key) => keyring.resolve(at, key), outgoingPlace(id, column), sealed)
    await send({ id, phone: open('address', row.address), text: open('body', row.body) })
  } catch (error) {
    const pause = pausesSeconds[tries - 1]
    if (pause === undefined) services.logMistake(error, { outgoing: id, tries })
    await mark(null, pause === undefined ? null : new Date(services.now().getTime() + pause * 1000))
    return false
  }
  await mark(services.now(), null)
  return true
}
