import type { Tx } from '../../database/tx.ts'
import { openContents } from '../contents.ts'
import type { CheckedRow } from '../kind.ts'
import { chunk } from '../limits.ts'
import { countOutcomes, keepOutcomes } from '../outcomes.ts'
import type { ImportParts } from '../parts.ts'
import { endWork, type ImportRecord, moveTo } from '../record.ts'
import { type ChunkCommand, chunkCommand } from './chunk-command.ts'

type Waiting = {
  number: number
  rank: number
  verdict: 'new' | 'changed' | 'needs_person'
  contents: Buffer
  subject_cell: number | null
  subject_id: string | null
}

// One rank after the other, each in the order of the sheet: nearly every sheet has one.
const nextRows = `select number, rank, verdict, contents, subject_cell, subject_id from kernel.import_row
  where cell_id = $1 and import_id = $2 and number > $4 and rank = $3 and verdict in ('new', 'changed', 'needs_person') and outcome is null
  order by number limit $5`
const nextRank = `select min(rank) as rank from kernel.import_row
  where cell_id = $1 and import_id = $2 and rank > $3 and verdict in ('new', 'changed', 'needs_person')`

/**
 * A chunk of the run 正式导入: does what the dry run found, exactly once. What is done, that it is done, and how far the
 * import has come are committed together, so that a process that is killed leaves nothing half.
 */
export function applyRows(parts: ImportParts, memory: unknown): ChunkCommand {
  return chunkCommand(parts, 'kernel.apply_import', 'running', memory, async ({ given, record, kind, context }) => {
    const { tx, services, now } = given
    const { cell, id } = record
    const { rows: waiting, rank, following } = await batchOf(tx, record)
    await services.keyring.dataKey(cell)
    const rows = waiting.map((row): CheckedRow<unknown> => {
      const { value } = openContents(services, { cell, import: id, number: row.number }, row.contents)
      const { subject_cell: subjectCell, subject_id: subject, verdict } = row
      return {
        row: row.number,
        value,
        verdict,
        subject: subjectCell !== null && subject !== null ? { cell: subjectCell, id: subject } : undefined,
      }
    })
    const done = rows.length === 0 ? { rows: [], facts: [] } : await kind.apply(context, rows)
    if (done.rows.length !== rows.length) throw new Error(`${kind.name} did ${done.rows.length} of ${rows.length} rows`)
    await keepOutcomes(tx, services, record, done.rows)
    const count = (outcome: string) => done.rows.filter((row) => row.outcome === outcome).length
    const counts = { applied: count('applied'), asked: count('asked'), stale: count('stale') }
    await countOutcomes(tx, record, counts)
    const ended = following === undefined
    await moveTo(tx, record, {
      state: ended ? 'done' : 'running',
      done: record.done + rows.length,
      at: following ?? [rank, record.atNumber],
      ...(ended && { endedAt: now }),
    })
    if (ended) await endWork(tx, record)
    return {
      outcome: ended ? 'ended' : 'more',
      after: { ...counts, ...(ended && { state: 'done' }) },
      facts: done.facts,
    }
  })
}

/** The next batch, its rank, and where the one after it begins: behind it, with the next rank, or nowhere. */
async function batchOf(tx: Tx, { cell, id, atRank, atNumber }: ImportRecord) {
  let rank = atRank
  let rows = await tx.many<Waiting>(nextRows, [cell, id, rank, atNumber, chunk.rows])
  const higher = async () => (await tx.one<{ rank: number | null }>(nextRank, [cell, id, rank])).rank
  if (rows.length === 0) {
    const next = await higher()
    if (next === null) return { rows, rank, following: undefined }
    rank = next
    rows = await tx.many<Waiting>(nextRows, [cell, id, rank, 0, chunk.rows])
  }
  const last = rows.at(-1)
  if (last && rows.length === chunk.rows) return { rows, rank, following: [rank, last.number] as const }
  const next = await higher()
  return { rows, rank, following: next === null ? undefined : ([next, 0] as const) }
}
