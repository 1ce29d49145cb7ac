import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Day, Id } from '@gongqiao/kernel/shapes.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { Type } from 'typebox'
import { upperPlaceOf } from '../../officers/above.ts'
import { Term } from '../../officers/shapes.ts'
import { asTerm, termOf } from '../../officers/terms-of.ts'
import { findOpenUnit } from '../../open-unit.ts'
import { extensionFaults } from '../extension.ts'
import { termEnd } from '../term-end.ts'
import { beginTermEnd, countFrom, openTermMatter } from '../term-matters.ts'

/**
 * Extends a term 批准延期换届, by the union above, whether it was asked or not. From then on the union's officers act as in
 * office until that day.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.no_term`, `matter.step_not_open` when it is extended already,
 * and `kernel.invalid_input` with `organization.extension_too_long` beyond six months.
 *
 * @see ELE-03, ELE-04
 */
export const extendTerm = command({
  act: 'organization.extend_term',
  by: ['post'],
  input: Type.Object(
    { unit: Id, until: Day, document: Type.String({ minLength: 1, maxLength: 100, description: '批复文号' }) },
    { additionalProperties: false },
  ),
  output: Term,
  async run({ tx, input, now, today, allow, matters, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow(await upperPlaceOf(tx, unit))
    const term = await termOf(tx, unit.id)
    if (!term) throw new Refusal('organization.no_term')
    const faults = extensionFaults(term.ends_on, input.until, today)
    if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
    const context = { tx, now, today, matters, services }
    await beginTermEnd(context, unit, term.ends_on)
    const before = await openTermMatter(context, unit)
    if (!before) throw new Refusal('matter.step_not_open')
    const after = await matters.take(termEnd, before, 'extend', { owner: unit.desk_post_id })
    await countFrom(context, after, term.ends_on)
    await tx.run('update organization.term_end set answer = $3, document = $4 where cell_id = $1 and matter_id = $2', [
      unit.cell_id,
      before.id,
      'extended',
      input.document,
    ])
    await tx.run('update organization.term set superseded_at = $2 where id = $1', [term.id, now])
    const id = newId(now.getTime())
    await tx.run(
      `insert into organization.term (id, unit_id, valid_from, years, ends_on, extended_until, origin, basis, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, unit.id, term.from, term.years, term.ends_on, input.until, term.origin, term.document, now],
    )
    return {
      cell: unit.cell_id,
      subject: unit.id,
      before: { extendedUntil: term.extended_until },
      after: { extendedUntil: input.until },
      facts: [{ cell: unit.cell_id, name: 'organization.term_extended', body: { unit: unit.id, until: input.until } }],
      answer: asTerm({ ...term, extended_until: input.until }, today),
    }
  },
})
