import type { PostActor } from '../command/actor.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import type { ImportContext } from './kind.ts'
import type { ImportUnit } from './parts.ts'
import type { ImportRecord } from './record.ts'

const claimTurns = `insert into kernel.import_turn (cell_id) select * from unnest($1::int[]) on conflict (cell_id) do nothing`
// One cell after the other, in their order, so that two imports never wait for each other in a ring.
const takeTurn = 'select from kernel.import_turn where cell_id = $1 for update'

/** What a kind works with in one transaction of an import. */
export async function contextOf(
  parts: { tx: Tx; services: Services; actor: PostActor; now: Date; today: string },
  record: ImportRecord,
  unit: ImportUnit,
  memory: unknown,
): Promise<ImportContext> {
  const { tx } = parts
  return {
    ...parts,
    import: { cell: record.cell, id: record.id, unit: record.unit, range: unit.range },
    choices: await choicesOf(tx, record),
    memory,
    async turn(cells) {
      const sorted = [...new Set(cells)].sort((a, b) => a - b)
      if (sorted.length === 0) return
      await tx.run(claimTurns, [sorted])
      for (const cell of sorted) await tx.run(takeTurn, [cell])
    },
  }
}

/** What the clerk decided of this sheet, and what clerks of the unit decided before. */
async function choicesOf(tx: Tx, { cell, id, unit, kind }: ImportRecord): Promise<ReadonlyMap<string, string>> {
  const kept = await tx.many<{ key: string; choice: string }>(
    'select key, choice from kernel.import_choice where cell_id = $1 and unit_id = $2 and kind = $3',
    [cell, unit, kind],
  )
  const own = await tx.many<{ key: string; choice: string }>(
    'select key, choice from kernel.import_question where cell_id = $1 and import_id = $2 and choice is not null',
    [cell, id],
  )
  return new Map([...kept, ...own].map(({ key, choice }) => [key, choice]))
}
