import { openField, sealField } from '@gongqiao/kernel/crypto/field.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newIds } from '@gongqiao/kernel/shared/ids.ts'
import type { Media } from './check-media.ts'
import { fileIn } from './move-media.ts'

/** The turn of an ask that files belong to. */
export type TurnKey = { readonly cell: number; readonly matter: string; readonly path: string; readonly number: number }

/**
 * Keeps recordings and pictures of a turn, each sealed under the key of the cell. They stand under a hash of their own id
 * and content: that two askers sent the same picture is not to be seen.
 *
 * @param account whose they are; the matter itself where there is nobody
 */
export async function keepMedia(
  tx: Tx,
  services: Services,
  turn: TurnKey,
  media: readonly Media[],
  account: string,
  now: Date,
): Promise<void> {
  if (media.length === 0) return
  const { cell, matter, path, number } = turn
  const key = await services.keyring.dataKey(cell)
  const rows: { id: string; hash: Buffer; media: Media }[] = []
  const ids = newIds(media.length, now.getTime())
  for (const [index, one] of media.entries()) {
    const id = ids[index] ?? ''
    const hash = services.keyring.suite.hash(Buffer.concat([Buffer.from(id), one.bytes]))
    await services.files.put(hash, sealField(key, fileIn(cell, hash), one.bytes.toString('base64')))
    rows.push({ id, hash, media: one })
  }
  const values = [
    cell,
    path,
    account,
    now,
    rows.map(({ id }) => id),
    rows.map(({ hash }) => hash),
    rows.map((row) => row.media.mediaType),
    rows.map((row) => row.media.bytes.length),
  ]
  await tx.run(
    `insert into kernel.file (cell_id, id, path, hash, media_type, size_bytes, account_id, at)
     select $1, id, $2, hash, media_type, size, $3, $4 from unnest($5::uuid[], $6::bytea[], $7::text[], $8::int[]) as f (id, hash, media_type, size)`,
    values,
  )
  await tx.run(
    `insert into rights.ask_file (cell_id, file_id, matter_id, number, path, kind, seconds)
     select $1, id, $2, $3, $4, kind, seconds from unnest($5::uuid[], $6::text[], $7::int[]) as f (id, kind, seconds)`,
    [
      cell,
      matter,
      number,
      path,
      rows.map(({ id }) => id),
      rows.map((row) => row.media.kind),
      rows.map((row) => row.media.seconds),
    ],
  )
}

/** The bytes of a file of an ask, in an open scope. Refuses `kernel.absent`. */
export async function readMediaFile(
  tx: Tx,
  services: Services,
  cell: number,
  matter: string,
  file: string,
): Promise<{ mediaType: string; bytes: Buffer }> {
  const row = await tx.maybe<{ hash: Buffer; mediaType: string }>(
    `select f.hash, f.media_type as "mediaType" from rights.ask_file a
     join kernel.file f on f.cell_id = a.cell_id and f.id = a.file_id
     where a.cell_id = $1 and a.matter_id = $2 and a.file_id = $3`,
    [cell, matter, file],
  )
  const sealed = row && (await services.files.get(row.hash))
  if (!row || !sealed) throw absent()
  await services.keyring.dataKey(cell)
  const plain = openField((at, key) => services.keyring.resolve(at, key), fileIn(cell, row.hash), sealed)
  return { mediaType: row.mediaType, bytes: Buffer.from(plain, 'base64') }
}
