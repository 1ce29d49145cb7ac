import { Type } from 'typebox'
import { command, type Outcome } from '../command/command.ts'
import type { Tx } from '../database/tx.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { Cell, Id } from '../shapes.ts'
import { newId } from '../shared/ids.ts'
import type { Place } from '../shared/place.ts'
import { keepContent } from './kept-content.ts'

/** Whether bytes begin as their media type says: a renamed file is refused. */
function begins(bytes: Buffer, mediaType: string): boolean {
  const head = bytes.subarray(0, 8).toString('latin1')
  if (mediaType === 'image/jpeg') return head.startsWith('\xff\xd8\xff')
  if (mediaType === 'image/png') return head === '\x89PNG\r\n\x1a\n'
  return mediaType === 'application/pdf' && head.startsWith('%PDF-')
}

/** The content of a file that came as a body. Refuses `kernel.media_type` for anything but JPG, PNG and PDF, by content. */
export function fileContent(input: { readonly bytes: Buffer; readonly mediaType: string }) {
  const mediaType = input.mediaType.split(';')[0]?.trim() ?? ''
  if (!Buffer.isBuffer(input.bytes) || !begins(input.bytes, mediaType)) throw new Refusal('kernel.media_type')
  return { bytes: input.bytes, mediaType }
}

const FileInput = Type.Object(
  { bytes: Type.Unsafe<Buffer>(Type.Unknown()), mediaType: Type.String() },
  { additionalProperties: false },
)
type KeptFile = { readonly file: string; readonly cell: number; readonly sizeBytes: number }
const KeptFile = Type.Object(
  { file: Id, cell: Cell, sizeBytes: Type.Integer() },
  { $id: 'kernel.KeptFile', additionalProperties: false },
)

async function keep(
  { tx, services, now }: { readonly tx: Tx; readonly services: Services; readonly now: Date },
  { cell, path }: Place,
  account: string,
  input: { readonly bytes: Buffer; readonly mediaType: string },
): Promise<Outcome<KeptFile>> {
  const { bytes, mediaType } = fileContent(input)
  const hash = services.keyring.suite.hash(bytes)
  const id = newId(now.getTime())
  await keepContent(services, { cell, hash }, bytes)
  await tx.run(
    `insert into kernel.file (cell_id, id, path, hash, media_type, size_bytes, account_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [cell, id, path, hash, mediaType, bytes.length, account, now],
  )
  const sizeBytes = bytes.length
  return { cell, subject: id, after: { mediaType, sizeBytes }, answer: { file: id, cell, sizeBytes } }
}

/**
 * Keeps a scanned paper, sealed, under the hash of its content.
 *
 * Refuses `kernel.media_type` for anything but JPG, PNG and PDF, by content and not by name.
 */
export const keepFile = command({
  act: 'kernel.keep_file',
  by: ['post'],
  input: FileInput,
  output: KeptFile,
  async run(context) {
    const { actor, allow, input } = context
    allow.anywhere()
    if (actor.kind !== 'post') throw new Error('a file is kept by a post')
    return keep(context, actor.post.place, actor.account, input)
  },
})

/**
 * Keeps a picture or paper of one's own, to be sent with a form. Refuses `kernel.media_type` as `keepFile` does.
 */
export const keepMyFile = command({
  act: 'kernel.keep_my_file',
  by: ['person'],
  input: FileInput,
  output: KeptFile,
  async run(context) {
    const { actor, allow, input } = context
    if (actor.kind !== 'person') throw new Error('a file of one’s own is kept by a person')
    allow.self(actor.person)
    return keep(context, actor.place, actor.account, input)
  },
})
