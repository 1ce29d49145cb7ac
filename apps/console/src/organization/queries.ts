import type {
  OfficerAccount,
  Post,
  PostPage,
  UnitHits,
  UnitPage,
  UnitWithChain,
} from '@gongqiao/modules/organization/contract.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../kit/api.ts'

/** One union with the chain above it. */
export const unitQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'unit', unit],
    queryFn: ({ signal }) => api.get<UnitWithChain>(`/api/units/${unit}`, signal),
    staleTime: 300_000,
  })

/** The unions directly below one, page by page. */
export const childrenQuery = (api: Api, unit: string) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'children', unit],
    queryFn: ({ pageParam, signal }) =>
      api.get<UnitPage>(withQuery(`/api/units/${unit}/children`, { after: pageParam }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    staleTime: 300_000,
  })

/** Unions that a text may mean, within what the post may see. */
export const searchQuery = (api: Api, text: string, under: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'unit-search', under, text],
    queryFn: ({ signal }) => api.get<UnitHits>(withQuery('/api/units', { text, under }), signal),
    staleTime: 60_000,
  })

export const postsQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'posts', unit],
    queryFn: ({ signal }) => api.get<PostPage>(`/api/units/${unit}/posts`, signal),
  })

/** Who could take over a post of this union. */
export const officersQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'officers', unit],
    queryFn: ({ signal }) => api.get<{ items: OfficerAccount[] }>(`/api/units/${unit}/officers`, signal),
  })

export const handOverPost = (api: Api, post: string, to: string, key: string) =>
  api.send<Post>(`/api/posts/${post}/hand-over`, { to }, key)

/** The cursor of a first page, typed as the later ones. */
const firstPage: string | null = null
