import { hot, type Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { sealOfRow } from './contents.ts'
import type { Applied } from './kind.ts'
import type { ImportRecord } from './record.ts'

const writeOutcomes = hot(
  'kernel.write_import_outcomes',
  `update kernel.import_row r set outcome = o.outcome, reason = o.reason, before = o.before, mark = o.mark, handout = o.handout,
     subject_cell = coalesce(o.subject_cell, r.subject_cell), subject_id = coalesce(o.subject_id, r.subject_id)
   from unnest($3::int[], $4::text[], $5::text[], $6::bytea[], $7::bytea[], $8::bytea[], $9::int[], $10::uuid[])
     as o (number, outcome, reason, before, mark, handout, subject_cell, subject_id)
   where r.cell_id = $1 and r.import_id = $2 and r.number = o.number and r.number between $11 and $12`,
)

/** Writes what became of rows, with what the undo will need. */
export async function keepOutcomes(
  tx: Tx,
  services: Services,
  record: ImportRecord,
  rows: readonly Applied[],
): Promise<void> {
  if (rows.length === 0) return
  await services.keyring.dataKey(record.cell)
  const seal = (row: Applied, column: 'before' | 'handout', content: unknown) =>
    content === undefined
      ? null
      : sealOfRow(services, { cell: record.cell, import: record.id, number: row.row }, column, content)
  const done = rows.map((row) => (row.outcome === 'stale' ? undefined : row))
  await tx.run(writeOutcomes, [
    record.cell,
    record.id,
    rows.map((row) => row.row),
    rows.map((row) => row.outcome),
    rows.map((row) => (row.outcome === 'stale' ? row.reason : null)),
    done.map((row) => (row ? seal(row, 'before', row.before) : null)),
    done.map((row) => row?.mark ?? null),
    done.map((row) => (row ? seal(row, 'handout', row.handout) : null)),
    done.map((row) => row?.subject.cell ?? null),
    done.map((row) => row?.subject.id ?? null),
    ...spanOf(rows.map((row) => row.row)),
  ])
}

/** Adds to what became of an import's rows; what is less than 0 is taken away. */
export async function countOutcomes(
  tx: Tx,
  { cell, id }: ImportRecord,
  by: { readonly [O in 'applied' | 'asked' | 'stale' | 'undone' | 'kept']?: number },
): Promise<void> {
  await tx.run(
    `update kernel.import set applied_rows = applied_rows + $3, asked_rows = asked_rows + $4, stale_rows = stale_rows + $5,
       undone_rows = undone_rows + $6, kept_rows = kept_rows + $7 where cell_id = $1 and id = $2`,
    [cell, id, by.applied ?? 0, by.asked ?? 0, by.stale ?? 0, by.undone ?? 0, by.kept ?? 0],
  )
}

/** From which number to which rows reach, so that a statement reads no more of a long sheet. */
export function spanOf(numbers: readonly number[]): [least: number, most: number] {
  let [least, most] = [Number.MAX_SAFE_INTEGER, 0]
  for (const number of numbers) {
    least = Math.min(least, number)
    most = Math.max(most, number)
  }
  return [Math.min(least, most), most]
}
