import { queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../kit/api.ts'

export const posterScopes = ['grassroots', 'all'] as const
export type PosterScope = (typeof posterScopes)[number]
export const posterLanguages = ['zh', 'en'] as const
export type PosterLanguage = (typeof posterLanguages)[number]

export type PosterCount = { readonly units: number; readonly withoutCode: number }

/** How many unions below would get a poster. */
export const posterCountQuery = (api: Api, unit: string, scope: PosterScope) =>
  queryOptions({
    queryKey: [api.post, api.language, 'joining-codes', unit, 'posters', scope],
    queryFn: ({ signal }) => api.get<PosterCount>(withQuery(`/api/units/${unit}/posters/count`, { scope }), signal),
  })

export const makeMissingCodes = (
  api: Api,
  unit: string,
  body: { scope: PosterScope; label: string; validDays: number },
  key: string,
) => api.send<{ made: number }>(`/api/units/${unit}/joining-codes/missing`, body, key)

/** Address of the posters of a union and all below it. */
export const postersPath = (unit: string, scope: PosterScope, language: PosterLanguage) =>
  withQuery(`/api/units/${unit}/posters`, { scope, language })

/** Address of one code's poster. */
export const posterPath = (cell: number, id: string, language: PosterLanguage) =>
  withQuery(`/api/cells/${cell}/joining-codes/${id}/poster`, { language })
