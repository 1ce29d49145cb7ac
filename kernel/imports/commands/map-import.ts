import { Type } from 'typebox'
import { command } from '../../command/command.ts'
import { Refusal } from '../../refusal.ts'
import { newId } from '../../shared/ids.ts'
import { openSheet } from '../../sheets/open-sheet.ts'
import { ImportView, importKey, Mapping } from '../contract.ts'
import { firstRows } from '../first-rows.ts'
import { type FoundColumn, readColumns } from '../headings.ts'
import { openImportFile } from '../kept-file.ts'
import { sheetLimits } from '../limits.ts'
import { keepMapping } from '../mapping.ts'
import { asPost, type ImportParts, kindNamed, mayImport } from '../parts.ts'
import { lockImport, moveTo, queueWork, readImport } from '../record.ts'
import { importView, missingColumns, stepsOf } from '../view.ts'

/**
 * Confirms which column is what, keeps that for the next sheet with the same headings, and begins the dry run 试运行; over
 * again where one has been made before.
 *
 * Refuses `imports.column_missing` for a required column that nothing is taken for, `imports.column_twice`,
 * `matter.step_not_open` unless the import waits for its clerk.
 */
export function mapImport(parts: ImportParts) {
  return command({
    act: 'kernel.map_import',
    by: ['post'],
    input: Type.Object({ ...importKey, mapping: Mapping }, { additionalProperties: false }),
    output: ImportView,
    cellOf: ({ cell }) => cell,
    async run({ tx, input, actor, now, allow, services }) {
      const record = await lockImport(tx, input.cell, input.import)
      allow({ cell: record.cell, path: record.path })
      const kind = kindNamed(parts, record.kind)
      mayImport(kind, asPost(actor))
      if (!stepsOf(record, kind).includes('map')) throw new Refusal('matter.step_not_open')

      const { mapping } = input
      const assigned = new Map(mapping.columns.map(({ index, key }) => [index, key]))
      const keys = [...assigned.values()].flatMap((key) => key ?? [])
      const twice = keys.find((key, at) => keys.indexOf(key) !== at)
      const column = (key: string | undefined) => kind.columns.find((known) => known.key === key)?.title[actor.language]
      if (twice !== undefined)
        throw new Refusal('imports.column_twice', { variables: { column: column(twice) ?? twice } })
      const unknown = keys.find((key) => column(key) === undefined)
      if (unknown !== undefined) throw new Refusal('imports.column_unknown', { variables: { column: unknown } })
      const [missing] = missingColumns(kind, new Set(keys), actor.language)
      if (missing !== undefined) throw new Refusal('imports.column_missing', { variables: { column: missing } })

      const sheet = await openSheet(
        await openImportFile(services, { cell: record.cell, import: record.id, sizeBytes: record.fileBytes }),
        { limits: sheetLimits, ...(mapping.sheet !== undefined && { sheet: mapping.sheet }) },
      )
      try {
        const found = readColumns(await firstRows(sheet), mapping.headerRows, () => new Map())
        const columns = found.columns.map((each): FoundColumn => {
          const key = assigned.get(each.index) ?? null
          const as = record.sheet.columns.find(({ index, key: before }) => index === each.index && before === key)
          return { ...each, key, from: key === null ? null : (as?.from ?? 'clerk') }
        })
        const owner = { cell: record.cell, unit: record.unit, kind: record.kind }
        await keepMapping(tx, services, owner, columns, now)
        await tx.run('update kernel.import set sheet = $3, pass = $4, total = null where cell_id = $1 and id = $2', [
          record.cell,
          record.id,
          { names: sheet.names, name: sheet.name, headerRows: mapping.headerRows, columns },
          newId(now.getTime()),
        ])
      } finally {
        await sheet.close()
      }
      await moveTo(tx, record, { state: 'checking' })
      await queueWork(tx, record, now)
      return {
        cell: record.cell,
        subject: record.id,
        before: { state: record.state },
        after: { state: 'checking' },
        answer: await importView(tx, services, parts, await readImport(tx, record.cell, record.id), actor.language),
      }
    },
  })
}
