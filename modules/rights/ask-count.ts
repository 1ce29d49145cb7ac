import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { NumberedFact, Projection } from '@gongqiao/kernel/facts/consumer.ts'
import type { Pile } from './standing.ts'

/** The name of the fold. */
export const askCountName = 'rights.ask_count'

/** A change of one pile of one union. */
export type PileDelta = Pile & { readonly unit: string; readonly asks: number }

/** What facts change in the piles, each pile once. */
export function pileDeltas(facts: readonly Pick<NumberedFact, 'name' | 'body'>[]): PileDelta[] {
  const sums = new Map<string, PileDelta>()
  const add = (unit: string, pile: unknown, asks: number) => {
    if (pile === null || pile === undefined) return
    const { month, topic, standing, days } = asPile(pile)
    const key = [unit, month, topic, standing, days].join(' ')
    sums.set(key, { unit, month, topic, standing, days, asks: (sums.get(key)?.asks ?? 0) + asks })
  }
  for (const { name, body } of facts) {
    if (name !== 'rights.ask_counted') continue
    const { unit, from, to } = body
    if (typeof unit !== 'string') throw new Error('a counted ask has no unit')
    add(unit, from, -1)
    add(unit, to, 1)
  }
  return [...sums.values()].filter(({ asks }) => asks !== 0)
}

const addPiles = `insert into rights.ask_count (cell_id, unit_id, month, topic, standing, days, asks)
  select $1, * from unnest($2::uuid[], $3::date[], $4::text[], $5::text[], $6::int[], $7::int[])
  on conflict (cell_id, unit_id, month, topic, standing, days) do update set asks = ask_count.asks + excluded.asks`

/** Adds changes to the piles of one cell. */
export async function applyPiles(tx: Tx, cell: number, deltas: readonly PileDelta[]): Promise<void> {
  if (deltas.length === 0) return
  const sorted = [...deltas].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  await tx.run(addPiles, [
    cell,
    sorted.map(({ unit }) => unit),
    sorted.map(({ month }) => month),
    sorted.map(({ topic }) => topic),
    sorted.map(({ standing }) => standing),
    sorted.map(({ days }) => days),
    sorted.map(({ asks }) => asks),
  ])
}

const keyOf = ({ unit, month, topic, standing, days }: PileDelta) => `${unit} ${month} ${topic} ${standing} ${days}`

/** How many asks each union has had, by month, topic, outcome and days: a fold over facts, rebuildable from zero; gives the unions that changed. */
export function askCountProjection(): Projection<readonly string[]> {
  return {
    name: askCountName,
    async fold(tx, cell, facts) {
      const deltas = pileDeltas(facts)
      await applyPiles(tx, cell, deltas)
      return deltas.map(({ unit }) => unit)
    },
  }
}

/** Safe because only `counted` writes the fact. */
function asPile(value: unknown): Pile {
  return value as Pile
}
