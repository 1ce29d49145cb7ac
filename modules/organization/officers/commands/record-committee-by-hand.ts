import { checkName, isCivilDay } from '@gongqiao/codes'
import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Day, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { recordCommittee } from '../../terms/record-committee.ts'
import { placeAbove } from '../above.ts'
import { Term, TypedSeating } from '../shapes.ts'
import { asTerm, termOf } from '../terms-of.ts'

/** Names that are no names, and an election that has not been. */
function typedFaults({ officers, electedOn }: Given, today: string): Fault[] {
  const faults: Fault[] = []
  if (typeof electedOn === 'string' && isCivilDay(electedOn) && electedOn > today)
    faults.push({ field: '/electedOn', code: 'organization.committee.not_yet' })
  if (!Array.isArray(officers)) return faults
  for (const [index, officer] of officers.entries()) {
    const name = nameIn(officer)
    if (name === undefined || name === '') continue
    const checked = checkName(name)
    if (!checked.ok)
      for (const { code } of checked.faults)
        faults.push({ field: `/officers/${index}/name`, code: `people.name.${code}` })
  }
  return faults
}

/** Safe because the field is looked at before it is used. */
function nameIn(officer: unknown): string | undefined {
  const name = officer !== null && typeof officer === 'object' && 'name' in officer ? officer.name : undefined
  return typeof name === 'string' ? name : undefined
}

/**
 * Records 登记 the committee a union has, with its term, from papers: the first one by the union itself, any other by the
 * union above, which approved it.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.unit_not_active`, `organization.committee_by_above`,
 * `organization.committee_earlier`, `organization.committee_barred` with everything the rules say against it at once.
 *
 * @see ELE-01, ELE-22, ELE-24, ELE-31 to ELE-33, ELE-40, ORG-44
 */
export const recordCommitteeByHand = command({
  act: 'organization.record_committee',
  by: ['post'],
  input: Type.Object(
    {
      unit: Id,
      electedOn: Day,
      years: Type.Integer({ minimum: 3, maximum: 5, description: '任期（年）' }),
      document: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: '批复文号' })),
      officers: Type.Array(TypedSeating, { minItems: 1, maxItems: 60 }),
    },
    { additionalProperties: false },
  ),
  output: Term,
  check: typedFaults,
  async run({ tx, input, actor, now, today, allow, matters, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    if (unit.state !== 'active') throw new Refusal('organization.unit_not_active')
    const before = await termOf(tx, unit.id)
    if (before && actor.kind === 'post' && !(await placeAbove(tx, unit, actor.post)))
      throw new Refusal('organization.committee_by_above')
    if (before && before.from >= input.electedOn)
      throw new Refusal('organization.committee_earlier', { variables: { day: before.from } })
    const { electedOn, years, document, officers } = input
    const recorded = await recordCommittee(
      { tx, now, today, matters, services },
      { unit, electedOn, years, document, officers, origin: 'recorded' },
    )
    const after = await termOf(tx, unit.id)
    if (!after) throw new Error('the term has just been recorded')
    return {
      cell: unit.cell_id,
      subject: unit.id,
      before: { endsOn: before?.ends_on ?? null },
      after: { endsOn: recorded.endsOn, officers: recorded.officers },
      facts: [
        {
          cell: unit.cell_id,
          name: 'organization.committee_recorded',
          body: { unit: unit.id, endsOn: recorded.endsOn },
        },
      ],
      answer: asTerm(after, today),
    }
  },
})
