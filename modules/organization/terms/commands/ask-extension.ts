import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Day, Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { termOf } from '../../officers/terms-of.ts'
import { findOpenUnit } from '../../open-unit.ts'
import { extensionFaults } from '../extension.ts'
import { termEnd } from '../term-end.ts'
import { beginTermEnd, deskAbove, openTermMatter } from '../term-matters.ts'

/**
 * Asks the union above for more time to re-elect 申请延期换届; a caretaker may ask too.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.no_term`, `matter.step_not_open` when it was asked or granted
 * already, and `kernel.invalid_input` with `organization.extension_too_long` beyond six months.
 *
 * @see ELE-03
 */
export const askExtension = command({
  act: 'organization.ask_extension',
  by: ['post'],
  input: Type.Object(
    { unit: Id, until: Day, wish: Type.String({ minLength: 5, maxLength: 500, description: '延期理由' }) },
    { additionalProperties: false },
  ),
  output: Done,
  async run({ tx, input, now, today, allow, matters, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const term = await termOf(tx, unit.id)
    if (!term) throw new Refusal('organization.no_term')
    const faults = extensionFaults(term.ends_on, input.until, today)
    if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
    const context = { tx, now, today, matters, services }
    await beginTermEnd(context, unit, term.ends_on)
    const before = await openTermMatter(context, unit)
    if (!before) throw new Refusal('matter.step_not_open')
    const owner = await deskAbove(tx, unit)
    const after = await matters.take(termEnd, before, 'ask', { reason: 'extension', note: input.wish, owner })
    await tx.run(
      `update organization.term_end set wish = $3, asked_until = $4, asked_on = $5, answer = null
       where cell_id = $1 and matter_id = $2`,
      [unit.cell_id, before.id, input.wish, input.until, today],
    )
    return {
      cell: unit.cell_id,
      subject: unit.id,
      before: { state: before.state },
      after: { state: after.state, until: input.until },
      answer: done,
    }
  },
})
