import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import { Refusal } from '../../refusal.ts'
import { Id } from '../../shapes.ts'
import { subtreeOf } from '../../shared/place.ts'
import { readParts } from '../kept-parts.ts'
import { type ExportParts, kindNamed } from '../kind.ts'
import { ownRecord } from '../record.ts'
import { fileNameOf, mediaTypes } from '../write-export.ts'

/**
 * The file of an export of one's own, part by part.
 *
 * Refuses `kernel.absent` for anybody else's, `kernel.export_not_ready`, and `kernel.export_gone` once it was deleted.
 */
export function downloadExportQuery(parts: ExportParts) {
  return query({
    act: 'kernel.download_export',
    by: ['post'],
    input: Type.Object({ export: Id }, { additionalProperties: false }),
    output: Type.Object({
      mediaType: Type.String(),
      bytes: Type.Unsafe<Readable>(Type.Unknown()),
      fileName: Type.String(),
    }),
    async run({ tx, input, actor, now, allow, within, services }) {
      if (actor.kind !== 'post') throw new Error('an export is a post’s')
      allow.anywhere()
      await within(subtreeOf(actor.post.place))
      const record = await ownRecord(tx, actor, input.export)
      const { cell, id, state, fileRun, fileParts, expiresAt } = record
      if (state === 'waiting' || state === 'running') throw new Refusal('kernel.export_not_ready')
      if (state !== 'ready' || fileRun === null || (expiresAt && expiresAt <= now))
        throw new Refusal('kernel.export_gone')
      return {
        mediaType: mediaTypes[record.format],
        bytes: Readable.from(readParts(services, { cell, export: id, run: fileRun }, fileParts), { objectMode: false }),
        fileName: fileNameOf(services, kindNamed(parts, record.kind), record),
      }
    },
  })
}
