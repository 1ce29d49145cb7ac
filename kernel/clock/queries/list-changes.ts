import { query } from '../../command/query.ts'
import { Nothing } from '../../shapes.ts'
import { newestChanges } from '../changes.ts'
import { ClockChanges } from '../contract.ts'
import { keepsRegion } from '../region.ts'

const shown = 100

/** The newest changes of rules and years: who, on what ground, how many due days moved, and whether it can be undone. */
export const listClockChanges = query({
  act: 'kernel.view_clock',
  by: ['post'],
  input: Nothing,
  output: ClockChanges,
  async run({ tx, actor, allow }) {
    allow.anywhere()
    const may = actor.kind === 'post' && actor.post.acts.has('kernel.undo_clock_change')
    const rows = await newestChanges(tx, shown)
    return {
      items: rows.map((row) => ({
        id: row.id,
        at: row.at.toISOString(),
        by: row.by_words,
        kind: row.kind,
        region: row.region,
        rule: row.rule_id,
        from: row.from_day,
        year: row.year,
        source: row.source,
        undoneAt: row.undone_at?.toISOString() ?? null,
        undoneBy: row.undone_by,
        followed: row.followed_at !== null,
        moved: row.moved,
        mayUndo: may && row.undone_at === null && !row.followed_by_another && keepsRegion(actor, row.region),
      })),
    }
  },
})
