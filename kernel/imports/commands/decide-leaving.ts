import { Type } from 'typebox'
import { command } from '../../command/command.ts'
import { Refusal } from '../../refusal.ts'
import { contextOf } from '../context.ts'
import { ImportView, importKey } from '../contract.ts'
import { countOutcomes, keepOutcomes } from '../outcomes.ts'
import { asPost, type ImportParts, kindNamed, mayImport, unitOf } from '../parts.ts'
import { lockImport, readImport } from '../record.ts'
import { importView, stepsOf } from '../view.ts'

/**
 * Decides that those who are no longer in the sheet have left. The import proposes; only this, row by row, does it.
 *
 * Refuses `matter.step_not_open`, and `imports.no_such_row` for a row that is not proposed or was decided before.
 */
export function decideLeaving(parts: ImportParts) {
  return command({
    act: 'kernel.decide_leaving',
    by: ['post'],
    input: Type.Object(
      { ...importKey, numbers: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 500 }) },
      { additionalProperties: false },
    ),
    output: ImportView,
    cellOf: ({ cell }) => cell,
    async run({ tx, input, actor, now, today, allow, within, services }) {
      const record = await lockImport(tx, input.cell, input.import)
      allow({ cell: record.cell, path: record.path })
      const post = asPost(actor)
      const kind = kindNamed(parts, record.kind)
      mayImport(kind, post)
      if (!kind.leaving || !stepsOf(record, kind).includes('leave')) throw new Refusal('matter.step_not_open')
      const unit = await unitOf(parts, tx, record.unit)
      await within(unit.range)

      const { cell, id } = record
      const numbers = [...new Set(input.numbers)]
      const rows = await tx.many<{ row: number; cell: number; id: string }>(
        `select number as row, subject_cell as cell, subject_id as id from kernel.import_row
         where cell_id = $1 and import_id = $2 and number = any($3::int[]) and verdict = 'gone' and outcome is null order by number`,
        [cell, id, numbers],
      )
      if (rows.length !== numbers.length) throw new Refusal('imports.no_such_row')
      const context = await contextOf({ tx, services, actor: post, now, today }, record, unit, kind.memory())
      const gone = rows.map(({ row, ...subject }) => ({ row, subject }))
      const done = await kind.leaving(context, gone)
      await keepOutcomes(tx, services, record, done.rows)
      const count = (outcome: string) => done.rows.filter((row) => row.outcome === outcome).length
      const counts = { applied: count('applied'), asked: count('asked'), stale: count('stale') }
      await countOutcomes(tx, record, counts)
      // What is decided before the run can be undone after it.
      return {
        cell,
        subject: id,
        after: counts,
        facts: done.facts,
        answer: await importView(tx, services, parts, await readImport(tx, cell, id), actor.language),
      }
    },
  })
}
