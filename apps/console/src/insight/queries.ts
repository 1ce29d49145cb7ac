import type { Figures, PastFigures } from '@gongqiao/modules/insight/contract.ts'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../kit/api.ts'
import type { AsOf } from '../kit/as-of.ts'

/** A union's figures with those of the unions directly below it, page by page, in tree order. */
export const figuresQuery = (api: Api, unit: string) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'figures', unit],
    queryFn: ({ pageParam, signal }) =>
      api.get<Figures>(withQuery(`/api/units/${unit}/figures`, { after: pageParam }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  })

/** The same as of the end of a past day. */
export const pastFiguresQuery = (api: Api, unit: string, { on, known }: AsOf) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'figures', unit, 'past', on ?? '', known ?? 'then'],
    queryFn: ({ pageParam, signal }) =>
      api.get<PastFigures>(withQuery(`/api/units/${unit}/figures/past`, { on, known, after: pageParam }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    staleTime: 300_000,
  })

/** Where the stream of a union's changes is. */
export const figuresStream = (api: Api, unit: string) => api.address(`/api/units/${unit}/figures/stream`)

const firstPage: string | null = null
