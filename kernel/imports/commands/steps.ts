import { Type } from 'typebox'
import { command } from '../../command/command.ts'
import { Refusal } from '../../refusal.ts'
import { type ImportStep, ImportView, importKey } from '../contract.ts'
import { asPost, type ImportParts, kindNamed, mayImport } from '../parts.ts'
import { endWork, type ImportRecord, lockImport, moveTo, queueWork, readImport, type Step } from '../record.ts'
import { importView, stepsOf } from '../view.ts'

/** A step that only moves an import on, for the background to work. */
function stepCommand(parts: ImportParts, act: string, step: ImportStep, to: (record: ImportRecord, now: Date) => Step) {
  return command({
    act,
    by: ['post'],
    input: Type.Object(importKey, { additionalProperties: false }),
    output: ImportView,
    cellOf: ({ cell }) => cell,
    async run({ tx, input, actor, now, allow, services }) {
      const record = await lockImport(tx, input.cell, input.import)
      allow({ cell: record.cell, path: record.path })
      const kind = kindNamed(parts, record.kind)
      mayImport(kind, asPost(actor))
      if (!stepsOf(record, kind).includes(step)) throw new Refusal('matter.step_not_open')
      const next = to(record, now)
      await moveTo(tx, record, next)
      if (next.state === 'running' || next.state === 'undoing') await queueWork(tx, record, now)
      else await endWork(tx, record)
      return {
        cell: record.cell,
        subject: record.id,
        before: { state: record.state },
        after: { state: next.state },
        answer: await importView(tx, services, parts, await readImport(tx, record.cell, record.id), actor.language),
      }
    },
  })
}

/** Begins the run 正式导入: what the dry run found is done, in the background. Refuses `matter.step_not_open`. */
export const runImport = (parts: ImportParts) =>
  stepCommand(parts, 'kernel.run_import', 'run', (_record, now) => ({ state: 'running', startedAt: now }))

/** Stops an import: what was done stays and may be undone. Refuses `matter.step_not_open`. */
export const cancelImport = (parts: ImportParts) =>
  stepCommand(parts, 'kernel.cancel_import', 'cancel', (_record, now) => ({ state: 'cancelled', endedAt: now }))

/** Takes an import back as far as nobody has touched what it did. Refuses `matter.step_not_open`. */
export const undoImport = (parts: ImportParts) =>
  stepCommand(parts, 'kernel.undo_import', 'undo', () => ({ state: 'undoing', at: lastPlace }))

/** Behind every row, for whoever goes backwards. */
const lastPlace = [32_767, 2_147_483_647] as const
