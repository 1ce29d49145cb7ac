import type { QueueCounts, QueuePage } from '@gongqiao/modules/membership/contract.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../kit/api.ts'

export const queueViews = ['mine', 'waiting', 'unit', 'overdue'] as const
export type QueueView = (typeof queueViews)[number]

/** The work queue, page by page. Every fetch is a recorded look at those listed, so it is asked when something changed. */
export const queueQuery = (api: Api, view: QueueView) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'queue', view],
    queryFn: ({ pageParam, signal }) => api.get<QueuePage>(withQuery('/api/queue', { view, after: pageParam }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    staleTime: 30_000,
    refetchInterval: 300_000,
  })

/** The queue in numbers: nobody is looked at, so that it may be asked often and shown anywhere. */
export const queueCountsQuery = (api: Api) =>
  queryOptions({
    queryKey: [api.post, api.language, 'queue', 'counts'],
    queryFn: ({ signal }) => api.get<QueueCounts>('/api/queue/counts', signal),
    staleTime: 30_000,
    refetchInterval: 60_000,
  })

const firstPage: string | null = null
