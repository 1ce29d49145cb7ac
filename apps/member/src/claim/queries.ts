import type { ClaimList, ClaimTerms, MyRecord } from '@gongqiao/modules/membership/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { get, refusalCode } from '../api/client.ts'
import { getKept } from '../api/queries.ts'

/** Rosters that name me and wait for my word. */
export const claimsQuery = queryOptions({
  queryKey: ['me', 'claims'],
  queryFn: () => getKept<ClaimList>('/api/me/claims', ['me', 'claims']),
})

/** What the network holds of my membership, or null when I have none. */
export const recordQuery = queryOptions({
  queryKey: ['me', 'record'],
  queryFn: async () => {
    try {
      return await getKept<MyRecord>('/api/me/record', ['me', 'record'])
    } catch (fault) {
      if (refusalCode(fault) === 'membership.no_card') return null
      throw fault
    }
  },
})

/** What is told before anything is typed. */
export const termsQuery = queryOptions({
  queryKey: ['claim-terms'],
  queryFn: () => get<ClaimTerms>('/api/claims/terms'),
  staleTime: 300_000,
})
