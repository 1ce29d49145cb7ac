import type { OwnAsk, OwnAsks, PlaceUnions } from '@gongqiao/modules/organization/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import { getKept } from '../api/queries.ts'

/** All unions I asked for. */
export const ownAsksQuery = queryOptions({
  queryKey: ['me', 'union-asks'],
  queryFn: () => getKept<OwnAsks>('/api/me/union-asks', ['me', 'union-asks']),
})

/** A request by the text that was shown once. */
export const followQuery = (follow: string) =>
  queryOptions({
    queryKey: ['union-ask', follow],
    queryFn: () => get<OwnAsk>(`/api/union-asks/${encodeURIComponent(follow)}`),
  })

/** General unions of places below one, or the provinces. */
export const placeUnionsQuery = (under: string | undefined) =>
  queryOptions({
    queryKey: ['place-unions', under ?? ''],
    queryFn: () => get<PlaceUnions>(`/api/place-unions${under === undefined ? '' : `?under=${under}`}`),
    staleTime: 3_600_000,
  })
