import type { MessagePage } from '@gongqiao/modules/people/contract.ts'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../kit/api.ts'

/** The officer's own messages, newest first. */
export const messagesQuery = (api: Api) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'messages'],
    queryFn: ({ pageParam, signal }) =>
      api.get<MessagePage>(withQuery('/api/officer/messages', { after: pageParam }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  })

export const readMessage = (api: Api, id: string) => api.send<{ done: true }>(`/api/officer/messages/${id}/reading`, {})

const firstPage: string | null = null
