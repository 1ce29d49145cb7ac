import type { ImportParts } from '../parts.ts'
import { moveTo } from '../record.ts'
import { type ChunkCommand, chunkCommand } from './chunk-command.ts'

/** Rows of one statement: a long sheet's are more than one may take time for. */
const rowsAtOnce = 20_000
const deleteRows = `delete from kernel.import_row where cell_id = $1 and import_id = $2 and number in
  (select number from kernel.import_row where cell_id = $1 and import_id = $2 limit $3)`

/**
 * The beginning of a dry run: whatever an earlier one left, or one that was cut off, is gone.
 *
 * @param fresh the new pass: a process that was thought dead and still reads the sheet keeps nothing from here on
 */
export function beginCheck(parts: ImportParts, fresh: string): ChunkCommand {
  return chunkCommand(parts, 'kernel.begin_check', 'checking', undefined, async ({ given: { tx, now }, record }) => {
    const key = [record.cell, record.id]
    while ((await tx.run(deleteRows, [...key, rowsAtOnce])) === rowsAtOnce);
    await tx.run('delete from kernel.import_fault where cell_id = $1 and import_id = $2', key)
    await tx.run('delete from kernel.import_question where cell_id = $1 and import_id = $2', key)
    await tx.run(
      `update kernel.import set new_rows = 0, changed_rows = 0, same_rows = 0, needs_person_rows = 0, ambiguous_rows = 0,
         invalid_rows = 0, gone_rows = 0, pass = $3 where cell_id = $1 and id = $2`,
      [...key, fresh],
    )
    await moveTo(tx, record, { state: 'checking', startedAt: now })
    return { outcome: 'more' }
  })
}
