import { amend, type FoundRow, keepRows, logLooks } from '../found-rows.ts'
import type { Finding, RowFault } from '../kind.ts'
import { chunk } from '../limits.ts'
import type { ImportParts } from '../parts.ts'
import type { Repeats } from '../read-rows.ts'
import { endWork, moveTo } from '../record.ts'
import { type ChunkCommand, chunkCommand } from './chunk-command.ts'

/** Rows seen in another light once the whole sheet is known. */
type Amended = { readonly number: number; readonly finding: Finding }

/**
 * The end of the dry run: rows that a later one contradicts count no more, the kind says what only the whole sheet tells,
 * and whoever is no longer in the sheet is listed.
 *
 * @param last the last row's number, 0 for a sheet without any
 * @param rows how many rows had something in them
 */
export function closeCheck(
  parts: ImportParts,
  memory: unknown,
  { contradicted }: Repeats,
  { last, rows }: { readonly last: number; readonly rows: number },
): ChunkCommand {
  return chunkCommand(parts, 'kernel.close_check', 'checking', memory, async ({ given, record, kind, context }) => {
    const { tx, services, now } = given
    const doubted = [...contradicted].map(([number, { column, by }]): Amended => {
      const fault: RowFault = { column, code: 'imports.contradicting_row', variables: { row: by } }
      return { number, finding: { verdict: 'invalid', faults: [fault] } }
    })
    await amend(tx, record, doubted)

    let number = last
    let [gone, amended]: [FoundRow[], Amended[]] = [[], []]
    async function flush() {
      await keepRows(tx, services, record, gone, 0)
      await logLooks(tx, context.actor, 'kernel.close_check', gone, now)
      await amend(tx, record, amended)
      ;[gone, amended] = [[], []]
    }
    for await (const closing of kind.close?.(context) ?? []) {
      if ('row' in closing) {
        if (!contradicted.has(closing.row)) amended.push({ number: closing.row, finding: closing.finding })
      } else {
        const { subject, verdict } = closing
        gone.push({ number: ++number, rank: 0, finding: { verdict, subject }, contents: undefined })
      }
      if (gone.length + amended.length >= chunk.rows) await flush()
    }
    await flush()
    await moveTo(tx, record, { state: 'checked', done: rows, total: rows })
    await endWork(tx, record)
    return { outcome: 'ended', after: { state: 'checked', rows } }
  })
}
