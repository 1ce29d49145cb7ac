import { hot } from '../../database/tx.ts'
import { openOfRow } from '../contents.ts'
import type { AppliedRow } from '../kind.ts'
import { chunk } from '../limits.ts'
import { countOutcomes } from '../outcomes.ts'
import type { ImportParts } from '../parts.ts'
import { endWork, moveTo } from '../record.ts'
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
  where cell_id = $1 and import_id = $2 and verdict in ('new', 'changed', 'needs_person', 'gone')
    and outcome in ('applied', 'asked') and (rank, number) < ($3, $4)
  order by rank desc, number desc limit $5`
const write = hot(
  'kernel.write_undone',
  `update kernel.import_row r set outcome = u.outcome, reason = u.reason
   from unnest($3::int[], $4::text[], $5::text[]) as u (number, outcome, reason)
   where r.cell_id = $1 and r.import_id = $2 and r.number = u.number`,
)

/** A chunk of the undo 撤销: the last rows first; what somebody has touched since stays, with the reason. */
export function undoRows(parts: ImportParts, memory: unknown): ChunkCommand {
  return chunkCommand(parts, 'kernel.undo_rows', 'undoing', memory, async ({ given, record, kind, context }) => {
    const { tx, services, now } = given
    const { cell, id } = record
    const standing = await tx.many<Standing>(nextRows, [cell, id, record.atRank, record.atNumber, chunk.rows])
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
    ])
    const count = (outcome: string) => undone.rows.filter((row) => row.outcome === outcome).length
    const counts = { undone: count('undone'), kept: count('kept') }
    const was = (outcome: string) => -standing.filter((row) => row.outcome === outcome).length
    await countOutcomes(tx, record, { ...counts, applied: was('applied'), asked: was('asked') })
    const last = standing.at(-1)
    const ended = standing.length < chunk.rows
    await moveTo(tx, record, {
      state: ended ? 'undone' : 'undoing',
      done: record.done + rows.length,
      at: last ? [last.rank, last.number] : [record.atRank, record.atNumber],
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
