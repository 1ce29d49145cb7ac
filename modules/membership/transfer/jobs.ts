import { civilDay } from '@gongqiao/calendar'
import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import type { Job } from '@gongqiao/kernel/jobs/job.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import { walkCells } from '@gongqiao/kernel/jobs/walk.ts'
import { lapseIncoming, lapseTransfer } from './commands/lapse-transfer.ts'
import { incoming, transfer } from './machine.ts'

/** How many are looked up at a time; each lapses in a transaction of its own. */
const atOnce = 200
const silent = `select m.id, m.kind from kernel.matter m
  where m.cell_id = $1 and m.kind = any($2::text[]) and m.state = 'asked' and m.ended_at is null and m.due_on < $3 and m.id > $4
  order by m.id limit $5`
const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * Takes silence as consent once its days are over: each transfer in a transaction of its own, so that a stop loses nothing
 * and the next round goes on.
 *
 * @see rulebook MEM-31; design section 2.2
 */
export const lapseTransfers: Job = {
  name: 'membership.lapse_transfers',
  schedule: '5 * * * *',
  retry: { times: 5, delaySeconds: 300 },
  longestSeconds: 3_600,
  async run(parts) {
    const { services, signal } = parts
    const system = systemActor('membership.lapse_transfers')
    const kinds = [transfer.name, incoming.name]
    let lapsed = 0
    const cells = await walkCells(parts, async (cell) => {
      const today = civilDay(services.now())
      for (let after: string | undefined = beforeAll; after !== undefined; ) {
        const values: readonly unknown[] = [cell, kinds, today, after, atOnce]
        const due: { id: string; kind: string }[] = await readCell(services.pool, cell, (tx) => tx.many(silent, values))
        for (const { id, kind } of due) {
          signal.throwIfAborted()
          const command = kind === transfer.name ? lapseTransfer : lapseIncoming
          await perform(services, system, command, { cell, matter: id })
          lapsed++
        }
        after = due.length === atOnce ? due.at(-1)?.id : undefined
      }
    })
    return { cells, lapsed }
  },
}
