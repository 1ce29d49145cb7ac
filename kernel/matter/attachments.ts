import type { Actor } from '../command/actor.ts'
import type { Tx } from '../database/tx.ts'
import { openContent } from '../files/kept-content.ts'
import { absent } from '../refusal.ts'
import type { Services } from '../services.ts'
import { newId } from '../shared/ids.ts'
import type { Place } from '../shared/place.ts'
import { wordsOf } from './matters.ts'
import { openWords, sealWords } from './sealed.ts'

/** A new attachment of a matter, as bytes. */
export type NewAttachment = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly visible: 'union' | 'person'
}

/** Who attaches, and when. */
export type Attaching = {
  readonly tx: Tx
  readonly services: Services
  readonly actor: Actor
  readonly now: Date
}

type At = { readonly matter: string; readonly place: Place }
/** Which attachment of which cell. */
export type AttachmentKey = { readonly cell: number; readonly matter: string; readonly id: string }

const sealedAt = ({ cell, matter, id }: AttachmentKey) => ({
  cell,
  table: 'kernel.matter_attachment' as const,
  matter,
  row: id,
})

/** A name of the row's own: letting one go takes nothing from another with the same content. */
const nameOf = (services: Services, { cell, id }: AttachmentKey) =>
  services.keyring.suite.hash(Buffer.from(`kernel.matter_attachment ${cell} ${id}`))

/** Puts the content of an attachment into the store, sealed under its cell's key. */
export async function putAttachment(services: Services, key: AttachmentKey, bytes: Buffer): Promise<void> {
  await services.files.put(nameOf(services, key), await sealWords(services, sealedAt(key), bytes.toString('base64')))
}

/** The content of an attachment. Refuses `kernel.absent` when it is not in the store. */
export async function getAttachment(services: Services, key: AttachmentKey): Promise<Buffer> {
  const sealed = await services.files.get(nameOf(services, key))
  if (!sealed) throw absent()
  return Buffer.from(await openWords(services, sealedAt(key), sealed), 'base64')
}

/** Keeps an attachment with a matter whose place is open, and gives its id. */
export async function attachTo(context: Attaching, { matter, place }: At, made: NewAttachment): Promise<string> {
  const { tx, services, actor, now } = context
  const id = newId(now.getTime())
  await putAttachment(services, { cell: place.cell, matter, id }, made.bytes)
  await tx.run(
    `insert into kernel.matter_attachment (cell_id, matter_id, id, path, at, actor_kind, account_id, post_id, by_words,
       visible, name, media_type, size_bytes, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[place.cell, matter, id, place.path, now, actor.kind, 'account' in actor ? actor.account : null],
      ...[actor.kind === 'post' ? actor.post.id : null, wordsOf(actor), made.visible, made.name.slice(0, 200)],
      ...[made.mediaType, made.bytes.length, services.keyring.suite.hash(made.bytes)],
    ],
  )
  return id
}

/** A file that its uploader kept to send with a form. */
export type Upload = { readonly id: string; readonly mediaType: string; readonly bytes: Buffer }

/** Reads kept files of an account at a place that is open; those that are not there are left out. */
export async function uploadsOf(
  { tx, services }: Pick<Attaching, 'tx' | 'services'>,
  { cell }: Place,
  account: string,
  ids: readonly string[],
): Promise<Upload[]> {
  const rows = await tx.many<{ id: string; hash: Buffer; mediaType: string }>(
    `select id, hash, media_type as "mediaType" from kernel.file
     where cell_id = $1 and id = any($2::uuid[]) and account_id = $3 order by id`,
    [cell, ids, account],
  )
  const uploads: Upload[] = []
  for (const { id, hash, mediaType } of rows) {
    const bytes = await openContent(services, { cell, hash })
    if (bytes) uploads.push({ id, mediaType, bytes })
  }
  return uploads
}
