import type {
  IncomingView,
  InvitedPage,
  InvitedView,
  TransferPage,
  TransferView,
} from '@gongqiao/modules/membership/contract.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../kit/api.ts'
import type { MatterKey } from '../matters/keys.ts'

/** Which of the two lists: who leaves, who comes. */
export type Way = 'out' | 'in'

/** One transfer as the union sees it that the member leaves. Every fetch is a recorded look. */
export const transferQuery = (api: Api, { cell, matter }: MatterKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'transfer', cell, matter],
    queryFn: ({ signal }) => api.get<TransferView>(`/api/cells/${cell}/transfers/${matter}`, signal),
    staleTime: 60_000,
  })

/** The same as the union sees it that the member comes to. */
export const incomingQuery = (api: Api, { cell, matter }: MatterKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'incoming', cell, matter],
    queryFn: ({ signal }) => api.get<IncomingView>(`/api/cells/${cell}/incoming/${matter}`, signal),
    staleTime: 60_000,
  })

/** What the union a member leaves, or the one above both, does about it. */
export type TransferAct =
  | { readonly path: 'release' | 'objection/withdrawal'; readonly body: object }
  | { readonly path: 'objection'; readonly body: { readonly reason: string; readonly note: string } }
  | { readonly path: 'decision'; readonly body: { readonly decision: 'overrule' | 'uphold'; readonly note: string } }
export const actOnTransfer = (api: Api, { cell, matter }: MatterKey, { path, body }: TransferAct, key: string) =>
  api.send<TransferView>(`/api/cells/${cell}/transfers/${matter}/${path}`, body, key)

/** What the union a member comes to does about it. */
export type IncomingAct =
  | { readonly path: 'acceptance'; readonly body: object }
  | { readonly path: 'refusal'; readonly body: { readonly reason: string; readonly note?: string } }
export const actOnIncoming = (api: Api, { cell, matter }: MatterKey, { path, body }: IncomingAct, key: string) =>
  api.send<IncomingView>(`/api/cells/${cell}/incoming/${matter}/${path}`, body, key)

/** The transfers of a union and those below it. */
export const transfersQuery = (api: Api, unit: string, way: Way, open: boolean) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'transfers', unit, way, open],
    queryFn: ({ pageParam, signal }) =>
      api.get<TransferPage>(
        withQuery(`/api/units/${unit}/transfers`, { way, show: open ? 'open' : undefined, after: pageParam }),
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** Whom a union has asked to come. */
export const invitedQuery = (api: Api, unit: string) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'transfer-invitations', unit],
    queryFn: ({ pageParam, signal }) =>
      api.get<InvitedPage>(withQuery(`/api/units/${unit}/transfer-invitations`, { after: pageParam }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** Who somebody is, as staff type it. */
export type Typed = { readonly unit: string; readonly name: string; readonly identityNumber: string }
const asPerson = ({ unit, name, identityNumber }: Typed) => ({
  ...{ unit, name, identityNumber, identityKind: 'resident_card' },
})
export const inviteMember = (api: Api, typed: Typed, key: string) =>
  api.send<InvitedView>('/api/transfer-invitations', asPerson(typed), key)
/** The yes of a member at the window, and whether their employer's union is not to know. */
export type Yes = { readonly phone: string; readonly phoneCode: string; readonly confidential: boolean }
export const transferAtWindow = (api: Api, typed: Typed, { confidential, ...yes }: Yes, key: string) =>
  api.send<IncomingView>(
    '/api/window/transfers',
    { ...asPerson(typed), ...yes, ...(confidential && { confidential }) },
    key,
  )
