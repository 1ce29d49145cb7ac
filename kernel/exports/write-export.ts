import { civilDay } from '@gongqiao/calendar'
import type { PostActor } from '../command/actor.ts'
import { ask } from '../command/ask.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { SheetToWrite, SheetValue } from '../sheets/sheet-to-write.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { partBytes } from './kept-parts.ts'
import type { AnyExportKind, ExportParts, ExportShape, Say } from './kind.ts'
import { type ExportRecord, type ExportRequest, openRequest } from './record.ts'

/** Rows of one export; more is no list that anybody works with. */
const rowsAtMost = 1_000_000

export const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** What whoever runs an export is told while it is written. */
export type Progress = {
  /** So many rows will come; null where that is not known. */
  readonly total: (rows: number | null) => Promise<void>
  /** So many rows were read. Throws to end the writing. */
  readonly rows: (done: number) => Promise<void>
  /** A part of the file, to be kept. */
  readonly part: (bytes: Buffer) => Promise<void>
}

/** A file's name: the list, the unit, the day. */
export function fileNameOf(services: Services, kind: AnyExportKind, record: ExportRecord): string {
  const title = services.say(record.language, kind.title)
  const name = [title, record.about, civilDay(record.createdAt)].filter((text) => text !== '').join(' ')
  return `${name.replace(/[\\/:*?"<>|]/g, ' ')}.${record.format}`
}

/**
 * Writes an export from its first row to its last, in parts of 1 MB: page by page by the list's own query, asked as the
 * post that began it, so that scope, order, masking and access log are the list's.
 *
 * @throws Refusal where the list refuses, `kernel.export_post_left` when the post may no longer, `kernel.export_too_long`
 */
export async function writeExport(
  parts: ExportParts,
  services: Services,
  kind: AnyExportKind,
  record: ExportRecord,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const request = await openRequest(services, record)
  const shape = record.unmasked ? kind.unmasked : kind.masked
  if (!shape) throw new Refusal('kernel.export_post_left')
  const asker = () => actorNow(parts, services, shape, record, request)
  const actor = await asker()
  await progress.total(kind.total ? totalOf(await ask(services, actor, kind.total, request.filter)) : null)
  const say: Say = (key, variables) => services.say(record.language, key, variables)
  const sheet: SheetToWrite = {
    name: say(kind.title),
    columns: shape.columns.map(({ title, kind: type, width }) => ({
      title: say(title),
      ...(type && { kind: type }),
      ...(width && { width }),
    })),
    rows: rowsOf(services, asker, shape, request, say, progress),
    watermark: watermarkOf(say, record, actor, request.reason),
    made: { by: services.brand, title: `${say(kind.title)} ${record.about}`.trim(), at: record.createdAt },
    signal,
  }
  let held: Buffer[] = []
  let heldBytes = 0
  for await (const bytes of writeSheet(record.format, sheet)) {
    held.push(bytes)
    heldBytes += bytes.length
    if (heldBytes < partBytes) continue
    await progress.part(Buffer.concat(held))
    held = []
    heldBytes = 0
  }
  if (heldBytes > 0) await progress.part(Buffer.concat(held))
}

async function* rowsOf(
  services: Services,
  asker: () => Promise<PostActor>,
  { pages, columns }: ExportShape<unknown>,
  { filter }: ExportRequest,
  say: Say,
  progress: Progress,
): AsyncGenerator<readonly SheetValue[]> {
  let done = 0
  let after: string | undefined
  do {
    const page = asPage(await ask(services, await asker(), pages, { ...filter, ...(after !== undefined && { after }) }))
    for (const item of page.items) yield columns.map((column) => column.value(item, say))
    done += page.items.length
    if (done > rowsAtMost) throw new Refusal('kernel.export_too_long')
    await progress.rows(done)
    after = page.next ?? undefined
  } while (after !== undefined)
}

/** Whoever began the export, as they stand now: a post that was handed over meanwhile exports nothing more. */
async function actorNow(
  { findPost }: ExportParts,
  services: Services,
  { pages }: ExportShape<unknown>,
  { account, post: id, language }: ExportRecord,
  { reason }: ExportRequest,
): Promise<PostActor> {
  const post = await findPost(services, account, id)
  if (!post?.acts.has(pages.act)) throw new Refusal('kernel.export_post_left')
  return { kind: 'post', account, name: '', post, language, keyOwner: account, ...(reason !== undefined && { reason }) }
}

function watermarkOf(say: Say, { createdAt }: ExportRecord, { post }: PostActor, reason: string | undefined): string {
  const time = new Date(createdAt.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
  const who = { unit: post.unitName, post: post.title, at: `${civilDay(createdAt)} ${time}` }
  return reason === undefined
    ? say('kernel.export_watermark', who)
    : say('kernel.export_watermark_reason', { ...who, reason })
}

/** Safe because the query of an export's shape answers pages: `exportShape` lets no other through. */
function asPage(answer: unknown): { readonly items: readonly unknown[]; readonly next?: string | null } {
  return answer as { readonly items: readonly unknown[]; readonly next?: string | null }
}

/** Safe because a kind's `total` answers this shape. */
function totalOf(answer: unknown): number | null {
  return (answer as { readonly total: number | null }).total
}
