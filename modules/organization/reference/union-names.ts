import type { Division } from './division-text.ts'

/** A union's two names: `name` is the full one, `shortName` the one used where the place is known. */
export interface UnionNames {
  name: string
  shortName: string
}

/** What a division's own union and everything below it is called after: 广州市越秀区, 浙江省龙游县. */
export interface PlaceNames {
  /** Used as the first part of the names below. */
  full: string
  short: string
}

/** Counties whose government bears another name than their statistical row. */
const governmentNames: Record<string, string> = { '460321': '西沙区', '460322': '南沙区' }

/**
 * A county's place names: a district is named with its city, a county, banner or county-level city with its province
 * (广州市越秀区, 浙江省龙游县), as their seals have it.
 */
export function countyPlace(county: Division, prefecture: string | null, province: string): PlaceNames {
  const short = governmentNames[county.code] ?? county.name
  return { full: `${short.endsWith('区') && prefecture !== null ? prefecture : province}${short}`, short }
}

/** The place names of a statistical zone: with its city in front unless the zone's name says the city. */
export function zonePlace(zone: string, prefecture: string): PlaceNames {
  const city = prefecture.replace(/(市|地区|盟|自治州)$/, '')
  const short = zone.replace(/管委会$/, '')
  return { full: short.includes(city) ? short : prefecture + short, short }
}

/** The union of a nation, province, prefecture or county: a general union 总工会. @see ORG-01 */
export function generalUnionNames({ full, short }: PlaceNames): UnionNames {
  return { name: `${full}总工会`, shortName: `${short}总工会` }
}

/**
 * The union of a township-level division.
 *
 * Towns, townships and sub-districts have a general union. A zone, park or administration has a work committee
 * 工会工作委员会, which is an agency without electorate; a farm, mine, company or regiment a union committee.
 *
 * @see ORG-05; rulebook 1.1 level L4
 */
export function townshipUnionNames(township: string, within: PlaceNames): UnionNames {
  const place = township
    .replace(/街道(办事处|办|地区|片区)$/, '街道')
    .replace(/(开发区|园区|园|区|场|镇|农牧场)(管委会|管理委员会)$/, '$1')
  if (/直辖村级区划$/.test(place)) return placed('直属村社', '工会工作委员会', within)
  if (/直属乡镇$/.test(place)) return placed('直属乡镇', '工会工作委员会', within)
  if (/((镇|乡|街道)(）|（.*）)?|街|苏木|地区|办事处)$/.test(place)) return placed(place, '总工会', within)
  if (/办$/.test(place)) return placed(`${place}事处`, '总工会', within)
  return placed(place, isAdministration.test(place) ? '工会工作委员会' : '工会委员会', within)
}

const isAdministration =
  /[区园城港谷岛湾坝][）]?$|(片|基地|新村|管理处|管委会|委员会|办公室|市场|级）|组团|划|平川|指挥部|筹备处|中心)$/

/** The union of a village 村工会 or community 社区工会, from its committee's name. */
export function villageUnionNames(village: string, within: PlaceNames): UnionNames {
  return placed(villagePlace(village), '工会', within)
}

/** Strips the committee from a village's name: 多福巷社区居委会 → 多福巷社区, 虎龙村村民委员会 → 虎龙村. */
function villagePlace(village: string): string {
  const residents = /^(.+?)(?:社区)?(?:居民委员会|居民委员|居委会|居委)$/.exec(village)
  if (residents) return `${residents[1]}社区`
  const villagers = /^(.+?)(?:村?村民委员会|村民委员|村委会|村委)$/.exec(village)
  if (villagers?.[1] === undefined) return village.replace(/(社区|嘎查|村|街|队)委员?会$/, '$1')
  return /(村|嘎查|社区)$/.test(villagers[1]) ? villagers[1] : `${villagers[1]}村`
}

/** Puts a place before a kind of union, without saying the place above twice. */
function placed(place: string, kind: string, within: PlaceNames): UnionNames {
  const own = place.startsWith(within.full) ? place.slice(within.full.length) : place
  const rest = own.startsWith(within.short) ? own.slice(within.short.length) : own
  // 城关镇 of 城关县 stays whole: what is left must still name a place.
  const tail = rest.length >= 3 ? rest : own
  return { name: `${within.full}${tail}${kind}`, shortName: `${place}${kind}` }
}
