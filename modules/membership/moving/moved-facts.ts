import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { stoodFacts } from '../standing.ts'
import { type Mover, type Reason, standingAfter } from './road.ts'

/** Where some people move from and to. */
export type Course = { readonly cell: number; readonly into: OpenUnit; readonly reason: Reason }

/** The facts that figures are folded from, one for each union and standing however many moved. */
export function movedFacts({ cell, into, reason }: Course, movers: readonly Mover[]): Fact[] {
  const facts: Fact[] = []
  for (const [unit, left] of Map.groupBy(movers, (mover) => mover.unit)) {
    for (const [status, some] of Map.groupBy(left, (mover) => mover.status))
      facts.push(changed(cell, unit, status, null, some.length))
  }
  for (const [status, some] of Map.groupBy(movers, (mover) => standingAfter(mover, reason)))
    facts.push(changed(into.cell_id, into.id, null, status, some.length))
  const counted = movers.filter((mover) => mover.status !== 'provisional')
  const there = counted.map((mover) => ({ ...mover, unit: into.id }))
  return [...facts, ...stoodFacts(cell, counted, -1), ...stoodFacts(into.cell_id, there, 1)]
}

function changed(cell: number, unit: string, from: string | null, to: string | null, people: number): Fact {
  return { cell, name: 'membership.status_changed', body: { unit, from, to, people } }
}
