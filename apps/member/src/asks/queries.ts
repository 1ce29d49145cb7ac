import type { AskPlaces, MyAsk, MyAskList } from '@gongqiao/modules/rights/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import { getKept } from '../api/queries.ts'

/** All I asked. */
export const myAsksQuery = queryOptions({
  queryKey: ['me', 'asks'],
  queryFn: () => getKept<MyAskList>('/api/me/asks', ['me', 'asks']),
})

/** One ask of mine, with its conversation. */
export const myAskQuery = (cell: number, matter: string) =>
  queryOptions({
    queryKey: ['me', 'asks', cell, matter],
    queryFn: () => getKept<MyAsk>(`/api/me/asks/${cell}/${matter}`, ['me', 'asks', cell, matter]),
  })

/** The unions of places below one, or below the nation. */
export const placesQuery = (under: string | undefined) =>
  queryOptions({
    queryKey: ['ask-places', under ?? ''],
    queryFn: () => get<AskPlaces>(`/api/asks/places${under === undefined ? '' : `?under=${under}`}`),
    staleTime: 3_600_000,
  })
