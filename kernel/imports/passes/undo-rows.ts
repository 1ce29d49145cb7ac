import { hot, type Tx } from '../../database/tx.ts'
import { openOfRow } from '../contents.ts'
import type { AppliedRow } from '../kind.ts'
import { chunk } from '../limits.ts'
import { countOutcomes, spanOf } from '../outcomes.ts'
import type { ImportParts } from '../parts.ts'
import { endWork, type ImportRecord, moveTo } from '../record.ts'
import { type ChunkCommand, chunkCommand } from './chunk-command.ts'

type Standing = {
  number: number
  rank: number
  verdict: AppliedRow['verdict']
  outcome: 'applied' | 'asked'
  before: Buffer | null
  mark: Buffer
  subject_cell: number
  subject_id: string
}

const nextRows = `select number, rank, verdict, outcome, before, mark, subject_cell, subject_id from kernel.import_row
  where cell_id = $1 and import_id = $2 and number < $4 and rank = $3 and outcome in ('applied', 'asked')
  order by number desc limit $5`
const nextRank = `select max(rank) as rank from kernel.import_row
  where cell_id = $1 and import_id = $2 and rank < $3 and outcome in ('applied', 'asked')`
const write = hot(
  'kernel.write_undone',
  `update kernel.import_row r set outcome = u.outcome, reason = u.reason
   from unnest($3::int[], $4::text[], $5::text[]) as u (number, outcome, reason)
   where r.cell_id = $1 and r.import_id = $2 and r.number = u.number and r.number between $6 and $7`,
)

/** Behind every row, for whoever goes backwards. */
const lastNumber = 2_147_483_647

/** A chunk of the undo 撤销: the last rows first; what somebody has touched since stays, with the reason. */
export function undoRows(parts: ImportParts, memory: unknown): ChunkCommand {
  return chunkCommand(parts, 'kernel.undo_rows', 'undoing', memory, async ({ given, record, kind, context }) => {
    const { tx, services, now } = given
    const { cell, id } = record
    const { rows: standing, rank, following } = await batchOf(tx, record)
    await services.keyring.dataKey(cell)
    const rows = standing.map(
      (row): AppliedRow => ({
        row: row.number,
        verdict: row.verdict,
        subject: { cell: row.subject_cell, id: row.subject_id },
        before:
          row.before === null
            ? undefined
            : openOfRow(services, { cell, import: id, number: row.number }, 'before', row.before),
        mark: row.mark,
      }),
    )
    const undone = rows.length === 0 ? { rows: [], facts: [] } : await kind.undo(context, rows)
    if (undone.rows.length !== rows.length)
      throw new Error(`${kind.name} took back ${undone.rows.length} of ${rows.length} rows`)
    await tx.run(write, [
      cell,
      id,
      undone.rows.map((row) => row.row),
      undone.rows.map((row) => row.outcome),
      undone.rows.map((row) => (row.outcome === 'kept' ? row.reason : null)),
      ...spanOf(undone.rows.map((row) => row.row)),
    ])
    const count = (outcome: string) => undone.rows.filter((row) => row.outcome === outcome).length
    const counts = { undone: count('undone'), kept: count('kept') }
    const was = (outcome: string) => -standing.filter((row) => row.outcome === outcome).length
    await countOutcomes(tx, record, { ...counts, applied: was('applied'), asked: was('asked') })
    const ended = following === undefined
    await moveTo(tx, record, {
      state: ended ? 'undone' : 'undoing',
      done: record.done + rows.length,
      at: following ?? [rank, record.atNumber],
      ...(ended && { endedAt: now }),
    })
    if (ended) await endWork(tx, record)
    return {
      outcome: ended ? 'ended' : 'more',
      after: { ...counts, ...(ended && { state: 'undone' }) },
      facts: undone.facts,
    }
  })
}

/** The next batch backwards, its rank, and where the one after it begins: before it, with the next rank, or nowhere. */
async function batchOf(tx: Tx, { cell, id, atRank, atNumber }: ImportRecord) {
  let rank = atRank
  let rows = await tx.many<Standing>(nextRows, [cell, id, rank, atNumber, chunk.rows])
  const lower = async () => (await tx.one<{ rank: number | null }>(nextRank, [cell, id, rank])).rank
  if (rows.length === 0) {
    const next = await lower()
    if (next === null) return { rows, rank, following: undefined }
    rank = next
    rows = await tx.many<Standing>(nextRows, [cell, id, rank, lastNumber, chunk.rows])
  }
  const last = rows.at(-1)
  if (last && rows.length === chunk.rows) return { rows, rank, following: [rank, last.number] as const }
  const next = await lower()
  return { rows, rank, following: next === null ? undefined : ([next, lastNumber] as const) }
}
