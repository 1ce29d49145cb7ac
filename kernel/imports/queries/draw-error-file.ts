import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import type { Tx } from '../../database/tx.ts'
import type { Bytes } from '../../http/route.ts'
import { Refusal } from '../../refusal.ts'
import type { Services } from '../../services.ts'
import type { Language } from '../../shared/texts.ts'
import { openSheet } from '../../sheets/open-sheet.ts'
import type { Cell } from '../../sheets/sheet.ts'
import { writeSheet } from '../../sheets/write-sheet.ts'
import { importKey } from '../contract.ts'
import { openImportFile } from '../kept-file.ts'
import type { AnyImportKind, RowFault } from '../kind.ts'
import { sheetLimits } from '../limits.ts'
import { asPost, type ImportParts, kindNamed, mayImport } from '../parts.ts'
import { type ImportRecord, readImport } from '../record.ts'
import { titleOf } from '../view.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Faulty = {
  readonly number: number
  readonly verdict: string
  readonly faults: readonly RowFault[] | null
  readonly reason: string | null
}

/**
 * The error file 错误文件: the rows that were not taken as the sheet had them, with a last column of reasons. Mended and
 * uploaded again it is a sheet like any other.
 *
 * Refuses `imports.let_go` once the sheet is no longer kept.
 */
export function drawErrorFile(parts: ImportParts) {
  return query({
    act: 'kernel.draw_error_file',
    by: ['post'],
    input: Type.Object(importKey, { additionalProperties: false }),
    output: Type.Unsafe<Bytes>(Type.Unknown()),
    cellOf: ({ cell }) => cell,
    async run({ tx, input, actor, allow, services }) {
      const record = await readImport(tx, input.cell, input.import)
      allow({ cell: record.cell, path: record.path })
      const kind = kindNamed(parts, record.kind)
      const { language } = asPost(actor)
      mayImport(kind, asPost(actor))
      if (record.letGoAt !== null) throw new Refusal('imports.let_go')
      const reasons = await reasonsOf(tx, services, record, kind, language)
      const pieces: Buffer[] = []
      const name = services.say(language, 'imports.error_file')
      const headings = record.sheet.columns.map(({ heading, letter }) => heading || letter)
      for await (const piece of writeSheet('xlsx', {
        name,
        columns: [...headings, services.say(language, 'imports.reasons')].map((title) => ({ title, width: 20 })),
        rows: faultyRows(services, record, reasons),
      }))
        pieces.push(piece)
      const base = record.fileName.replace(/\.\w+$/, '')
      return { mediaType: xlsx, bytes: Buffer.concat(pieces), fileName: `${base ? `${base}-` : ''}${name}.xlsx` }
    },
  })
}

async function reasonsOf(
  tx: Tx,
  services: Services,
  { cell, id }: ImportRecord,
  kind: AnyImportKind,
  language: Language,
): Promise<Map<number, string>> {
  const rows = await tx.many<Faulty>(
    `select number, verdict, faults, reason from kernel.import_row
     where cell_id = $1 and import_id = $2 and (verdict in ('invalid', 'ambiguous') or (outcome = 'stale'))
     order by number`,
    [cell, id],
  )
  const say = (code: string, variables?: RowFault['variables']) => services.say(language, code, variables ?? {})
  return new Map(
    rows.map(({ number, verdict, faults, reason }) => {
      if (verdict === 'ambiguous') return [number, say('imports.not_settled')]
      if (verdict !== 'invalid') return [number, say(reason ?? 'imports.not_settled')]
      const words = (faults ?? []).map(({ column, code, variables }) => {
        const title = titleOf(kind, column, language)
        const text = say(code, variables).replaceAll('\n', language === 'zh' ? '。' : ' ')
        return title === '' ? text : `${title}：${text}`
      })
      return [number, words.join('；')]
    }),
  )
}

async function* faultyRows(services: Services, record: ImportRecord, reasons: ReadonlyMap<number, string>) {
  const file = { cell: record.cell, import: record.id, sizeBytes: record.fileBytes }
  const sheet = await openSheet(await openImportFile(services, file), {
    limits: sheetLimits,
    ...(record.sheet.name !== '' && { sheet: record.sheet.name }),
  })
  let left = reasons.size
  try {
    for await (const { row, cells } of sheet.rows()) {
      const reason = reasons.get(row)
      if (reason === undefined) continue
      yield [...record.sheet.columns.map(({ index }) => asText(cells[index])), reason]
      if (--left === 0) return
    }
  } finally {
    await sheet.close()
  }
}

/** A formula with its sign: what looks like a value in the file was one. */
function asText(cell: Cell | undefined): string {
  if (!cell) return ''
  return cell.kind === 'formula' ? `=${cell.formula ?? cell.text}` : cell.text
}
