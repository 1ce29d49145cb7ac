import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { giveUpDesk } from '../../desks.ts'
import { upperPlaceOf } from '../../officers/above.ts'
import { termOf } from '../../officers/terms-of.ts'
import { findOpenUnit } from '../../open-unit.ts'
import { isCaretaker, lastFullDay } from '../term.ts'
import { termEnd } from '../term-end.ts'
import { countFrom, deskAbove, openTermMatter } from '../term-matters.ts'

const wide: ReadonlySet<string> = new Set(['nation', 'industry', 'province', 'prefecture'])

/**
 * Ends the posts of a union's caretakers 终止看守, by the union above: from today its own desk answers for that union, its
 * members and its open matters, until a committee is recorded and officers are invited.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.not_a_caretaker` while the term runs or is extended, and
 * `organization.caretaker_too_high` above the county.
 *
 * @see ELE-03, ELE-04
 */
export const endCaretaker = command({
  act: 'organization.end_caretaker',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: Done,
  async run({ tx, input, now, today, allow, matters, services, within }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow(await upperPlaceOf(tx, unit))
    const term = await termOf(tx, unit.id)
    if (!term || !isCaretaker(lastFullDay({ endsOn: term.ends_on, extendedUntil: term.extended_until }), today))
      throw new Refusal('organization.not_a_caretaker')
    if (wide.has(unit.level)) throw new Refusal('organization.caretaker_too_high')
    await within({ cellLo: unit.cell_id, cellHi: unit.cell_id, pathLo: unit.path, pathHi: `${unit.path}~` })
    const desk = await deskAbove(tx, unit)
    await giveUpDesk(tx, unit, desk, { today })
    const context = { tx, now, today, matters, services }
    const before = await openTermMatter(context, unit)
    if (before?.state === 'overdue') {
      const after = await matters.take(termEnd, before, 'take_over', { owner: desk })
      await countFrom(context, after, term.ends_on)
    }
    return {
      cell: unit.cell_id,
      subject: unit.id,
      after: { desk },
      facts: [{ cell: unit.cell_id, name: 'organization.caretaker_ended', body: { unit: unit.id } }],
      answer: done,
    }
  },
})
