import type { DivisionLine } from '../../modules/organization/reference/division-text.ts'

/** A row of the source: its code and name. */
export interface SourceRow {
  code: string
  name: string
}

export interface Source {
  provinces: SourceRow[]
  cities: SourceRow[]
  areas: SourceRow[]
  streets: SourceRow[]
}

/** A statistical zone 统计用虚拟区划: an area of the source that is no county. */
export interface StatisticalZone extends SourceRow {
  reason: string
  townships: number
}

/** Rows of the second level that only group counties which belong to the province itself. */
const placeholders = ['1101', '1201', '3101', '5001', '5002', '4190', '4290', '4690', '6590']

/** Cities that are their own only county: no county row, the townships hang under the city. */
const citiesWithoutCounties = ['4419', '4420', '4604', '6202']

/** Zones that the numbering does not give away. */
const otherZones: Record<string, string> = {
  '460323': 'islands and waters looked after by 西沙区, no county government',
  '632857': 'administrative committee of the prefecture, no county government',
}

/** Lines of the compact table, and what was left out of it. */
export function divisionsOfSource(source: Source): { lines: DivisionLine[]; zones: StatisticalZone[] } {
  const lines: DivisionLine[] = []
  const zones: StatisticalZone[] = []
  const citiesOf = groupBy(source.cities, 2)
  const areasOf = groupBy(source.areas, 4)
  const townshipsOf = groupBy(source.streets, 6)

  function addTownships(area: SourceRow, container: string) {
    const townships = townshipsOf.get(area.code) ?? []
    for (const { code, name } of townships)
      lines.push({ kind: 'T', container, digits: code.slice(container.length), name })
    return townships.length
  }

  for (const province of source.provinces) {
    lines.push({ kind: 'P', container: '', digits: province.code, name: province.name })
    for (const city of citiesOf.get(province.code) ?? []) {
      const placeholder = placeholders.includes(city.code)
      const container = placeholder ? province.code : city.code
      if (!placeholder) lines.push({ kind: 'C', container: province.code, digits: city.code.slice(2), name: city.name })
      for (const area of areasOf.get(city.code) ?? []) {
        if (citiesWithoutCounties.includes(city.code)) {
          addTownships(area, container)
          continue
        }
        const reason = zoneReason(area)
        const digits = area.code.slice(container.length)
        lines.push({ kind: reason ? 'Z' : placeholder ? 'D' : 'A', container, digits, name: area.name })
        const townships = addTownships(area, area.code)
        if (reason) zones.push({ ...area, reason, townships })
      }
    }
  }
  return { lines, zones }
}

/** Why an area is a statistical zone, or nothing when it is a county; real counties end in 01–69 and 80–99. */
function zoneReason({ code }: SourceRow): string | undefined {
  return code[4] === '7' ? 'numbered 71–79, which GB/T 2260 gives to no county here' : otherZones[code]
}

function groupBy(rows: SourceRow[], prefix: number): Map<string, SourceRow[]> {
  return Map.groupBy(rows.toSorted(byCode), (row) => row.code.slice(0, prefix))
}

function byCode(a: SourceRow, b: SourceRow): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0
}
