import { openField, sealField } from '../crypto/field.ts'
import type { Tx } from '../database/tx.ts'
import { absent } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Language } from '../shared/texts.ts'
import type { ExportState, ExportView } from './contract.ts'

/** What was asked for of a list: kept sealed, since a filter may hold somebody's name. */
export type ExportRequest = { readonly filter: { readonly [name: string]: unknown }; readonly reason?: string }

/** A stored export. */
export type ExportRecord = {
  readonly cell: number
  readonly id: string
  readonly post: string
  readonly account: string
  readonly byWords: string
  readonly language: Language
  readonly kind: string
  readonly format: 'xlsx' | 'csv'
  readonly unmasked: boolean
  readonly about: string
  readonly request: Buffer
  readonly state: ExportState
  readonly done: number
  readonly total: number | null
  readonly trouble: string | null
  readonly fileRun: string | null
  readonly fileParts: number
  readonly fileBytes: number
  readonly createdAt: Date
  readonly endedAt: Date | null
  readonly expiresAt: Date | null
}

export const exportColumns = `e.cell_id as cell, e.id, e.post_id as post, e.account_id as account, e.by_words as "byWords",
  e.language, e.kind, e.format, e.unmasked, e.about, e.request, e.state, e.done, e.total, e.trouble, e.file_run as "fileRun",
  e.file_parts as "fileParts", e.file_bytes::int as "fileBytes", e.created_at as "createdAt", e.ended_at as "endedAt",
  e.expires_at as "expiresAt"`

/** An export of a cell by its id, or undefined. */
export async function findRecord(tx: Tx, cell: number, id: string): Promise<ExportRecord | undefined> {
  return tx.maybe<ExportRecord>(`select ${exportColumns} from kernel.export e where e.cell_id = $1 and e.id = $2`, [
    cell,
    id,
  ])
}

/** The export of a post that its holder began. Refuses `kernel.absent` for everybody else's. */
export async function ownRecord(
  tx: Tx,
  actor: {
    readonly account: string
    readonly post: { readonly id: string; readonly place: { readonly cell: number } }
  },
  id: string,
): Promise<ExportRecord> {
  const record = await findRecord(tx, actor.post.place.cell, id)
  if (record?.account !== actor.account || record.post !== actor.post.id) throw absent()
  return record
}

const placeOf = (cell: number, id: string) => ({ cell, table: 'kernel.export', column: 'request', id })

/** Seals what was asked for. */
export async function sealRequest(
  services: Services,
  cell: number,
  id: string,
  request: ExportRequest,
): Promise<Buffer> {
  return sealField(await services.keyring.dataKey(cell), placeOf(cell, id), JSON.stringify(request))
}

/** Opens what was asked for. */
export async function openRequest(services: Services, { cell, id, request }: ExportRecord): Promise<ExportRequest> {
  await services.keyring.dataKey(cell)
  return asRequest(JSON.parse(openField((at, key) => services.keyring.resolve(at, key), placeOf(cell, id), request)))
}

/** Safe because `sealRequest` alone writes this field. */
function asRequest(value: unknown): ExportRequest {
  return value as ExportRequest
}

/** A stored export as its post follows it. */
export function viewOf(services: Services, language: Language, title: string, record: ExportRecord): ExportView {
  const { id, kind, about, format, unmasked, state, done, total, fileBytes, createdAt, endedAt, expiresAt } = record
  const [words = '', detail = ''] = record.trouble ? services.say(language, record.trouble).split('\n') : []
  return {
    id,
    kind,
    title: services.say(language, title),
    about,
    format,
    unmasked,
    state,
    done,
    total,
    sizeBytes: state === 'ready' ? fileBytes : 0,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    trouble: record.trouble === null ? null : { code: record.trouble, title: words, detail },
  }
}
