import type { InvitationAccepted, InvitationLook } from '@gongqiao/modules/organization/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../kit/api.ts'

/** What a link stands for. Asked once: each asking makes another second factor. */
export const invitationQuery = (api: Api, token: string) =>
  queryOptions({
    queryKey: ['officer-invitation', token],
    queryFn: ({ signal }) => api.get<InvitationLook>(`/api/officer/invitations/${encodeURIComponent(token)}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** What opens the account. */
export type Acceptance = {
  readonly token: string
  readonly ticket: string
  readonly name: string
  readonly login: string
  readonly password: string
  readonly code: string
}

export const acceptInvitation = (api: Api, body: Acceptance, key: string) =>
  api.send<InvitationAccepted>('/api/officer/invitations/acceptance', body, key)

/** Takes the post with the account that is signed in. */
export const takeInvitedPost = (api: Api, token: string, key: string) =>
  api.send<InvitationAccepted>('/api/officer/invitations/taking', { token }, key)
