import type { MyElectionList } from '@gongqiao/modules/elections/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { getKept } from '../api/queries.ts'

/** What is being elected at my union. */
export const myElectionsQuery = queryOptions({
  queryKey: ['me', 'elections'],
  queryFn: () => getKept<MyElectionList>('/api/me/elections', ['me', 'elections']),
})
