import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import { absent, Refusal } from '../../refusal.ts'
import { Cursor, Id } from '../../shapes.ts'
import { isId } from '../../shared/ids.ts'
import { ImportPage } from '../contract.ts'
import type { ImportParts } from '../parts.ts'
import { type ImportRecord, importColumns } from '../record.ts'

const pageSize = 30
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The imports that were started at a unit or below it in the same cell, newest first. */
export function listImports(parts: ImportParts) {
  return query({
    act: 'kernel.view_imports',
    by: ['post'],
    input: Type.Object({ unit: Id, after: Type.Optional(Cursor) }, { additionalProperties: false }),
    output: ImportPage,
    async run({ tx, input, actor, allow, within }) {
      const unit = await parts.findUnit(tx, input.unit)
      if (!unit) throw absent()
      allow(unit.place)
      await within(unit.range)
      const before = input.after ?? lastId
      if (!isId(before))
        throw new Refusal('kernel.invalid_input', { faults: [{ field: '/after', code: 'kernel.field_form' }] })
      const { cell, path } = unit.place
      const rows = await tx.many<ImportRecord>(
        `select ${importColumns} from kernel.import i
         where i.cell_id = $1 and i.path >= $2 and i.path < $3 and i.id < $4 order by i.id desc limit $5`,
        [cell, path, `${path}~`, before, pageSize + 1],
      )
      const shown = rows.slice(0, pageSize)
      return {
        items: shown.map((record) => ({
          cell: record.cell,
          import: record.id,
          kind: record.kind,
          title: parts.kinds.find(({ name }) => name === record.kind)?.title[actor.language] ?? record.kind,
          fileName: record.fileName,
          state: record.state,
          total: record.total,
          applied: record.outcomes.applied + record.outcomes.asked,
          invalid: record.counts.invalid,
          by: record.byWords,
          createdAt: record.createdAt.toISOString(),
          endedAt: record.endedAt?.toISOString() ?? null,
        })),
        next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
      }
    },
  })
}
