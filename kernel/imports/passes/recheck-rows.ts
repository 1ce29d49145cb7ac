import { noneOfThem } from '../commands/settle-questions.ts'
import { openContents } from '../contents.ts'
import { amend, logLooks } from '../found-rows.ts'
import type { Finding } from '../kind.ts'
import { chunk } from '../limits.ts'
import type { ImportParts } from '../parts.ts'
import { endWork, moveTo } from '../record.ts'
import { findingsOf } from './check-rows.ts'
import { type ChunkCommand, chunkCommand } from './chunk-command.ts'

type Settled = { number: number; contents: Buffer; column: string; key: string; choice: string }

const nextSettled = `select r.number, r.contents, q.column_key as column, q.key, q.choice from kernel.import_row r
  join kernel.import_question q on q.cell_id = $1 and q.import_id = $2 and q.key = r.question
  where r.cell_id = $1 and r.import_id = $2 and r.verdict = 'ambiguous' and q.choice is not null
  order by r.number limit $3`

/** Checks rows again whose question has been settled. */
export function recheckRows(parts: ImportParts, memory: unknown): ChunkCommand {
  return chunkCommand(parts, 'kernel.recheck_import', 'checking', memory, async ({ given, record, kind, context }) => {
    const { tx, services, now } = given
    const { cell, id } = record
    const rows = await tx.many<Settled>(nextSettled, [cell, id, chunk.rows])
    await services.keyring.dataKey(cell)
    const asked = rows.filter(({ choice }) => choice !== noneOfThem)
    const read = asked.map(({ number, contents }) => {
      const { value } = openContents(services, { cell, import: id, number }, contents)
      return { number, read: { value } }
    })
    const findings = await findingsOf({ kind, context }, read)
    const invalid = (row: Settled, code: string): Finding => ({
      verdict: 'invalid',
      faults: [{ column: row.column, code }],
    })
    const found = new Map(
      asked.map((row, at) => {
        const finding = findings[at]
        const again = finding?.verdict === 'ambiguous' && finding.question.key === row.key
        return [row.number, !finding || again ? invalid(row, 'imports.not_settled') : finding]
      }),
    )
    const amended = rows.map((row) => ({
      number: row.number,
      finding: found.get(row.number) ?? invalid(row, 'imports.none_of_them'),
    }))
    await amend(tx, record, amended)
    await logLooks(tx, context.actor, 'kernel.recheck_import', amended, now)
    if (rows.length === chunk.rows) return { outcome: 'more', after: { rows: rows.length } }
    await moveTo(tx, record, { state: 'checked', done: record.done })
    await endWork(tx, record)
    return { outcome: 'ended', after: { state: 'checked', rows: rows.length } }
  })
}
