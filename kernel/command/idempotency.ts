import { createHash } from 'node:crypto'
import { openField, sealField } from '../crypto/field.ts'
import { brokenConstraint } from '../database/failures.ts'
import { hot, inOneStatement, type Tx } from '../database/tx.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Cookie } from './command.ts'

/** Names one request: whose key, which key, in which cell, and by a hash what was asked with it. */
export type RequestKey = {
  readonly cell: number
  readonly owner: string
  readonly key: string
  readonly hash: Buffer
}

/** What a repeated request is answered with. */
export type KeptAnswer = { readonly answer: unknown; readonly cookie?: Cookie }

const insertKey = 'insert into kernel.idempotency (cell_id, owner, key, body_hash, at) values ($1, $2, $3, $4, $5)'
const claim = hot('kernel.claim_key', `${insertKey} on conflict (cell_id, owner, key) do nothing`)
const claimOrFail = hot('kernel.claim_key_or_fail', insertKey)
const find = hot(
  'kernel.find_key',
  'select body_hash, answer from kernel.idempotency where cell_id = $1 and owner = $2 and key = $3',
)

const placeOf = ({ cell, owner, key }: RequestKey) => ({
  cell,
  table: 'kernel.idempotency',
  column: 'answer',
  id: `${owner} ${key}`,
})

/** A hash of what was asked, to notice the same key with another body. */
export function bodyHash(act: string, input: unknown): Buffer {
  const hash = createHash('sha256').update(act).update('\0')
  if (!holdsBytes(input)) return hash.update(JSON.stringify(input)).digest()
  // As text the bytes of a file would take four times their room.
  const { bytes, ...rest } = input
  return hash.update(JSON.stringify(rest)).update('\0').update(bytes).digest()
}

function holdsBytes(input: unknown): input is { readonly bytes: Buffer } {
  return typeof input === 'object' && input !== null && 'bytes' in input && Buffer.isBuffer(input.bytes)
}

/**
 * Claims a key for this transaction. A second call with the same key waits here until the first has ended.
 *
 * Refuses `kernel.key_with_other_body`.
 *
 * @returns the kept answer when the request was answered before, undefined when it is new
 */
export async function claimKey(tx: Tx, services: Services, request: RequestKey): Promise<KeptAnswer | undefined> {
  const { cell, owner, key, hash } = request
  if ((await tx.run(claim, [cell, owner, key, hash, services.now()])) === 1) return undefined
  return openKept(services, request, await tx.one<KeptRow>(find, [cell, owner, key]))
}

/** Claims a key together with the next statement: neither runs when the key is taken, see `keyIsTaken`. */
export function claimKeyWithNext(tx: Tx, services: Services, { cell, owner, key, hash }: RequestKey): void {
  tx.runWithNext(claimOrFail, [cell, owner, key, hash, services.now()])
}

/** Whether a transaction failed because its key had been claimed before. */
export function keyIsTaken(error: unknown): boolean {
  return brokenConstraint(error) === 'idempotency_pkey'
}

/**
 * The kept answer of a request that was answered before, or undefined.
 *
 * Refuses `kernel.key_with_other_body`.
 */
export async function findKept(services: Services, request: RequestKey): Promise<KeptAnswer | undefined> {
  const [row] = await inOneStatement<KeptRow>(services.pool, find, [request.cell, request.owner, request.key])
  return row && openKept(services, request, row)
}

type KeptRow = { readonly body_hash: Buffer; readonly answer: Buffer | null }

async function openKept(services: Services, request: RequestKey, kept: KeptRow): Promise<KeptAnswer> {
  if (!kept.body_hash.equals(request.hash)) throw new Refusal('kernel.key_with_other_body')
  if (!kept.answer) throw new Refusal('kernel.same_request_running')
  await services.keyring.dataKey(request.cell)
  const text = openField((at, id) => services.keyring.resolve(at, id), placeOf(request), kept.answer)
  return asKept(JSON.parse(text))
}

/** Seals an answer for whoever repeats the request. */
export async function sealAnswer(services: Services, request: RequestKey, kept: KeptAnswer): Promise<Buffer> {
  return sealField(await services.keyring.dataKey(request.cell), placeOf(request), JSON.stringify(kept))
}

/** Safe because only `sealAnswer` writes what is opened here. */
function asKept(value: unknown): KeptAnswer {
  return value as KeptAnswer
}
