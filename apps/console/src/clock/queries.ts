import type {
  CalendarSheet,
  CalendarYearInput,
  CalendarYearView,
  ClockChanges,
  ClockPreview,
  RuleChange,
  RuleList,
} from '@gongqiao/kernel/clock/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { mediaTypeOf } from '../imports/sheet-file.ts'
import type { Api } from '../kit/api.ts'

const place = (region: string) => (region === '000000' ? '' : `?region=${region}`)
const followMs = 2_000

export const rulesQuery = (api: Api) =>
  queryOptions({
    queryKey: [api.language, api.post, 'clock', 'rules'],
    queryFn: ({ signal }) => api.get<RuleList>('/api/clock/rules', signal),
  })

export const yearQuery = (api: Api, year: number, region: string) =>
  queryOptions({
    queryKey: [api.language, api.post, 'clock', 'year', year, region],
    queryFn: ({ signal }) => api.get<CalendarYearView>(`/api/clock/years/${year}${place(region)}`, signal),
  })

/** The changes; asked again while due days still follow one. */
export const changesQuery = (api: Api) =>
  queryOptions({
    queryKey: [api.language, api.post, 'clock', 'changes'],
    queryFn: ({ signal }) => api.get<ClockChanges>('/api/clock/changes', signal),
    refetchInterval: ({ state }) => (state.data?.items.some(({ followed }) => !followed) ? followMs : false),
  })

export const undoPreviewQuery = (api: Api, change: string) =>
  queryOptions({
    queryKey: [api.language, api.post, 'clock', 'undo', change],
    queryFn: () => api.send<ClockPreview>(`/api/clock/changes/${change}/preview`, {}),
  })

export const sheetPath = (year: number, region: string) => `/api/clock/years/${year}/sheet${place(region)}`
export const previewRule = (api: Api, change: RuleChange) => api.send<ClockPreview>('/api/clock/rules/preview', change)
export const changeRule = (api: Api, change: RuleChange, key: string) =>
  api.send<{ change: string }>('/api/clock/rules', change, key)
export const previewYear = (api: Api, year: CalendarYearInput) =>
  api.send<ClockPreview>('/api/clock/years/preview', year)
export const loadYear = (api: Api, year: CalendarYearInput, key: string) =>
  api.send<{ days: number; change: string }>('/api/clock/years', year, key)
export const undoChange = (api: Api, change: string, key: string) =>
  api.send<{ done: true }>(`/api/clock/changes/${change}/undo`, {}, key)
/** Reads the days of a sheet; nothing is kept. The type is told by the name, since browsers do not know it everywhere. */
export const readSheet = (api: Api, file: File) =>
  api.upload<CalendarSheet>('/api/clock/sheets', new Blob([file], { type: mediaTypeOf(file.name) }))
