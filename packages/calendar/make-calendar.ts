import { type CalendarYear, type DayRow, dayKinds } from './calendar-rows.ts'
import { toDayNumber, weekdayOf } from './civil-day.ts'
import { DayTable, firstYear, lastYear, type NamedKind } from './day-table.ts'
import { fixedDateHolidays, officialDays, officialYears } from './official-schedule.ts'

/** 工作日历: a legal calendar, national with local overlays; an immutable value to be handed to whoever computes. */
export type Calendar = {
  /** Says which rows the calendar was made of; two calendars of the same rows have the same version. */
  readonly version: string
  /** The last published year, or `undefined` when none is. */
  readonly publishedThrough: number | undefined
  /** Whether the schedule of a year is published; a year that is not has weekends and fixed-date holidays only. */
  readonly isPublished: (year: number) => boolean
  /** The days of a place, by a GB/T 2260 code of six digits or more; those of the nation when none is given. */
  readonly daysOf: (region?: string) => DayTable
}

/**
 * Makes a calendar from day rows and year rows, such as those of a database table.
 *
 * Years without a published row are provisional (T-CAL-06): weekends and fixed-date holidays, and any rows given for
 * them. A row with a region counts in that place and all below it, the smaller place winning (T-CAL-04).
 *
 * @throws RangeError naming every bad row at once: an unreal day, an unknown kind, a kind that cannot fall on that day
 *   of the week, a day given twice for one place, a published year without a single national row
 */
export function makeCalendar(rows: readonly DayRow[], years: readonly CalendarYear[]): Calendar {
  const published = new Set(years.filter((row) => row.status === 'published').map((row) => row.year))
  const faults = [...rowFaults(rows), ...yearFaults(rows, years)]
  if (faults.length > 0) throw new RangeError(`the calendar has bad rows: ${faults.join('; ')}`)

  const national = new Map<number, NamedKind>()
  for (let year = firstYear; year <= lastYear; year++) {
    if (!published.has(year)) for (const row of fixedDateHolidays(year)) national.set(toDayNumber(row.day), row)
  }
  const overlays = new Map<string, Map<number, NamedKind>>()
  for (const row of rows) {
    const layer = row.region === undefined ? national : layerOf(overlays, row.region)
    layer.set(toDayNumber(row.day), row)
  }

  const isPublished = (year: number): boolean => published.has(year)
  const nation = new DayTable(national, isPublished)
  return {
    version: versionOf(rows, published),
    publishedThrough: published.size === 0 ? undefined : Math.max(...published),
    isPublished,
    daysOf: withOverlays(
      nation,
      (layers) => new DayTable(new Map(layers.flatMap((layer) => [...layer])), isPublished),
      national,
      overlays,
    ),
  }
}

/** The calendar of the published national schedules 2024 to 2026; later years are provisional. */
export function officialCalendar(): Calendar {
  return makeCalendar(officialDays, officialYears)
}

type Layer = ReadonlyMap<number, NamedKind>

function withOverlays(
  nation: DayTable,
  tableOf: (layers: readonly Layer[]) => DayTable,
  national: Layer,
  overlays: ReadonlyMap<string, Layer>,
): Calendar['daysOf'] {
  if (overlays.size === 0) return () => nation
  const ofPlace = new Map<string, DayTable>()
  const ofLayers = new Map<string, DayTable>([['', nation]])
  return (region) => {
    if (region === undefined) return nation
    const known = ofPlace.get(region)
    if (known !== undefined) return known
    if (!/^\d{6,12}$/.test(region)) throw new RangeError(`not a division code: ${region}`)
    const prefixes = [...overlays.keys()].filter((prefix) => region.startsWith(prefix)).sort()
    const key = prefixes.join()
    const table =
      ofLayers.get(key) ?? tableOf([national, ...prefixes.map((prefix) => overlays.get(prefix) ?? new Map())])
    ofLayers.set(key, table)
    ofPlace.set(region, table)
    return table
  }
}

function layerOf(overlays: Map<string, Map<number, NamedKind>>, region: string): Map<number, NamedKind> {
  const prefix = region.replace(/^(\d\d)(?:(\d\d))??(?:00)+$/, '$1$2')
  const layer = overlays.get(prefix) ?? new Map<number, NamedKind>()
  overlays.set(prefix, layer)
  return layer
}

function rowFaults(rows: readonly DayRow[]): string[] {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const key = `${row.day} ${row.region ?? ''}`.trim()
    const twice = seen.has(key)
    seen.add(key)
    const fault = faultOf(row) ?? (twice ? 'is given twice' : undefined)
    return fault === undefined ? [] : [`${key} ${fault}`]
  })
}

function faultOf(row: DayRow): string | undefined {
  if (!dayKinds.includes(row.kind)) return `has an unknown kind ${row.kind}`
  if (row.region !== undefined && !/^[1-9]\d{5}$/.test(row.region)) return 'has a region that is no code of six digits'
  const number = dayNumberOrNothing(row.day)
  if (number === undefined) return 'is no day'
  const year = Number(row.day.slice(0, 4))
  if (year < firstYear || year > lastYear) return `lies outside ${firstYear} to ${lastYear}`
  const weekend = weekdayOf(number) % 6 === 0
  if (weekend && (row.kind === 'workday' || row.kind === 'adjusted_rest'))
    return `is a weekend day and cannot be ${row.kind}`
  if (!weekend && (row.kind === 'weekend' || row.kind === 'makeup_workday'))
    return `is no weekend day and cannot be ${row.kind}`
  return undefined
}

function dayNumberOrNothing(day: string): number | undefined {
  try {
    return toDayNumber(day)
  } catch {
    return undefined
  }
}

/** A year said to be published without a holiday would silently turn them all into working days. */
function yearFaults(rows: readonly DayRow[], years: readonly CalendarYear[]): string[] {
  const withRows = new Set(rows.filter((row) => row.region === undefined).map((row) => row.day.slice(0, 4)))
  return years.flatMap(({ year, status }, i) => {
    const faults =
      status === 'published' && !withRows.has(String(year)) ? [`${year} is published and has no day rows`] : []
    return years.findIndex((row) => row.year === year) < i ? [...faults, `${year} is given twice`] : faults
  })
}

function versionOf(rows: readonly DayRow[], published: ReadonlySet<number>): string {
  const lines = rows.map((row) => `${row.day} ${row.kind} ${row.region ?? ''}`).sort()
  const years = [...published].sort()
  let hash = 0x811c9dc5
  for (const character of [...years, ...lines].join('\n')) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0
  }
  return `${years[years.length - 1] ?? 'none'}-${hash.toString(16).padStart(8, '0')}`
}
