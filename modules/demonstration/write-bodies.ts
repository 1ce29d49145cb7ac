import { civilDay } from '@gongqiao/calendar'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { cellsBetween } from '@gongqiao/kernel/shared/place.ts'
import {
  type SeedCommittee,
  type SeedEmployer,
  seedCommittees,
  seedEmployers,
} from '@gongqiao/modules/organization/index.ts'
import { demonstrationCommittees, type Electable, sexWord } from './committees.ts'
import type { DemonstrationCounty } from './county.ts'
import { uncoveredEmployers } from './employers.ts'
import { personName } from './names/person-name.ts'
import { longyou } from './place.ts'
import { randomOf } from './random.ts'

/** Employers without a union, for each that has one. */
const uncoveredShare = 0.4

type Placed = { readonly id: string; readonly path: string }

/**
 * Writes who employs and who was elected: each union covers its enterprise, others have no union; committees whose terms run,
 * end soon or are over. In the township of whoever looks around all terms have long to run.
 */
export async function writeBodies(
  services: Services,
  county: DemonstrationCounty,
  places: ReadonlyMap<number, Placed>,
  electable: ReadonlyMap<number, readonly Electable[]>,
  now: Date,
): Promise<void> {
  const cell = Number(longyou.countyCode)
  const home = county.units.find(({ ordinal }) => ordinal === county.worker.unit)?.townshipCode
  const committeeOf = demonstrationCommittees(20, civilDay(now), ({ townshipCode }) => townshipCode === home)
  const committees: SeedCommittee[] = []
  const covered: SeedEmployer[] = []
  for (const unit of county.units) {
    const place = places.get(unit.ordinal)
    if (!place) throw new Error(`no place for unit ${unit.ordinal}`)
    committees.push({ unit: place.id, path: place.path, ...committeeOf(unit, electable.get(unit.ordinal) ?? []) })
    covered.push({
      ...{ path: place.path, name: unit.employerName, creditCode: unit.employerCreditCode, industry: unit.industry },
      ...{ divisionCode: unit.townshipCode, employees: unit.employees },
      covered: { unit: place.id, from: unit.foundedOn },
    })
  }
  await inTransaction(services.pool, cellsBetween(cell, cell), async (tx) => {
    const above = await tx.many<Placed & { code: string; level: string }>(
      `select id, path, division_code as code, level from organization.unit
       where cell_id = $1 and division_code is not null and level in ('county', 'township') order by path`,
      [cell],
    )
    const townships = above.filter(({ level }) => level === 'township')
    const uncovered = uncoveredEmployers(20, longyou, townships, Math.round(county.units.length * uncoveredShare))
    const random = randomOf(20, 'officers above')
    for (const { id, path } of above) committees.push({ unit: id, path, ...upperCommittee(random, civilDay(now)) })
    await seedEmployers(
      tx,
      cell,
      [
        ...covered,
        ...uncovered.map(({ townshipCode, ...employer }) => ({
          ...{ ...employer, divisionCode: townshipCode, covered: null },
          path: townships.find(({ code }) => code === townshipCode)?.path ?? '',
        })),
      ],
      now,
    )
    await seedCommittees(tx, cell, committees, now)
  })
}

/** The committee of a county's or township's union: five years, elected one to four years ago. */
function upperCommittee(
  random: ReturnType<typeof randomOf>,
  today: string,
): Pick<SeedCommittee, 'electedOn' | 'years' | 'officers'> {
  const year = Number(today.slice(0, 4)) - random.between(1, 4)
  const officers = (['chair', 'vice_chair', 'committee_member', 'fund_review_chair', 'women_chair'] as const).map(
    (seat, index) => {
      const sex = seat === 'women_chair' ? 2 : random.chance(0.6) ? 1 : 2
      return {
        ...{ person: null, name: personName(random, sex, random.between(1968, 1990)).name, sex: sexWord(sex) },
        engagement: index < 2 ? ('full_time' as const) : ('part_time' as const),
        seats: seat === 'women_chair' ? (['committee_member', seat] as const) : [seat],
      }
    },
  )
  return { electedOn: `${year}-05-18`, years: 5, officers }
}
