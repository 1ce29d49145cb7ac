import { Type } from 'typebox'
import { command } from '../../command/command.ts'
import { Refusal } from '../../refusal.ts'
import { Id } from '../../shapes.ts'
import { ExportView } from '../contract.ts'
import { type ExportParts, kindNamed } from '../kind.ts'
import { ownRecord, viewOf } from '../record.ts'

/** After a running export was told to end, so long until what it wrote is let go of. */
const clearAfterMs = 5_000

/**
 * Ends an export of one's own: what runs stops, and a file that is ready is deleted before its time.
 *
 * Refuses `kernel.absent` for anybody else's and `kernel.export_gone` where it has ended already.
 */
export function cancelExportCommand(parts: ExportParts) {
  return command({
    act: 'kernel.cancel_export',
    by: ['post'],
    input: Type.Object({ export: Id }, { additionalProperties: false }),
    output: ExportView,
    async run({ tx, input, actor, now, allow, services }) {
      if (actor.kind !== 'post') throw new Error('an export is a post’s')
      allow.anywhere()
      const record = await ownRecord(tx, actor, input.export)
      const { cell, id } = record
      const changed = await tx.run(
        `update kernel.export set state = 'cancelled', ended_at = $3, expires_at = null
         where cell_id = $1 and id = $2 and state in ('waiting', 'running', 'ready')`,
        [cell, id, now],
      )
      if (changed === 0) throw new Refusal('kernel.export_gone')
      const clearAt = new Date(now.getTime() + clearAfterMs)
      await tx.run('update kernel.export_work set due_at = $3, tries = 0 where cell_id = $1 and export_id = $2', [
        cell,
        id,
        clearAt,
      ])
      const after = await ownRecord(tx, actor, id)
      return {
        cell,
        subject: id,
        before: { state: record.state },
        after: { state: after.state },
        answer: viewOf(services, actor.language, kindNamed(parts, record.kind).title, after),
      }
    },
  })
}
