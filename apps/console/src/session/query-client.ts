import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { kindOf, mayRetry } from '../kit/failure.ts'
import type { SessionOver } from './session-over.ts'

/** Signing in answers 401 for a wrong password; what has this mark tells of no session that ended. */
export const signingIn = { signingIn: true } as const

/** The desk's store of server state: retries what may be retried, and notices a session that ended. */
export function openQueryClient(over: SessionOver): QueryClient {
  const notice = (failure: unknown) => {
    if (kindOf(failure) === 'session_over') over.tell(true)
  }
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (failure, asked) => {
        if (asked.meta?.signingIn !== true) notice(failure)
      },
    }),
    mutationCache: new MutationCache({
      onError: (failure, _sent, _result, mutation) => {
        if (mutation.meta?.signingIn !== true) notice(failure)
      },
    }),
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (count, failure) => count < 2 && mayRetry(failure) },
      mutations: { retry: false },
    },
  })
}
