import type { Tx } from '../database/tx.ts'
import { matterInvariants } from '../matter/invariants.ts'
import { cellsWithFacts, cellsWithMatters } from '../national-scans.ts'
import { type Finding, type Invariant, inEachCell, inEachRow } from './invariant.ts'

async function factsOf(tx: Tx, cell: number): Promise<Finding> {
  const facts = await tx.maybe<{ due: number; have: number; first: number; last: number; ahead: string | null }>(
    `select lease.next_number - 1 as due, count(f.number) as have, coalesce(min(f.number), 1) as first,
       coalesce(max(f.number), 0) as last,
       (select min(c.name) from kernel.consumer c where c.cell_id = $1 and c.number >= lease.next_number) as ahead
     from kernel.fact_lease lease left join kernel.fact f on f.cell_id = $1
     where lease.cell_id = $1 group by lease.next_number`,
    [cell],
  )
  if (!facts) return { checked: 0, breaches: [] }
  const { due, have, first, last, ahead } = facts
  const breaches = []
  if (have !== due || last !== due || first !== 1) {
    const words = `has ${have} facts, numbered ${first} to ${last}, where ${due} were given out`
    breaches.push({ row: `kernel.fact_lease (${cell})`, words })
  }
  if (ahead !== null) breaches.push({ row: `kernel.consumer (${cell}, ${ahead})`, words: 'is ahead of the facts' })
  return { checked: have, breaches }
}

type ToldMatter = {
  readonly id: string
  readonly state: string
  readonly last_event: number
  readonly events: number
  readonly told: string | null
}

const matters = `select m.id, m.state, m.last_event, history.events, e.to_state as told
  from (select id, state, last_event from kernel.matter where cell_id = $1 and id > $2 order by id limit $3) m
  cross join lateral (select count(*)::int as events from kernel.matter_event h where h.cell_id = $1 and h.matter_id = m.id) history
  left join kernel.matter_event e on e.cell_id = $1 and e.matter_id = m.id and e.number = m.last_event
  order by m.id`

/** What holds of the kernel's own tables. */
export const kernelInvariants: readonly Invariant[] = [
  {
    name: 'kernel.facts_are_dense',
    words: 'facts of a cell are numbered without a gap',
    check: inEachCell(cellsWithFacts, factsOf),
  },
  {
    name: 'kernel.matter_history',
    words: 'the history of a matter leads to its state',
    check: inEachRow<ToldMatter>(cellsWithMatters, matters, ({ id, state, last_event: last, events, told }, cell) =>
      events === last && told === state
        ? undefined
        : {
            row: `kernel.matter (${cell}, ${id})`,
            words: `is ${state} after step ${last}; its history has ${events} steps, and that one leads to ${told ?? 'nothing'}`,
          },
    ),
  },
  ...matterInvariants,
]
