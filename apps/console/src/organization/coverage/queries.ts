import type { Coverage, EmployerPage } from '@gongqiao/modules/organization/contract.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../../kit/api.ts'
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

export const enterEmployers = (
  api: Api,
  unit: string,
  body: { readonly covered: boolean; readonly employers: readonly PastedEmployer[] },
  key: string,
) => api.send<{ entered: number; known: number }>(`/api/units/${unit}/employers`, body, key)

const firstPage: string | null = null
