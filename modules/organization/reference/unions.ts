import type { UnitLevel } from '../contract.ts'
import type { Division } from './division-text.ts'
import { nationalUnions } from './national-unions.ts'
import {
  countyPlace,
  generalUnionNames,
  type PlaceNames,
  townshipUnionNames,
  type UnionNames,
  villageUnionNames,
  zonePlace,
} from './union-names.ts'

/** A union 工会组织 that follows from a division. */
export interface Union extends UnionNames {
  id: string
  level: UnitLevel
  divisionCode: string | null
  parentId: string | null
  cell: number
  /** The place inside the cell: three base-36 characters a level, empty for the cell's own union. */
  path: string
}

const nationCell = 100_000

/**
 * The tree of unions from the nation to the township: one for each division, and the national unions beside them.
 *
 * Parents come before their children. Nation, provinces, prefectures, counties and national unions have a cell each,
 * numbered after the division; townships stand in their county's cell, or in the city's where there is no county
 * (statistical zones and the four cities without counties).
 *
 * @param divisions province to township, parents before children, as `readDivisions` gives them
 * @throws Error when a division comes before its parent
 * @see ORG-01, ORG-04
 */
export function unions(divisions: Iterable<Division>): Union[] {
  const nation: Union = {
    ...{ name: '中华全国总工会', shortName: '全国总工会' },
    ...{
      id: unionId(String(nationCell)),
      level: 'nation',
      divisionCode: null,
      parentId: null,
      cell: nationCell,
      path: '',
    },
  }
  const tree: Union[] = [nation]
  for (const { cell, level, name, shortName } of nationalUnions)
    tree.push({
      id: unionId(String(cell)),
      name,
      shortName,
      level,
      divisionCode: null,
      parentId: nation.id,
      cell,
      path: '',
    })

  const places = new Map<string, Place>()
  for (const division of divisions) {
    const above = division.parent === null ? null : found(places, division.parent)
    const place = placeOf(division, above, above?.union ?? nation)
    if (division.level !== 'township') places.set(division.code, place)
    tree.push(place.union)
  }
  return tree
}

/**
 * The unions of the villages and communities of one township, below the township's union.
 *
 * @param township the union they hang under
 * @param villages its villages, as `readVillages` gives them
 * @param firstOrdinal the first free place below the township; 1 when nothing stands there
 * @throws RangeError when the township's places run out
 * @see ORG-03
 */
export function villageUnions(township: Union, villages: Iterable<Division>, firstOrdinal = 1): Union[] {
  const within: PlaceNames = {
    full: township.name.replace(unionKind, ''),
    short: township.shortName.replace(unionKind, ''),
  }
  const named = Array.from(villages, (village) => ({ village, names: villageUnionNames(village.name, within) }))
  const claims = Map.groupBy(named, ({ names }) => names.name)
  return named.map(({ village: { code, name }, names }, index) => {
    // Two committees of one place (X居委会 beside X社区): each keeps its own name whole.
    const alone = claims.get(names.name)?.length === 1
    const own = alone ? names : { name: `${within.full}${name}工会`, shortName: `${name}工会` }
    const path = township.path + pathLabel(firstOrdinal + index)
    return {
      id: unionId(code),
      ...own,
      level: 'village',
      divisionCode: code,
      parentId: township.id,
      cell: township.cell,
      path,
    }
  })
}

const unionKind = /(总工会|工会工作委员会|工会委员会)$/

/**
 * The id of the union of a code: the same in every installation.
 *
 * A UUID of version 8 whose first twelve digits are the code itself, with zeros behind it, followed by the code's length
 * (350527 and 350527000 are two places).
 *
 * @param code 6, 9 or 12 digits
 * @see RFC 9562 §5.8
 */
export function unionId(code: string): string {
  const digits = code.padEnd(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-80${String(code.length).padStart(2, '0')}-8000-756e696f6e00`
}

/**
 * One level of a path: an ordinal as three base-36 characters.
 *
 * @throws RangeError outside 1…46655
 */
export function pathLabel(ordinal: number): string {
  if (!(ordinal >= 1 && ordinal < 36 ** 3)) throw new RangeError(`no place ${ordinal} below one union`)
  return ordinal.toString(36).padStart(3, '0')
}

/** A union with what its children are named and numbered after. */
interface Place {
  union: Union
  names: PlaceNames
  province: string
  prefecture: string | null
  children: number
}

function placeOf(division: Division, above: Place | null, parent: Union): Place {
  const { code, name, level } = division
  const province = above?.province ?? name
  const prefecture = level === 'prefecture' ? name : (above?.prefecture ?? null)
  const base = { id: unionId(code), level, divisionCode: code, parentId: parent.id }
  if (level === 'township' && above !== null) {
    const within = division.zone === null ? above.names : zonePlace(division.zone, above.names.full)
    above.children += 1
    const path = parent.path + pathLabel(above.children)
    const union = { ...base, ...townshipUnionNames(name, within), cell: parent.cell, path }
    return { union, names: within, province, prefecture, children: 0 }
  }
  const names = level === 'county' ? countyPlace(division, prefecture, province) : { full: name, short: name }
  const union = { ...base, ...generalUnionNames(names), cell: Number(code), path: '' }
  return { union, names, province, prefecture, children: 0 }
}

function found(places: Map<string, Place>, code: string): Place {
  const place = places.get(code)
  if (place === undefined) throw new Error(`division ${code} is named as a parent before it is listed`)
  return place
}
