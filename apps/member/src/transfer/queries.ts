import type { TransferCallList, TransferTerms, TransferView, UnionHits } from '@gongqiao/modules/membership/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { get, post } from '../api/client.ts'
import { getKept } from '../api/queries.ts'

/** The union to move to, by its id or by the code that was scanned. */
export type Target = ({ readonly unit: string } | { readonly code: string }) & { readonly disclose?: true }

/** Questions to move that wait for my word. */
export const callsQuery = queryOptions({
  queryKey: ['me', 'transfer-calls'],
  queryFn: () => getKept<TransferCallList>('/api/me/transfer-calls', ['me', 'transfer-calls']),
})

/** What moving would mean. */
export const termsQuery = (target: Target) =>
  queryOptions({
    queryKey: ['me', 'transfer-terms', target],
    queryFn: () => post<TransferTerms>('/api/me/transfer-terms', target),
    retry: false,
  })

/** Unions whose name has some characters. */
export const unionsQuery = (text: string) =>
  queryOptions({
    queryKey: ['me', 'unions', text],
    queryFn: () => get<UnionHits>(`/api/me/unions?text=${encodeURIComponent(text)}`),
    staleTime: 60_000,
  })

/** My transfer, with both its sides. */
export const transferQuery = (cell: number, matter: string) =>
  queryOptions({
    queryKey: ['me', 'transfers', cell, matter],
    queryFn: () => getKept<TransferView>(`/api/me/transfers/${cell}/${matter}`, ['me', 'transfers', cell, matter]),
  })
