import { Type } from 'typebox'
import { command } from '../../command/command.ts'
import type { Tx } from '../../database/tx.ts'
import { absent, Refusal } from '../../refusal.ts'
import type { Services } from '../../services.ts'
import { Id } from '../../shapes.ts'
import { newId } from '../../shared/ids.ts'
import { openSheet } from '../../sheets/open-sheet.ts'
import { ImportView } from '../contract.ts'
import { firstRows } from '../first-rows.ts'
import { findHeadings } from '../headings.ts'
import { keepImportFile } from '../kept-file.ts'
import type { AnyImportKind } from '../kind.ts'
import { sheetLimits } from '../limits.ts'
import { asLastTime } from '../mapping.ts'
import { asPost, type ImportParts, kindNamed, mayImport } from '../parts.ts'
import { readImport, type SheetRecord } from '../record.ts'
import { importView } from '../view.ts'

/**
 * Takes a sheet in: keeps the file sealed, finds the headings, and proposes what each column is, as the clerk had it last
 * time or by the headings. Nothing is read of the rows yet but a few masked samples.
 *
 * Refuses what `openSheet` refuses, `kernel.absent` for an unknown unit or kind, `kernel.forbidden` for a post that may
 * not import this kind.
 */
export function uploadImport(parts: ImportParts) {
  return command({
    act: 'kernel.upload_import',
    by: ['post'],
    input: Type.Object(
      {
        unit: Id,
        kind: Type.String({ maxLength: 100 }),
        name: Type.Optional(Type.String({ maxLength: 200, description: 'name of the file' })),
        bytes: Type.Unsafe<Buffer>(Type.Unknown()),
        mediaType: Type.Optional(Type.String()),
      },
      { additionalProperties: false },
    ),
    output: ImportView,
    async run({ tx, input, actor, now, allow, within, services }) {
      const unit = await parts.findUnit(tx, input.unit)
      if (!unit) throw absent()
      allow(unit.place)
      const post = asPost(actor)
      const kind = kindNamed(parts, input.kind)
      mayImport(kind, post)
      const { bytes } = input
      if (!Buffer.isBuffer(bytes)) throw new Refusal('kernel.media_type')

      await within(unit.range)
      const { cell, path } = unit.place
      const id = newId(now.getTime())
      const sheet = await lookAt(tx, services, bytes, kind, { cell, unit: unit.id })
      await keepImportFile(services, { cell, import: id, sizeBytes: bytes.length }, bytes)
      await tx.run(
        `insert into kernel.import (cell_id, id, path, unit_id, unit_name, kind, state, file_name, file_bytes, sheet, account_id,
           post_id, by_words, language, created_at)
         values ($1, $2, $3, $4, $5, $6, 'uploaded', $7, $8, $9, $10, $11, $12, $13, $14)`,
        [
          cell,
          id,
          path,
          unit.id,
          unit.name,
          kind.name,
          input.name ?? '',
          bytes.length,
          sheet,
          post.account,
          post.post.id,
          `${post.post.unitName} ${post.post.title}`,
          actor.language,
          now,
        ],
      )
      return {
        cell,
        subject: id,
        after: { kind: kind.name, unit: unit.id, sizeBytes: bytes.length },
        answer: await importView(tx, services, parts, await readImport(tx, cell, id), actor.language),
      }
    },
  })
}

/** Finds out what the columns of a sheet are. */
async function lookAt(
  tx: Tx,
  services: Services,
  bytes: Buffer,
  kind: AnyImportKind,
  where: { readonly cell: number; readonly unit: string },
): Promise<SheetRecord> {
  const sheet = await openSheet(bytes, { limits: sheetLimits })
  try {
    const { headerRows, columns } = findHeadings(await firstRows(sheet), kind.columns)
    const mapped = await asLastTime(tx, services, { ...where, kind: kind.name }, columns)
    return { names: sheet.names, name: sheet.name, headerRows, columns: mapped }
  } finally {
    await sheet.close()
  }
}
