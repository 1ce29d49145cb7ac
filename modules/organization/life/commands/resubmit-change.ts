import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { deskAbove } from '../../terms/term-matters.ts'
import { findChange } from '../content.ts'
import { missingPapers } from '../given-change.ts'
import { askedFields } from '../shapes.ts'
import { unitChange } from '../unit-change.ts'
import { intoOf, writeChange } from '../write-change.ts'

/**
 * Mends and sends again 补充后重新报送 what was returned: what is given stands in place of everything that was asked before.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, and `kernel.invalid_input` with every missing paper and
 * everything in the tree that stands in its way, at once.
 *
 * @see ORG-01, ORG-25, ORG-26, ORG-28, ORG-29
 */
export const resubmitChange = command({
  act: 'organization.resubmit_change',
  by: ['post'],
  input: Type.Object({ cell: Cell, matter: Id, ...askedFields }, { additionalProperties: false }),
  output: Done,
  cellOf: (input) => input.cell,
  check: missingPapers,
  async run({ tx, input, now, today, allow, matters }) {
    const { cell, matter, ...asked } = input
    const change = await findChange(tx, cell, matter)
    const unit = change && (await findOpenUnit(tx, change.unit))
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const before = await matters.open(unitChange, cell, matter)
    const after = await matters.take(unitChange, before, 'resubmit', { owner: await deskAbove(tx, unit) })
    const into = await intoOf(tx, unit, asked, today)
    await writeChange(tx, { matter, unit, into, by: change.askedBy, now }, asked)
    return {
      cell,
      subject: unit.id,
      before: { state: before.state, kind: change.kind, into: change.into },
      after: { state: after.state, kind: asked.kind, into: into?.id ?? null },
      answer: done,
    }
  },
})
