import { type FoundRow, keepRows, logLooks } from '../found-rows.ts'
import type { Finding } from '../kind.ts'
import type { ImportParts } from '../parts.ts'
import type { ReadSheetRow } from '../read-rows.ts'
import { type ChunkCommand, type ChunkWork, chunkCommand } from './chunk-command.ts'

/** Asks the kind what rows are; those that could not be read are invalid without asking. */
export async function findingsOf(
  { kind, context }: Pick<ChunkWork, 'kind' | 'context'>,
  rows: readonly Pick<ReadSheetRow, 'number' | 'read'>[],
): Promise<Finding[]> {
  const read = rows.flatMap(({ number, read: one }) => ('faults' in one ? [] : [{ row: number, value: one.value }]))
  const found = read.length === 0 ? [] : await kind.check(context, read)
  if (found.length !== read.length) throw new Error(`${kind.name} found ${found.length} things of ${read.length} rows`)
  const findings = new Map(read.map(({ row }, at) => [row, found[at]]))
  return rows.map(({ number, read: one }): Finding => {
    if ('faults' in one) return { verdict: 'invalid', faults: one.faults }
    const finding = findings.get(number)
    if (!finding) throw new Error(`${kind.name} said nothing of a row`)
    return withNotes(finding, one.notes ?? [])
  })
}

/** What reading had to say stays said. */
function withNotes(finding: Finding, notes: NonNullable<Extract<Finding, { verdict: 'new' }>['notes']>): Finding {
  if (notes.length === 0 || finding.verdict === 'invalid' || finding.verdict === 'ambiguous') return finding
  return { ...finding, notes: [...notes, ...(finding.notes ?? [])] }
}

/** A chunk of the dry run: finds out what rows are, and keeps that. */
export function checkRows(parts: ImportParts, memory: unknown, rows: readonly ReadSheetRow[]): ChunkCommand {
  return chunkCommand(parts, 'kernel.check_import', 'checking', memory, async (chunk) => {
    const { given, record, context } = chunk
    const findings = await findingsOf(chunk, rows)
    const found = rows.map(({ number, rank, contents }, at): FoundRow => {
      const finding = findings[at]
      if (!finding) throw new Error('each row has a finding')
      return { number, rank, finding, contents }
    })
    await keepRows(given.tx, given.services, record, found, rows.length)
    await logLooks(given.tx, context.actor, 'kernel.check_import', found, given.now)
    return { outcome: 'more', after: { rows: rows.length, from: rows[0]?.number ?? 0, to: rows.at(-1)?.number ?? 0 } }
  })
}
