import { checkName } from '@gongqiao/codes'
import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Day, Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { endVacancies } from '../../terms/term-matters.ts'
import { placeAbove } from '../above.ts'
import { barsOf } from '../bars.ts'
import { coversEnterprise } from '../enterprise.ts'
import { officersInOffice, seatOfficers } from '../rows.ts'
import { isCommitteeSeat, isFundReviewSeat } from '../seats.ts'
import { TypedSeating } from '../shapes.ts'

function nameFaults({ officer }: Given): Fault[] {
  const name = officer !== null && typeof officer === 'object' && 'name' in officer ? officer.name : undefined
  if (typeof name !== 'string' || name === '') return []
  const checked = checkName(name)
  return checked.ok ? [] : checked.faults.map(({ code }) => ({ field: '/officer/name', code: `people.name.${code}` }))
}

/**
 * Seats somebody beside those in office: staff and the finance head by the union itself; a seat of the committee or of fund
 * review by the union above, which approved the by-election 补选.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.unit_not_active`, `organization.committee_by_above`,
 * `organization.seat_taken`, `organization.committee_barred` with everything the rules say at once: of the seats they hold
 * already too.
 *
 * @see ELE-22, ELE-24, ELE-31 to ELE-33, ELE-42, ORG-43, ORG-44
 */
export const appointOfficer = command({
  act: 'organization.appoint_officer',
  by: ['post'],
  input: Type.Object({ unit: Id, from: Day, officer: TypedSeating }, { additionalProperties: false }),
  output: Done,
  check: nameFaults,
  async run({ tx, input, actor, now, today, allow, matters, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    if (unit.state !== 'active') throw new Refusal('organization.unit_not_active')
    const { officer } = input
    const elected = officer.seats.some((seat) => isCommitteeSeat(seat) || isFundReviewSeat(seat))
    if (elected && actor.kind === 'post' && !(await placeAbove(tx, unit, actor.post)))
      throw new Refusal('organization.committee_by_above')
    const sitting = await officersInOffice(tx, unit)
    if (officer.seats.includes('chair') && sitting.some(({ seat }) => seat === 'chair'))
      throw new Refusal('organization.seat_taken')
    const held = sitting.filter(({ who }) => who === officer.who)
    const seats = [...new Set([...held.map(({ seat }) => seat), ...officer.seats])]
    const bars = barsOf({ ...officer, seats }, { enterprise: await coversEnterprise(tx, unit) })
    if (bars.length > 0) {
      throw new Refusal('organization.committee_barred', {
        faults: bars.map(({ rule, seat, because }) => ({
          field: '/officer/seats',
          code: `organization.bar.${because}`,
          variables: { rule, name: officer.name, seat: `organization.seat.${seat}` },
        })),
      })
    }
    const [who] = await seatOfficers({ tx, now }, unit, [officer], input.from, 'beside')
    if (officer.seats.includes('chair')) await endVacancies({ tx, now, today, matters, services }, unit, 'chair')
    return {
      cell: unit.cell_id,
      subject: unit.id,
      after: { who, seats: officer.seats },
      facts: [
        { cell: unit.cell_id, name: 'organization.officer_seated', body: { unit: unit.id, seats: officer.seats } },
      ],
      answer: done,
    }
  },
})
