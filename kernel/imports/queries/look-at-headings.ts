import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import { Refusal } from '../../refusal.ts'
import { openSheet } from '../../sheets/open-sheet.ts'
import { ImportHeadings, importKey } from '../contract.ts'
import { firstRows } from '../first-rows.ts'
import { findHeadings, headingsIn } from '../headings.ts'
import { openImportFile } from '../kept-file.ts'
import { sheetLimits } from '../limits.ts'
import { asLastTime } from '../mapping.ts'
import { asPost, type ImportParts, kindNamed, mayImport } from '../parts.ts'
import { readImport } from '../record.ts'

/**
 * What the columns are when another sheet of the workbook is read, or when the headings stand in other rows. Changes
 * nothing: the clerk looks before the mapping is confirmed.
 *
 * Refuses what `openSheet` refuses, and `imports.let_go` once the sheet is no longer kept.
 */
export function lookAtHeadings(parts: ImportParts) {
  return query({
    act: 'kernel.view_imports',
    by: ['post'],
    input: Type.Object(
      {
        ...importKey,
        sheet: Type.Optional(Type.String({ maxLength: 100 })),
        rows: Type.Optional(
          Type.String({ pattern: '^\\d{1,2}(,\\d{1,2}){0,2}$', description: 'from 1, as in 2,3; 0 for no headings' }),
        ),
      },
      { additionalProperties: false },
    ),
    output: ImportHeadings,
    cellOf: ({ cell }) => cell,
    async run({ tx, input, actor, allow, services }) {
      const record = await readImport(tx, input.cell, input.import)
      allow({ cell: record.cell, path: record.path })
      const kind = kindNamed(parts, record.kind)
      mayImport(kind, asPost(actor))
      if (record.letGoAt !== null) throw new Refusal('imports.let_go')
      const file = { cell: record.cell, import: record.id, sizeBytes: record.fileBytes }
      const name = input.sheet ?? record.sheet.name
      const sheet = await openSheet(await openImportFile(services, file), {
        limits: sheetLimits,
        ...(name !== '' && { sheet: name }),
      })
      try {
        const first = await firstRows(sheet)
        const rows = input.rows?.split(',').map(Number)
        const found = rows
          ? headingsIn(
              first,
              kind.columns,
              rows.filter((row) => row > 0),
            )
          : findHeadings(first, kind.columns)
        const owner = { cell: record.cell, unit: record.unit, kind: kind.name }
        const columns = await asLastTime(tx, services, owner, found.columns)
        return {
          sheet: sheet.name,
          headerRows: [...found.headerRows],
          sheetColumns: columns.map((column) => ({ ...column, samples: [...column.samples] })),
        }
      } finally {
        await sheet.close()
      }
    },
  })
}
