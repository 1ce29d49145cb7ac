import type { Static } from 'typebox'
import type { Tx } from '../database/tx.ts'
import type { Deadlines } from '../matter/deadlines.ts'
import { clockPlace } from '../matter/matters.ts'
import type { ClockPreview } from './contract.ts'
import { touchedClocks } from './national-scans.ts'
import { cellsOfRegion, type TouchedClocks } from './touched.ts'

const lookedAtMost = 20_000
const shownGroups = 100

type Group = Static<typeof ClockPreview>['groups'][number]
type Counted = { readonly group: Omit<Group, 'matters' | 'cells'>; matters: number; readonly cells: Set<number> }

/** What a change would do to the due days of open matters in a place: counted and grouped, nothing is changed. */
export async function previewOf(
  tx: Tx,
  then: Deadlines,
  region: string,
  touched: TouchedClocks,
): Promise<ClockPreview> {
  const rows = await touchedClocks(tx, cellsOfRegion(region), touched, lookedAtMost)
  const groups = new Map<string, Counted>()
  const cells = new Set<number>()
  const sum = { looked: 0, earlier: 0, later: 0, final: 0 }
  for (const { cell, kind, rule, from, clockCell, due, provisional, pauses, extensions, matters } of rows) {
    const after = then.due(rule, from, { ...clockPlace({ cell, clockCell }), pauses, extensions })
    sum.looked += matters
    if (after.on === due) {
      if (after.provisional !== provisional) sum.final += matters
      continue
    }
    sum[after.on < due ? 'earlier' : 'later'] += matters
    cells.add(cell)
    const key = [kind, rule, from, due, after.on].join(' ')
    const known = groups.get(key)
    if (known) {
      known.matters += matters
      known.cells.add(cell)
    } else
      groups.set(key, {
        group: { kind, rule, began: from, before: due, after: after.on },
        matters,
        cells: new Set([cell]),
      })
  }
  return {
    ...sum,
    cells: cells.size,
    complete: rows.length < lookedAtMost,
    groups: [...groups.values()]
      .sort((a, b) => b.matters - a.matters || (a.group.before < b.group.before ? -1 : 1))
      .slice(0, shownGroups)
      .map(({ group, matters, cells: its }) => ({ ...group, matters, cells: its.size })),
  }
}
