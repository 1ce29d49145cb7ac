import type { Tx } from '../database/tx.ts'

/** The logs whose rows are sealed. */
export type SealedLog = 'audit' | 'access'

/** Columns of a row by name, each as the text that is hashed; null where the row has none. */
export type RowTexts = { readonly [column: string]: string | null }

/** A row of a log with its texts. */
export type LogRow = { readonly id: string; readonly log: SealedLog; readonly texts: RowTexts }

/** Every column that says something, in the order in which it is hashed. A column that comes later comes last. */
export const sealedColumns = {
  audit: ['cell_id', 'id', 'at', 'act', 'actor_kind', 'account_id', 'post_id', 'subject_id', 'before', 'after'],
  access: ['cell_id', 'id', 'at', 'act', 'account_id', 'post_id', 'post_title', 'unit_name', 'subjects', 'reason'],
} as const satisfies { readonly [L in SealedLog]: readonly string[] }

/**
 * The texts of a row as one expression of a statement, whatever the connection's settings: times in UTC to the microsecond,
 * `jsonb` in the one form PostgreSQL prints it in.
 *
 * @param row the row's alias in the statement
 */
export function textsOf(log: SealedLog, row: string): string {
  const texts = sealedColumns[log].map((column) =>
    column === 'at' ? `to_json(${row}.at at time zone 'UTC') #>> '{}'` : `${row}.${column}::text`,
  )
  return texts.map((text, index) => `${text} as "${sealedColumns[log][index]}"`).join(', ')
}

/**
 * Whether a row has no leaf, as a condition of a statement. Asked row by row: of a young table without statistics the
 * planner would else read all leaves of a cell, or of the network, to find that a few rows are not among them. The order is
 * that of the key: with it no other index that begins with the cell looks as cheap.
 *
 * @param cell and `id` of the row, as the statement names them
 */
export function hasNoLeaf(log: SealedLog, cell: string, id: string): string {
  return `(select true from kernel.seal_leaf l where l.cell_id = ${cell} and l.row_id = ${id} and l.log = '${log}'
    order by l.cell_id, l.row_id, l.log limit 1) is null`
}

/** The rows of cell `$1` with the ids `$2`, each looked up by its key, as `r`. */
export function rowsByKey(log: SealedLog): string {
  return `unnest($2::uuid[]) as given (id)
    cross join lateral (select a.* from kernel.${log} a where a.cell_id = $1 and a.id = given.id order by a.cell_id, a.id limit 1) r`
}

const readRows = (log: SealedLog) =>
  `select ${textsOf(log, 'r')} from ${rowsByKey(log)} where ${hasNoLeaf(log, '$1', 'given.id')}`

/** Those of some rows of one cell that have no leaf yet, in the order of their ids. */
export async function unsealedRows(
  tx: Tx,
  cell: number,
  ids: { readonly [L in SealedLog]: readonly string[] },
): Promise<LogRow[]> {
  const found: LogRow[] = []
  for (const log of ['audit', 'access'] as const) {
    if (ids[log].length === 0) continue
    const rows = await tx.many<RowTexts & { id: string }>(readRows(log), [cell, ids[log]])
    found.push(...rows.map((texts) => ({ id: texts.id, log, texts })))
  }
  return found.sort((one, other) => (one.id < other.id ? -1 : 1))
}

/**
 * The bytes a leaf is the hash of: the log, then name and text of each column that has one, each with its length before it
 * (four bytes, big end first), in the order of `sealedColumns`. What a row lacks is left out, so that a column added later
 * changes nothing of older rows.
 */
export function leafBytes(log: SealedLog, texts: RowTexts): Buffer {
  const parts: string[] = [log]
  for (const column of sealedColumns[log]) {
    const text = texts[column]
    if (text !== null && text !== undefined) parts.push(column, text)
  }
  const bytes = Buffer.allocUnsafe(parts.reduce((sum, part) => sum + 4 + Buffer.byteLength(part), 0))
  let at = 0
  for (const part of parts) {
    const length = bytes.write(part, at + 4)
    bytes.writeUInt32BE(length, at)
    at += 4 + length
  }
  return bytes
}

/** What stands in the bytes of a leaf, or undefined where they are none. */
export function readLeafBytes(bytes: Buffer): { readonly log: string; readonly texts: RowTexts } | undefined {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; ) {
    if (at + 4 > bytes.length) return undefined
    const end = at + 4 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    parts.push(bytes.toString('utf8', at + 4, end))
    at = end
  }
  const [log, ...rest] = parts
  if (log === undefined || rest.length % 2 === 1) return undefined
  const texts: { [column: string]: string } = {}
  for (let at = 0; at < rest.length; at += 2) texts[rest[at] ?? ''] = rest[at + 1] ?? ''
  return { log, texts }
}
