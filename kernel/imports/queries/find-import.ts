import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import { ImportView, importKey } from '../contract.ts'
import type { ImportParts } from '../parts.ts'
import { readImport } from '../record.ts'
import { importView } from '../view.ts'

/** One import: where it stands, what was found, what may be done. Asked again while it works. */
export function findImport(parts: ImportParts) {
  return query({
    act: 'kernel.view_imports',
    by: ['post'],
    input: Type.Object(importKey, { additionalProperties: false }),
    output: ImportView,
    cellOf: ({ cell }) => cell,
    async run({ tx, input, actor, allow, services }) {
      const record = await readImport(tx, input.cell, input.import)
      allow({ cell: record.cell, path: record.path })
      return importView(tx, services, parts, record, actor.language)
    },
  })
}
