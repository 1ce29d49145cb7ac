import type { Pool } from '../database/connect.ts'
import { serverIsAway } from '../database/failures.ts'
import { inTransaction } from '../database/tx.ts'
import { cellsBehind } from '../national-scans.ts'
import type { NumberedFact } from './consumer.ts'

/**
 * A reaction 联动: what follows from facts elsewhere in the network. Facts come at least once and in order within a cell;
 * doing the same again does no harm.
 */
export type Reaction = {
  readonly name: string
  /** Names of the facts it hears of. */
  readonly facts: readonly string[]
  readonly react: (cell: number, facts: readonly NumberedFact[]) => Promise<void>
}

const batch = 500

const lookAhead = `select lease.next_number - 1 as last, coalesce(consumer.number, 0) as number from kernel.fact_lease lease
  left join kernel.consumer on consumer.cell_id = $1 and consumer.name = $2 where lease.cell_id = $1`
const nextFacts = `select number, name, body, at from kernel.fact
  where cell_id = $1 and number > $2 and number <= $3 and name = any($4::text[]) order by number limit $5`
// Two processes may have come to different numbers: the mark never goes back.
const advance = `insert into kernel.consumer (cell_id, name, number) values ($1, $2, $3)
  on conflict (cell_id, name) do update set number = greatest(consumer.number, excluded.number)`

/** Reacts to what is new in one cell. The mark moves after the work, so that nothing is passed over by a crash. */
export async function reactInCell(pool: Pool, reaction: Reaction, cell: number): Promise<void> {
  for (;;) {
    const { last, number, facts } = await inTransaction(
      pool,
      undefined,
      async (tx) => {
        const mark = await tx.one<{ last: number; number: number }>(lookAhead, [cell, reaction.name])
        const values = [cell, mark.number, mark.last, reaction.facts, batch]
        return { ...mark, facts: await tx.many<NumberedFact>(nextFacts, values) }
      },
      'read only',
    )
    if (number >= last) return
    if (facts.length > 0) await reaction.react(cell, facts)
    const reached = facts.length < batch ? last : (facts.at(-1)?.number ?? last)
    await inTransaction(pool, undefined, (tx) => tx.run(advance, [cell, reaction.name, reached]))
  }
}

/**
 * Reacts to what is new in every cell. A cell that fails is told and left for the next round, the others go on.
 *
 * @throws Error at the end when a cell failed, so that the next round comes later
 */
export async function reactAll(
  pool: Pool,
  reactions: readonly Reaction[],
  onMistake: (error: unknown, about: { readonly [name: string]: unknown }) => void,
  signal?: AbortSignal,
): Promise<void> {
  let failed = 0
  for (const reaction of reactions) {
    for (const cell of await inTransaction(pool, undefined, (tx) => cellsBehind(tx, reaction.name), 'read only')) {
      if (signal?.aborted) return
      try {
        await reactInCell(pool, reaction, cell)
      } catch (error) {
        if (serverIsAway(error)) throw error
        onMistake(error, { reaction: reaction.name, cell })
        failed++
      }
    }
  }
  if (failed > 0) throw new Error(`${failed} cells were not reacted to`)
}
