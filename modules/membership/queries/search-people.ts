import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Day, Id } from '@gongqiao/kernel/shapes.ts'
import { coversRange } from '@gongqiao/kernel/shared/place.ts'
import { findOpenUnit, rangeOfUnit } from '@gongqiao/modules/organization/index.ts'
import { Sex } from '@gongqiao/modules/people/contract.ts'
import { type Static, Type } from 'typebox'
import { MembershipStatus, PeoplePage, peopleStands } from '../contract.ts'
import { findPeople, type PeopleFilter } from '../find-people.ts'
import { nameMatches, readSought } from '../name-search.ts'
import { readRollCursor, writeRollCursor } from '../roll-cursor.ts'
import { rollRowsOf } from '../roll-row.ts'
import { rollQuery } from './list-roll.ts'

const Age = Type.Integer({ minimum: 0, maximum: 150 })

/** What people are looked for by; what is left out narrows nothing. */
const PeopleWish = Type.Object(
  {
    unit: Id,
    after: Type.Optional(Cursor),
    order: Type.Optional(
      Type.Enum(['place', 'name', 'joined'], { description: 'only of a list that nothing but status narrows' }),
    ),
    text: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 60,
        description: 'a name or characters of one; with a digit in it a whole identity number or a whole phone',
      }),
    ),
    match: Type.Optional(Type.Enum([...nameMatches], { description: 'how the characters stand in the name' })),
    status: Type.Optional(MembershipStatus),
    stand: Type.Optional(Type.Enum([...peopleStands])),
    sex: Type.Optional(Sex),
    ageFrom: Type.Optional(Age),
    ageTo: Type.Optional(Age),
    holder: Type.Optional({ ...Id, description: 'only at this union and below it; it stands below the first one' }),
    sinceFrom: Type.Optional(Day),
    sinceTo: Type.Optional(Day),
  },
  { additionalProperties: false },
)
type PeopleWish = Static<typeof PeopleWish>

/**
 * People on the roll of a union and all below it, by name, number or phone and by what they have in common: masked, in
 * the order of their places, by key pages; who is shown sees it as of the roll.
 *
 * A number or phone is looked for by its digest and among these people only: of one that stands elsewhere the answer is
 * the same as of one that stands nowhere. One answer looks through 20,000 people or 200 cells at most, says so, and goes
 * on with its `next`.
 *
 * @see rulebook 8.1, 8.10; PI-07
 */
export const searchPeople = peopleQuery('membership.search_people', 50)

/** The search under the act it is asked for, in pages of as many rows. */
export function peopleQuery(act: string, pageSize: number) {
  const roll = rollQuery(act, pageSize)
  return query({
    act,
    by: ['post'],
    input: PeopleWish,
    output: PeoplePage,
    subjects: (page) => roll.subjects?.(page) ?? [],
    async run(context) {
      const { tx, input, today, allow, within, services } = context
      const { unit: id, after, order, status, text, match, ...narrower } = input
      const { holder, stand, ...others } = narrower
      const listed = stand === 'claimed' || stand === 'affirmed' ? undefined : { ...(stand && { stand }) }
      if (text === undefined && listed && [holder, ...Object.values(others)].every((value) => value === undefined)) {
        const wish = {
          unit: id,
          ...listed,
          ...(after && { after }),
          ...(order && { order }),
          ...(status && { status }),
        }
        return { ...(await roll.run({ ...context, input: wish })), unfinished: false }
      }
      const unit = await findOpenUnit(tx, id)
      if (!unit) throw absent()
      allow({ cell: unit.cell_id, path: unit.path })
      const below = holder === undefined ? unit : await findOpenUnit(tx, holder)
      const range = below && rangeOfUnit(below)
      if (!range || !coversRange(rangeOfUnit(unit), range)) throw absent()
      await within(range)

      const sought = text === undefined ? null : readSought(services, text, match ?? 'inside', today)
      const part = await findPeople(tx, range, sought, filterOf(input, today), readRollCursor(after), pageSize)
      return {
        items: await rollRowsOf(tx, part.found, range, today),
        next: part.next && writeRollCursor(part.next),
        order: 'place' as const,
        orderRefused: order !== undefined && order !== 'place',
        unfinished: part.unfinished,
      }
    },
  })
}

function filterOf(wish: PeopleWish, today: string): PeopleFilter {
  const { status, stand, sex, ageFrom, ageTo, sinceFrom, sinceTo } = wish
  return {
    status: status ?? null,
    stand: stand ?? 'any',
    sex: sex ?? null,
    bornBy: ageFrom === undefined ? null : yearsBefore(today, ageFrom),
    bornAfter: ageTo === undefined ? null : yearsBefore(today, ageTo + 1),
    sinceFrom: sinceFrom ?? null,
    sinceTo: sinceTo ?? null,
  }
}

/** The same day so many years earlier; of 29 February in a common year the day before. */
function yearsBefore(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, '0')
  const isLeap = new Date(`${year}-02-29T00:00:00Z`).getUTCMonth() === 1
  return `${year}${day.endsWith('-02-29') && !isLeap ? '-02-28' : day.slice(4)}`
}
