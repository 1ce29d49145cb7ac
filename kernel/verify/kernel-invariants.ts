import type { Tx } from '../database/tx.ts'
import { cellsWithFacts, cellsWithMatters } from '../national-scans.ts'
import { breachesListed, type Finding, type Invariant, inEachCell } from './invariant.ts'

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

async function mattersOf(tx: Tx, cell: number): Promise<Finding> {
  const { checked } = await tx.one<{ checked: number }>(
    'select count(*) as checked from kernel.matter where cell_id = $1',
    [cell],
  )
  const rows = await tx.many<{ id: string; state: string; told: string | null; last_event: number; events: number }>(
    `with told as (
       select matter_id, count(*) as events, max(number) as last from kernel.matter_event where cell_id = $1 group by matter_id
     )
     select m.id, m.state, e.to_state as told, m.last_event, coalesce(told.events, 0) as events from kernel.matter m
     left join told on told.matter_id = m.id
     left join kernel.matter_event e on e.cell_id = $1 and e.matter_id = m.id and e.number = m.last_event
     where m.cell_id = $1 and (told.events is distinct from m.last_event or told.last is distinct from m.last_event
       or e.to_state is distinct from m.state)
     order by m.id limit $2`,
    [cell, breachesListed],
  )
  const breaches = rows.map(({ id, state, told, last_event: last, events }) => ({
    row: `kernel.matter (${cell}, ${id})`,
    words: `is ${state} after step ${last}; its history has ${events} steps and ends with ${told ?? 'nothing'}`,
  }))
  return { checked, breaches }
}

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
    check: inEachCell(cellsWithMatters, mattersOf),
  },
]
