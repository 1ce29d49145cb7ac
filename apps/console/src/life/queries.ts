import type {
  CatchAll,
  DuplicateList,
  EmployerFigures,
  LifeMatter,
  LifeView,
  MergeList,
  MergePreview,
  MergeView,
} from '@gongqiao/modules/membership/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../kit/api.ts'

type MemberKey = { readonly cell: number; readonly membership: string }
type MatterKey = { readonly cell: number; readonly matter: string }
/** Every fetch is a recorded look at those shown. */
const keptCopy = { staleTime: 300_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

/** How a membership stands, and what may be begun now. */
export const lifeQuery = (api: Api, { cell, membership }: MemberKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'member', cell, membership, 'life'],
    queryFn: ({ signal }) => api.get<LifeView>(`/api/cells/${cell}/members/${membership}/life`, signal),
    ...keptCopy,
  })

/** One matter of a membership's life. */
export const lifeMatterQuery = (api: Api, { cell, matter }: MatterKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'life', cell, matter],
    queryFn: ({ signal }) => api.get<LifeMatter>(`/api/cells/${cell}/life/${matter}`, signal),
    ...keptCopy,
  })

/** Records of a union that may be one person's. */
export const duplicatesQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'duplicates', unit],
    queryFn: ({ signal }) => api.get<DuplicateList>(`/api/units/${unit}/duplicates`, signal),
    ...keptCopy,
  })

/** Records of a union that were made one. */
export const mergesQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'merges', unit],
    queryFn: ({ signal }) => api.get<MergeList>(`/api/units/${unit}/merges`, signal),
    ...keptCopy,
  })

type Pair = { readonly cell: number; readonly keep: string; readonly drop: string }

/** What making two records one would do. */
export const previewQuery = (api: Api, { cell, keep, drop }: Pair) =>
  queryOptions({
    queryKey: [api.post, api.language, 'merge-preview', cell, keep, drop],
    queryFn: () => api.send<MergePreview>(`/api/cells/${cell}/duplicates/preview`, { keep, drop }),
    ...keptCopy,
    retry: false,
  })

export const mergeRecords = (api: Api, { cell, ...pair }: Pair, earlierSince: boolean, key: string) =>
  api.send<MergeView>(`/api/cells/${cell}/duplicates/merging`, { ...pair, earlierSince }, key)

export const undoMerge = (api: Api, { cell, merge }: MergeView, key: string) =>
  api.send<MergeView>(`/api/cells/${cell}/merges/${merge}/undo`, {}, key)

/** How many people each employer's union of an area has. */
export const employersQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'employers', unit],
    queryFn: ({ signal }) => api.get<EmployerFigures>(`/api/units/${unit}/employer-figures`, signal),
    staleTime: 60_000,
    retry: false,
  })

/** Whether a union takes some occupations in at once. */
export const catchAllQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'catch-all', unit],
    queryFn: ({ signal }) => api.get<CatchAll>(`/api/units/${unit}/catch-all`, signal),
    staleTime: 60_000,
  })

export const openCatchAll = (
  api: Api,
  unit: string,
  wish: { readonly occupations: readonly string[]; readonly decidedOn: string; readonly document: string },
  key: string,
) => api.send<CatchAll>(`/api/units/${unit}/catch-all`, wish, key)

export const closeCatchAll = (api: Api, unit: string, key: string) =>
  api.send<CatchAll>(`/api/units/${unit}/catch-all/closing`, {}, key)
