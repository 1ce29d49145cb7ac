import type { RollWish } from '@gongqiao/modules/membership/contract.ts'
import { oneOf } from '../kit/one-of.ts'
import { type RollOrder, type RollStand, type RollStatus, rollOrders, rollStands, rollStatuses } from './queries.ts'

export const rollMatches = ['inside', 'begins', 'whole'] as const
export type RollMatch = (typeof rollMatches)[number]
export const rollSexes = ['female', 'male', 'unknown'] as const
export type RollSex = (typeof rollSexes)[number]

/** What narrows the roll besides words. */
export type RollFilters = {
  readonly status?: RollStatus | undefined
  readonly stand?: RollStand | undefined
  readonly sex?: RollSex | undefined
  readonly ageFrom?: number | undefined
  readonly ageTo?: number | undefined
  readonly holder?: string | undefined
  readonly sinceFrom?: string | undefined
  readonly sinceTo?: string | undefined
}

/** What the address of the roll says. */
export type RollSearch = RollFilters & {
  readonly find?: string | undefined
  readonly match?: RollMatch | undefined
  readonly order?: RollOrder | undefined
  readonly member?: string | undefined
}

/** Tells whether a text asks for an identity number or a phone: no name has a digit. Such a text never goes into an address. */
export function isNumber(text: string): boolean {
  return /\p{Nd}/u.test(text)
}

const text = (asked: unknown) => (typeof asked === 'string' && asked !== '' ? asked : undefined)
const age = (asked: unknown) =>
  typeof asked === 'number' && Number.isInteger(asked) && asked >= 0 && asked <= 150 ? asked : undefined
const day = (asked: unknown) => {
  const found = text(asked)
  return found !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(found) ? found : undefined
}
const uuid = (asked: unknown) => {
  const found = text(asked)
  return found !== undefined && /^[0-9a-f-]{36}$/.test(found) ? found : undefined
}

/** Reads an address; what it says wrongly, and any number of a person, asks for nothing. */
export function readRollSearch(search: Record<string, unknown>): RollSearch {
  const find = text(search.find)?.slice(0, 60)
  return {
    find: find === undefined || isNumber(find) ? undefined : find,
    match: oneOf(rollMatches, search.match),
    order: oneOf(rollOrders, search.order),
    status: oneOf(rollStatuses, search.status),
    stand: oneOf(rollStands, search.stand),
    sex: oneOf(rollSexes, search.sex),
    ageFrom: age(search.ageFrom),
    ageTo: age(search.ageTo),
    holder: uuid(search.holder),
    sinceFrom: day(search.sinceFrom),
    sinceTo: day(search.sinceTo),
    member: text(search.member),
  }
}

/** The filters of an address alone; what does not narrow is left out. */
export function filtersOf({ status, stand, sex, ageFrom, ageTo, holder, sinceFrom, sinceTo }: RollSearch): RollFilters {
  return said({ status, stand, sex, ageFrom, ageTo, holder, sinceFrom, sinceTo })
}

/** What a view keeps of an address: all but the person who is open. */
export function wishOf(search: RollSearch): RollWish {
  const { find, match, order } = search
  return said({ ...filtersOf(search), find, match: find === undefined ? undefined : match, order })
}

/** The address of a view. */
export function searchOf(wish: RollWish): RollSearch {
  return readRollSearch(wish)
}

/** Tells whether nothing is sought and nothing narrows the roll but what the plain list knows. */
export function isPlain(search: RollSearch, number: string | null): boolean {
  const { status: _, stand, ...others } = filtersOf(search)
  const known = stand === undefined || stand === 'unclaimed' || stand === 'unaffirmed'
  return search.find === undefined && number === null && known && Object.keys(others).length === 0
}

type Said<T> = { [name in keyof T]?: Exclude<T[name], undefined> }

/** Safe because what is left out is what was undefined. */
function said<T extends object>(given: T): Said<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Said<T>
}
