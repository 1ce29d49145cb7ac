import type { Fact } from '../command/command.ts'
import { hot, type Tx } from '../database/tx.ts'
import { newIds } from '../shared/ids.ts'

const insertFacts = hot(
  'kernel.insert_facts',
  `insert into kernel.outbox (cell_id, id, name, body, at)
   select cell_id, id, name, body, $5 from unnest($1::int[], $2::uuid[], $3::text[], $4::jsonb[]) as f (cell_id, id, name, body)`,
)

/** Tells facts in the transaction that made them true, for writers that are no command: seeds and imports. */
export async function tellFacts(tx: Tx, facts: readonly Fact[], now: Date): Promise<void> {
  if (facts.length === 0) return
  await tx.run(insertFacts, [
    facts.map((fact) => fact.cell),
    newIds(facts.length, now.getTime()),
    facts.map((fact) => fact.name),
    facts.map((fact) => JSON.stringify(fact.body)),
    now,
  ])
}
