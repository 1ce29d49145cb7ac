import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { AskFigures, FiguresWish } from '../contract.ts'
import { askFigures } from '../figures.ts'
import { placeOf } from '../routing.ts'

/**
 * Asks of a place in one quarter, counted where they were asked: topics, days until the first answer, outcomes, and the
 * places below in tree order, never by size. Small counts are hidden, with others that would give them away. Quarters do not
 * overlap, so that no two answers can be set against each other.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`.
 *
 * @see G-03, rulebook 8.3
 */
export const findFigures = query({
  act: 'rights.view_figures',
  by: ['post'],
  input: FiguresWish,
  output: AskFigures,
  async run({ tx, input, actor, now, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow(placeOf(unit))
    const ranges = actor.kind === 'post' ? actor.post.ranges : []
    return askFigures(tx, unit, input.quarter, ranges, now)
  },
})
