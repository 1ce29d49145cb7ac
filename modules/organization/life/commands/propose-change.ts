import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { beginUnitMatter, deskAbove } from '../../terms/term-matters.ts'
import { findChange } from '../content.ts'
import { missingPapers } from '../given-change.ts'
import { askedFields, UnitChange } from '../shapes.ts'
import { unitChange } from '../unit-change.ts'
import { asChanges } from '../view.ts'
import { intoOf, writeChange } from '../write-change.ts'

const Asked = Type.Object({ unit: Id, ...askedFields }, { additionalProperties: false })

/**
 * Asks for a change of a union 报请组织变动: merge, split, dissolve, close with its employer, move under another union,
 * rename. The desk of the union above has it from then on; until it decides it can be taken back.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.unit_not_active`, `organization.change_open` while another one
 * is open, and `kernel.invalid_input` with every missing paper and everything in the tree that stands in its way, at once.
 *
 * @see ORG-01, ORG-25, ORG-26, ORG-28, ORG-29; T-ORG-3
 */
export const proposeChange = command({
  act: 'organization.propose_change',
  by: ['post'],
  input: Asked,
  output: UnitChange,
  check: missingPapers,
  async run({ tx, input, actor, now, today, allow, matters, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    if (unit.state !== 'active') throw new Refusal('organization.unit_not_active')
    // Two that ask at once for the same union meet here.
    await tx.run('select from organization.unit where id = $1 for update', [unit.id])
    const open = await tx.maybe(
      `select from organization.unit_change c join kernel.matter m on m.cell_id = c.cell_id and m.id = c.matter_id
       where c.cell_id = $1 and c.unit_id = $2 and m.ended_at is null limit 1`,
      [unit.cell_id, unit.id],
    )
    if (open !== undefined) throw new Refusal('organization.change_open')
    const into = await intoOf(tx, unit, input, today)
    const context = { tx, now, today, matters, services }
    const matter = await beginUnitMatter(context, unitChange, unit, {
      from: today,
      owner: await deskAbove(tx, unit),
      step: 'submit',
      by: {
        kind: actor.kind,
        account: 'account' in actor ? actor.account : null,
        post: actor.kind === 'post' ? actor.post.id : null,
      },
    })
    await writeChange(tx, { matter, unit, into, by: matters.byWords ?? '', now }, input)
    const row = await findChange(tx, unit.cell_id, matter)
    if (!row) throw new Error('the change has just been written')
    const spine = {
      cell: unit.cell_id,
      state: unitChange.initial,
      dueOn: null,
      rule: unitChange.states.submitted.clock,
      from: today,
    }
    const [answer] = await asChanges({ tx, actor, services }, [{ ...row, ...spine }])
    if (!answer) throw new Error('a change of a union that is there has an answer')
    return {
      cell: unit.cell_id,
      subject: unit.id,
      after: { matter, kind: input.kind, into: into?.id ?? null },
      facts: [
        { cell: unit.cell_id, name: 'organization.change_asked', body: { unit: unit.id, matter, kind: input.kind } },
      ],
      answer,
    }
  },
})
