import type { MyConfidence, MyLife } from '@gongqiao/modules/membership/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { get, refusalCode } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'

/** How my membership stands and what I can do, or null when I have none. */
export const lifeQuery = queryOptions({
  queryKey: ['me', 'life'],
  queryFn: () => orNull(get<MyLife>('/api/me/life')),
})

/** Whether my employer's union knows of me, or null when I have no membership. */
export const confidenceQuery = queryOptions({
  queryKey: ['me', 'confidence'],
  queryFn: () => orNull(get<MyConfidence>('/api/me/confidence')),
})

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (fault) {
    if (refusalCode(fault) === 'membership.no_card') return null
    throw fault
  }
}

/** Everything of mine is asked for anew: card, record, matters and what I can do. */
export function everythingAnew(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['me'] })
}
