import { isCivilDay } from '@gongqiao/codes'
import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { findOpenUnit, openUnitsById } from '../../open-unit.ts'
import { beginUnitMatter, deskAbove } from '../../terms/term-matters.ts'
import { findChange } from '../content.ts'
import { type AskedChange, paperFaults, treeFaults } from '../rules.ts'
import { askedFields, UnitChange } from '../shapes.ts'
import { changeKinds, unitChange } from '../unit-change.ts'
import { asChanges } from '../view.ts'

const Asked = Type.Object({ unit: Id, ...askedFields }, { additionalProperties: false })

/** Which papers are missing, asked even where something else is wrong too. */
function missingPapers(given: Given, today: string): Fault[] {
  return changeKinds.some((kind) => kind === given['kind']) ? paperFaults(asFarAsGiven(given), today) : []
}

/** Safe because the rules look only at whether a field is there, and at days, which are checked to be days. */
function asFarAsGiven(given: Given): AskedChange {
  const day = (value: unknown) => (typeof value === 'string' && isCivilDay(value) ? value : '')
  const dated = (value: unknown) =>
    value !== null && typeof value === 'object' ? { on: 'on' in value ? day(value.on) : '', by: '' } : undefined
  return {
    ...(given as Static<typeof Asked>),
    resolution: dated(given['resolution']),
    audit: dated(given['audit']),
    intoResolution: given['intoResolution'] === undefined ? undefined : day(given['intoResolution']),
  }
}

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
    const intoId = input.into ?? (input.kind === 'dissolve' || input.kind === 'close' ? unit.parent_id : null)
    const into = intoId === null ? undefined : await findOpenUnit(tx, intoId)
    if (intoId !== null && !into) throw absent()
    const children = [...(await openUnitsById(tx, input.children ?? [])).values()]
    const faults = treeFaults(input, { unit, into, children })
    if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
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
    await tx.run(
      `insert into organization.unit_change (cell_id, matter_id, path, unit_id, kind, into_id, name, short_name, division_code,
         children, employers, people, members, reason, resolved_on, resolved_by, into_resolved_on, audited_on, audited_by,
         property, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
      [
        unit.cell_id,
        matter,
        unit.path,
        unit.id,
        input.kind,
        intoId,
        input.name ?? null,
        input.shortName ?? null,
        input.divisionCode ?? null,
        input.children ?? [],
        input.employers ?? [],
        input.people?.length ?? 0,
        input.members ?? 'keep',
        input.reason,
        input.resolution?.on ?? null,
        input.resolution?.by ?? null,
        input.intoResolution ?? null,
        input.audit?.on ?? null,
        input.audit?.by ?? null,
        input.property ?? null,
        matters.byWords ?? '',
        now,
      ],
    )
    if (input.people?.length)
      await tx.run(
        `insert into organization.unit_change_person (cell_id, matter_id, membership_id, path)
         select $1, $2, person, $3 from unnest($4::uuid[]) as p (person)`,
        [unit.cell_id, matter, unit.path, input.people],
      )
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
      after: { matter, kind: input.kind, into: intoId },
      facts: [
        { cell: unit.cell_id, name: 'organization.change_asked', body: { unit: unit.id, matter, kind: input.kind } },
      ],
      answer,
    }
  },
})
