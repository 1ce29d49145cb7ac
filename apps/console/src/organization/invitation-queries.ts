import type { InvitationPage, OfficerInvitation, PrintedInvitations } from '@gongqiao/modules/organization/contract.ts'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../kit/api.ts'

/** Invitations of a union and of those below it, newest first. */
export const invitationsQuery = (api: Api, unit: string) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'invitations', unit],
    queryFn: ({ pageParam, signal }) =>
      api.get<InvitationPage>(withQuery(`/api/units/${unit}/invitations`, { after: pageParam }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  })

/** Whom to invite, to what. */
export type Invite = {
  readonly role: OfficerInvitation['role']
  readonly title: string
  readonly name: string
  readonly phone?: string
  readonly mail?: string
}

export const inviteOfficer = (api: Api, unit: string, body: Invite, key: string) =>
  api.send<OfficerInvitation>(`/api/units/${unit}/invitations`, body, key)

export const renewInvitation = (api: Api, { cell, invitation }: OfficerInvitation, key: string) =>
  api.send<OfficerInvitation>(`/api/cells/${cell}/invitations/${invitation}/renewal`, {}, key)

export const revokeInvitation = (api: Api, { cell, invitation }: OfficerInvitation, key: string) =>
  api.send<OfficerInvitation>(`/api/cells/${cell}/invitations/${invitation}/revocation`, {}, key)

export const printInvitations = (api: Api, cell: number, invitations: readonly string[], key: string) =>
  api.send<PrintedInvitations>(`/api/cells/${cell}/invitations/printing`, { invitations }, key)

/** The cursor of a first page, typed as the later ones. */
const firstPage: string | null = null
