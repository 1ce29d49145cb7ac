import type { Coverage, EmployerPage, PastCoverage, PastEmployerPage } from '@gongqiao/modules/organization/contract.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../../kit/api.ts'
import type { AsOf } from '../../kit/as-of.ts'
import type { PastedEmployer } from './read-lines.ts'

export const onlyChoices = ['', 'uncovered', 'covered', 'social'] as const
export type Only = (typeof onlyChoices)[number]

export const coverageQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'coverage', unit],
    queryFn: ({ signal }) => api.get<Coverage>(`/api/units/${unit}/coverage`, signal),
  })

export const employersQuery = (api: Api, unit: string, only: Only) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'employers', unit, only],
    queryFn: ({ pageParam, signal }) =>
      api.get<EmployerPage>(
        withQuery(`/api/units/${unit}/employers`, { after: pageParam, only: only === '' ? null : only }),
        signal,
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  })

/** The figures as of the end of a past day. */
export const pastCoverageQuery = (api: Api, unit: string, { on, known }: AsOf) =>
  queryOptions({
    queryKey: [api.post, api.language, 'coverage', unit, 'past', on ?? '', known ?? 'then'],
    queryFn: ({ signal }) =>
      api.get<PastCoverage>(withQuery(`/api/units/${unit}/coverage/past`, { on, known }), signal),
  })

/** The list as of the end of a past day. */
export const pastEmployersQuery = (api: Api, unit: string, { on, known }: AsOf, only: Only) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'employers', unit, only, 'past', on ?? '', known ?? 'then'],
    queryFn: ({ pageParam, signal }) =>
      api.get<PastEmployerPage>(
        withQuery(`/api/units/${unit}/employers/past`, {
          on,
          known,
          after: pageParam,
          only: only === '' ? null : only,
        }),
        signal,
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  })

export const enterEmployers = (
  api: Api,
  unit: string,
  body: { readonly covered: boolean; readonly employers: readonly PastedEmployer[] },
  key: string,
) => api.send<{ entered: number; known: number }>(`/api/units/${unit}/employers`, body, key)

const firstPage: string | null = null
