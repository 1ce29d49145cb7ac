import type { Tx } from '../database/tx.ts'
import { absent } from '../refusal.ts'
import type { Language } from '../shared/texts.ts'
import type { ImportState, RowOutcome, Verdict } from './contract.ts'
import type { FoundColumn } from './headings.ts'

/** What is known of the sheet of an import. */
export type SheetRecord = {
  readonly names: readonly string[]
  readonly name: string
  readonly headerRows: readonly number[]
  readonly columns: readonly FoundColumn[]
}

/** An import as it is kept. */
export type ImportRecord = {
  readonly cell: number
  readonly id: string
  readonly path: string
  readonly unit: string
  readonly unitName: string
  readonly kind: string
  readonly state: ImportState
  readonly fileName: string
  readonly fileBytes: number
  readonly sheet: SheetRecord
  readonly account: string
  readonly post: string
  readonly byWords: string
  readonly language: Language
  readonly total: number | null
  readonly done: number
  readonly atRank: number
  readonly atNumber: number
  readonly counts: { readonly [V in Verdict]: number }
  readonly outcomes: { readonly [O in RowOutcome]: number }
  readonly pass: string | null
  readonly trouble: string | null
  readonly troubleVariables: { readonly [name: string]: string | number } | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly letGoAt: Date | null
}

/** The columns of `kernel.import` as `i`, under the names of `ImportRecord`. */
export const importColumns = `i.cell_id as cell, i.id, i.path, i.unit_id as unit, i.unit_name as "unitName", i.kind, i.state,
  i.file_name as "fileName", i.file_bytes as "fileBytes", i.sheet, i.account_id as account, i.post_id as post,
  i.by_words as "byWords", i.language, i.total, i.done, i.at_rank as "atRank", i.at_number as "atNumber",
  json_build_object('new', i.new_rows, 'changed', i.changed_rows, 'same', i.same_rows, 'needs_person', i.needs_person_rows,
    'ambiguous', i.ambiguous_rows, 'invalid', i.invalid_rows, 'gone', i.gone_rows) as counts,
  json_build_object('applied', i.applied_rows, 'asked', i.asked_rows, 'stale', i.stale_rows, 'undone', i.undone_rows,
    'kept', i.kept_rows) as outcomes,
  i.pass, i.trouble, i.trouble_variables as "troubleVariables", i.created_at as "createdAt", i.started_at as "startedAt",
  i.ended_at as "endedAt", i.let_go_at as "letGoAt"`

/** Reads an import in a cell whose scope is open. Refuses `kernel.absent`. */
export async function readImport(tx: Tx, cell: number, id: string): Promise<ImportRecord> {
  const record = await tx.maybe<ImportRecord>(
    `select ${importColumns} from kernel.import i where i.cell_id = $1 and i.id = $2`,
    [cell, id],
  )
  if (!record) throw absent()
  return record
}

/** Reads and locks an import: its steps come one after the other. Refuses `kernel.absent`. */
export async function lockImport(tx: Tx, cell: number, id: string): Promise<ImportRecord> {
  const record = await tx.maybe<ImportRecord>(
    `select ${importColumns} from kernel.import i where i.cell_id = $1 and i.id = $2 for update`,
    [cell, id],
  )
  if (!record) throw absent()
  return record
}

const step = `update kernel.import set state = $3, done = $4, at_rank = $5, at_number = $6,
    started_at = coalesce(started_at, $7), ended_at = $8, total = coalesce($9, total), trouble = $10, trouble_variables = $11
  where cell_id = $1 and id = $2`

/** Where an import goes on from. */
export type Step = {
  readonly state: ImportState
  readonly done?: number
  readonly at?: readonly [rank: number, number: number]
  readonly startedAt?: Date
  readonly endedAt?: Date
  readonly total?: number
  readonly trouble?: string
  readonly troubleVariables?: object
}

/** Moves an import to a state. */
export async function moveTo(tx: Tx, { cell, id }: { cell: number; id: string }, to: Step): Promise<void> {
  await tx.run(step, [
    cell,
    id,
    to.state,
    to.done ?? 0,
    to.at?.[0] ?? 0,
    to.at?.[1] ?? 0,
    to.startedAt ?? null,
    to.endedAt ?? null,
    to.total ?? null,
    to.trouble ?? null,
    to.troubleVariables ?? null,
  ])
}

/** Puts an import in line for a process that has time. */
export async function queueWork(tx: Tx, { cell, id }: { cell: number; id: string }, now: Date): Promise<void> {
  await tx.run(
    `insert into kernel.import_work (cell_id, import_id, queued_at) values ($1, $2, $3)
     on conflict (cell_id, import_id) do update set tries = 0`,
    [cell, id, now],
  )
}

/** There is nothing to do any more. */
export async function endWork(tx: Tx, { cell, id }: { cell: number; id: string }): Promise<void> {
  await tx.run('delete from kernel.import_work where cell_id = $1 and import_id = $2', [cell, id])
}

/** How long what was read is kept after the end, and how long a sheet waits for its clerk, in days. */
export const keptDays = 30
const dayMs = 86_400_000

/** From when on contents and file are let go of. */
export function keptUntil(record: Pick<ImportRecord, 'createdAt' | 'endedAt'>): Date {
  return new Date((record.endedAt ?? record.createdAt).getTime() + keptDays * dayMs)
}
