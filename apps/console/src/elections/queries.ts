import type {
  ElectionList,
  ElectionView,
  NewCandidate,
  NewDelegate,
  SmallMatter,
} from '@gongqiao/modules/elections/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../kit/api.ts'

/** Which election or removal. */
export type ElectionKey = { readonly cell: number | string; readonly matter: string }

/** Where an election stands on the server. */
export const pathOf = ({ cell, matter }: ElectionKey) => `/api/cells/${cell}/elections/${matter}`
export const removalPath = ({ cell, matter }: ElectionKey) => `/api/cells/${cell}/removals/${matter}`

/** The elections of a union and those below it. */
export const electionsQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'elections', unit],
    queryFn: ({ signal }) => api.get<ElectionList>(`/api/units/${unit}/elections`, signal),
  })

/** One election. */
export const electionQuery = (api: Api, key: ElectionKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'election', String(key.cell), key.matter],
    queryFn: ({ signal }) => api.get<ElectionView>(pathOf(key), signal),
  })

/** One removal. */
export const removalQuery = (api: Api, key: ElectionKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'removal', String(key.cell), key.matter],
    queryFn: ({ signal }) => api.get<SmallMatter>(removalPath(key), signal),
  })

/** Reads a sheet of people; nothing is kept until the list is saved. */
export const readSheet = (api: Api, key: ElectionKey, list: 'delegates' | 'candidates', file: Blob) =>
  api.upload<{ candidates: NewCandidate[]; delegates: NewDelegate[] }>(`${pathOf(key)}/sheets/${list}/reading`, file)
