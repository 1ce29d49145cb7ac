import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { subtreeOf } from '@gongqiao/kernel/shared/place.ts'
import { Type } from 'typebox'
import { employersOf, foundingOfUnit, peopleOf } from '../../founding/record.ts'
import { findOpenUnit, unitNameOf, upperNameOf } from '../../open-unit.ts'
import { currentCertificate, renewalFrom } from '../certificate.ts'
import { Affiliation, RegistrationDraft, RegistrationWish } from '../contract.ts'
import { employerCovered, lastForm } from '../known.ts'
import { registrarOf } from '../registrar.ts'
import { wishObstacle } from '../rules.ts'
import { shownForm } from '../shown-form.ts'

/**
 * What the network knows already of an application form: from the last application, the founding, the term and the
 * employer. What is left out is asked of the union, and nothing else is.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.registration.by_law`.
 *
 * @see design section 2.4
 */
export const draftRegistration = query({
  act: 'organization.apply_registration',
  by: ['post'],
  input: Type.Object(
    { unit: Id, wish: RegistrationWish, affiliation: Type.Optional(Affiliation) },
    { additionalProperties: false },
  ),
  output: RegistrationDraft,
  async run({ tx, input, today, allow, within, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    const cell = unit.cell_id
    allow({ cell, path: unit.path })
    await within(subtreeOf({ cell, path: unit.path }))
    const before = await lastForm(tx, services, cell, unit.id)
    const registrar = await registrarOf(tx, unit, input.affiliation ?? 'local', before?.officeDivision ?? null)
    if (!registrar) throw new Refusal('organization.registration.by_law')
    const founded = await foundingOfUnit(tx, cell, unit.id)
    const employers = founded ? await employersOf(tx, cell, founded.matter) : []
    const covered = await employerCovered(tx, cell, unit.id)
    const chair = founded
      ? (await peopleOf(tx, cell, founded.matter)).committee.find(({ post }) => post === 'chair')
      : undefined
    const term = await tx.maybe<{ electedOn: string; termYears: number | null; extendedUntil: string | null }>(
      `select valid_from as "electedOn", years as "termYears", extended_until as "extendedUntil" from organization.term
       where unit_id = $1 and valid_to is null and superseded_at is null`,
      [unit.id],
    )
    const [first] = employers
    const employees = employers.reduce((sum, { employees: some = 0 }) => sum + some, 0)
    const held = await currentCertificate(tx, cell, unit.id)
    const window = held && { validTo: held.validTo, renewalFrom: renewalFrom(services, unit.cell_id, held.validTo) }
    const { founded_on: foundedOn } = await tx.one<{ founded_on: string | null }>(
      'select founded_on from organization.unit where id = $1',
      [unit.id],
    )
    return {
      unit: unitNameOf(unit),
      cell,
      wish: input.wish,
      registrar: unitNameOf(registrar),
      obstacle: wishObstacle(input.wish, window, today) ?? null,
      renewalFrom: window?.renewalFrom ?? null,
      known: {
        ...(before && shownForm(before)),
        ...(first?.address !== undefined &&
          before === undefined && { registeredAddress: first.address, officeAddress: first.address }),
        ...(first?.divisionCode !== undefined && before === undefined && { officeDivision: first.divisionCode }),
        ...(covered && { employerCode: covered.code ?? undefined, employerIndustry: covered.industry ?? undefined }),
        ...(covered?.code?.startsWith('9') && before === undefined && { employerNature: 'enterprise' }),
        ...(employees > 0 && before === undefined && { employees }),
        ...(foundedOn !== null && { firstFoundedOn: foundedOn }),
        ...(founded?.approvalNumber && { approvalNumber: founded.approvalNumber }),
        ...(founded?.electedOn && { electedOn: founded.electedOn }),
        ...(founded?.termYears && { termYears: founded.termYears }),
        ...(founded?.members && before === undefined && { members: founded.members }),
        ...(term && { electedOn: term.electedOn }),
        ...(term?.termYears && { termYears: term.termYears }),
        ...(term?.extendedUntil && { extendedUntil: term.extendedUntil }),
        name: unit.name,
        approvedBy: before?.approvedBy ?? upperNameOf(unit)?.name ?? '',
        ...(chair &&
          before === undefined && {
            representative: { name: chair.name, post: '主席', termFrom: founded?.electedOn ?? undefined },
          }),
        ...(held && { priorCertificate: held.number }),
      },
    }
  },
})
