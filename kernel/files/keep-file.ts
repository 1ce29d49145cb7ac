import { Type } from 'typebox'
import { command } from '../command/command.ts'
import { sealField } from '../crypto/field.ts'
import { Refusal } from '../refusal.ts'
import { Cell, Id } from '../shapes.ts'
import { newId } from '../shared/ids.ts'

/** Whether bytes begin as their media type says: a renamed file is refused. */
function begins(bytes: Buffer, mediaType: string): boolean {
  const head = bytes.subarray(0, 8).toString('latin1')
  if (mediaType === 'image/jpeg') return head.startsWith('\xff\xd8\xff')
  if (mediaType === 'image/png') return head === '\x89PNG\r\n\x1a\n'
  return mediaType === 'application/pdf' && head.startsWith('%PDF-')
}

/**
 * Keeps a scanned paper, sealed, under the hash of its content.
 *
 * Refuses `kernel.media_type` for anything but JPG, PNG and PDF, by content and not by name.
 */
export const keepFile = command({
  act: 'kernel.keep_file',
  by: ['post'],
  input: Type.Object(
    { bytes: Type.Unsafe<Buffer>(Type.Unknown()), mediaType: Type.String() },
    { additionalProperties: false },
  ),
  output: Type.Object(
    { file: Id, cell: Cell, sizeBytes: Type.Integer() },
    { $id: 'kernel.KeptFile', additionalProperties: false },
  ),
  async run({ tx, input, actor, now, allow, services }) {
    allow.anywhere()
    if (actor.kind !== 'post') throw new Error('a file is kept by a post')
    const { bytes } = input
    const mediaType = input.mediaType.split(';')[0]?.trim() ?? ''
    if (!Buffer.isBuffer(bytes) || !begins(bytes, mediaType)) throw new Refusal('kernel.media_type')
    const { cell, path } = actor.post.place
    const hash = services.keyring.suite.hash(bytes)
    const key = await services.keyring.dataKey(cell)
    const id = newId(now.getTime())
    await services.files.put(
      hash,
      sealField(
        key,
        { cell, table: 'kernel.file', column: 'content', id: hash.toString('hex') },
        bytes.toString('base64'),
      ),
    )
    await tx.run(
      `insert into kernel.file (cell_id, id, path, hash, media_type, size_bytes, account_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [cell, id, path, hash, mediaType, bytes.length, actor.account, now],
    )
    return {
      cell,
      subject: id,
      after: { mediaType, sizeBytes: bytes.length },
      answer: { file: id, cell, sizeBytes: bytes.length },
    }
  },
})
