import type { OfficerSelf } from '@gongqiao/modules/organization/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../kit/api.ts'

/** What this installation calls itself. */
export type Installation = {
  readonly name: string
  readonly shortName: string
  readonly demonstration: boolean
  readonly version: string
  readonly hotline: string
  readonly colours?: { readonly pomegranate?: string }
}

export const installationQuery = (api: Api) =>
  queryOptions({
    queryKey: ['installation', api.language],
    queryFn: ({ signal }) => api.get<Installation>('/api/installation', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Who is signed in, and the posts they may act as. */
export const officerSelfQuery = (api: Api) =>
  queryOptions({
    queryKey: ['officer-self', api.language],
    queryFn: ({ signal }) => api.get<OfficerSelf>('/api/officer/me', signal),
    staleTime: 60_000,
    refetchInterval: 60_000,
  })

/** First step of signing in: login and password. */
export const signIn = (api: Api, login: string, password: string) =>
  api.send<{ next: 'totp' }>('/api/officer/sign-in', { login, password })

/** Second step: the six digits of the authenticator. */
export const signInTotp = (api: Api, code: string) => api.send<OfficerSelf>('/api/officer/sign-in/totp', { code })

/** Proves once more who one is, for what a session alone does not allow. */
export const stepUp = (api: Api, password: string, code: string) =>
  api.send<{ until: string }>('/api/officer/step-up', { password, code })

export const signOut = (api: Api) => api.send<{ done: true }>('/api/officer/sign-out', {})
