import type { Unit } from '@gongqiao/modules/organization/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../kit/api.ts'
import { shapesIn } from './map-shapes.ts'

/** What the folder of boundaries says of itself. */
export type BoundaryIndex = {
  readonly source: { readonly zh: string; readonly en: string }
  readonly sketch: boolean
  readonly approval: string | null
  readonly maps: readonly string[]
}

const folder = '/console/boundaries'
const nation = '100000'
const mapped: ReadonlySet<string> = new Set(['nation', 'province', 'prefecture'])

/** The map that shows what lies below a union, by name; null from the county down and for unions without a division. */
export function mapOf(unit: Pick<Unit, 'level' | 'divisionCode'>): string | null {
  if (unit.level === 'nation') return nation
  return mapped.has(unit.level) ? unit.divisionCode : null
}

/** Which maps there are; asked once while the page lives. */
export const boundaryIndexQuery = (api: Api) =>
  queryOptions({
    queryKey: ['boundaries'],
    queryFn: ({ signal }) => api.get<BoundaryIndex>(`${folder}/index.geo.json`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** One map. */
export const boundariesQuery = (api: Api, map: string) =>
  queryOptions({
    queryKey: ['boundaries', map],
    queryFn: async ({ signal }) => shapesIn(await api.get<unknown>(`${folder}/${map}.geo.json`, signal)),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What the chart calls a map; the inset of the South China Sea is drawn for one named `china`. */
export function chartName(map: string): string {
  return map === nation ? 'china' : `map-${map}`
}
