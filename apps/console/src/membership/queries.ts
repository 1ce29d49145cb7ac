import type { Figures } from '@gongqiao/modules/insight/contract.ts'
import type {
  ApplicationView,
  BulkResult,
  JoiningCode,
  JoiningCodeList,
  MemberView,
  NewRollView,
  PastRollPage,
  PeoplePage,
  ReportView,
  RollPage,
  RollView,
  RollViewList,
  RollWish,
  WindowApplication,
} from '@gongqiao/modules/membership/contract.ts'
import type { ReturnReason } from '@gongqiao/modules/membership/machine.ts'
import type { UnitHits, UnitWithChain } from '@gongqiao/modules/organization/contract.ts'
import type { IdentityKind, PhoneCodeSent, Sex } from '@gongqiao/modules/people/contract.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../kit/api.ts'
import type { AsOf } from '../kit/as-of.ts'
import type { MatterKey } from '../matters/keys.ts'
import type { MemberKey } from './keys.ts'

/** One application. Every fetch is a recorded look, so a kept copy is shown rather than fetched again. */
export const applicationQuery = (api: Api, { cell, matter }: MatterKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'application', cell, matter],
    queryFn: ({ signal }) => api.get<ApplicationView>(`/api/cells/${cell}/applications/${matter}`, signal),
    ...keptCopy,
  })

/** Confirms with the committee's decision day. @see MEM-11 */
export const confirmApplication = (api: Api, { cell, matter }: MatterKey, decidedOn: string, key: string) =>
  api.send<ApplicationView>(`/api/cells/${cell}/applications/${matter}/confirmation`, { decidedOn }, key)

export const returnApplication = (
  api: Api,
  { cell, matter }: MatterKey,
  said: { reason: ReturnReason; note?: string },
  key: string,
) => api.send<ApplicationView>(`/api/cells/${cell}/applications/${matter}/return`, said, key)

/** One report 不是我. Every fetch is a recorded look, so a kept copy is shown rather than fetched again. */
export const reportQuery = (api: Api, { cell, matter }: MatterKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'report', cell, matter],
    queryFn: ({ signal }) => api.get<ReportView>(`/api/cells/${cell}/reports/${matter}`, signal),
    ...keptCopy,
  })

export const answerReport = (api: Api, { cell, matter }: MatterKey, note: string, key: string) =>
  api.send<ReportView>(`/api/cells/${cell}/reports/${matter}/answer`, { note }, key)

export const confirmMany = (api: Api, items: readonly MatterKey[], decidedOn: string, key: string) =>
  api.send<BulkResult>('/api/applications/confirmations', { items, decidedOn }, key)

export const joiningCodesQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'joining-codes', unit],
    queryFn: ({ signal }) => api.get<JoiningCodeList>(`/api/units/${unit}/joining-codes`, signal),
  })

export const makeJoiningCode = (api: Api, unit: string, body: { label: string; validDays: number }, key: string) =>
  api.send<JoiningCode>(`/api/units/${unit}/joining-codes`, body, key)

export const revokeJoiningCode = (api: Api, code: JoiningCode, key: string) =>
  api.send<JoiningCode>(`/api/cells/${code.cell}/joining-codes/${code.id}/revocation`, {}, key)

export type RollOrder = RollPage['order']
export const rollOrders: readonly RollOrder[] = ['place', 'name', 'joined']
export const rollStatuses = ['active', 'listed', 'retained', 'provisional'] as const
export type RollStatus = (typeof rollStatuses)[number]
/** How the person themselves stands to their record. */
export const rollStands = ['claimed', 'unclaimed', 'affirmed', 'unaffirmed'] as const
export type RollStand = (typeof rollStands)[number]

/** The roll of a union and all below it, page by page. */
export const rollQuery = (
  api: Api,
  unit: string,
  order: RollOrder,
  status: RollStatus | undefined,
  stand: RollStand | undefined,
) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'roll', unit, order, status ?? 'any', stand ?? 'any'],
    queryFn: ({ pageParam, signal }) =>
      api.get<RollPage>(withQuery(`/api/units/${unit}/people`, { after: pageParam, order, status, stand }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    ...keptCopy,
  })

/** The roll of a union as of the end of a past day, page by page. Every fetch is a recorded look. */
export const pastRollQuery = (api: Api, unit: string, { on, known }: AsOf) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'roll', unit, 'past', on ?? '', known ?? 'then'],
    queryFn: ({ pageParam, signal }) =>
      api.get<PastRollPage>(withQuery(`/api/units/${unit}/people/past`, { on, known, after: pageParam }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    ...keptCopy,
  })

/** How many of a union stand on the roll, and how many have claimed their record. */
export const countsQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'roll-counts', unit],
    queryFn: ({ signal }) => api.get<Figures>(`/api/units/${unit}/figures`, signal),
  })

/** What people are looked for by, beside the union. A number or phone is `text` too, and travels in the body. */
export type PeopleWish = Omit<RollWish, 'find'> & { readonly text?: string }

/** People of a union and all below it who are sought, page by page; asked in a body, so that no address holds a number. */
export const peopleQuery = (api: Api, unit: string, wish: PeopleWish) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'roll', unit, 'search', wish],
    queryFn: ({ pageParam }) =>
      api.send<PeoplePage>(`/api/units/${unit}/people/search`, {
        ...wish,
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    ...keptCopy,
  })

/** The officer's own views of the roll, and the columns they chose last. */
export const rollViewsQuery = (api: Api) =>
  queryOptions({
    queryKey: [api.post, api.language, 'roll-views'],
    queryFn: ({ signal }) => api.get<RollViewList>('/api/roll-views', signal),
    staleTime: 300_000,
  })

export const saveRollView = (api: Api, view: NewRollView, key: string) =>
  api.send<RollView>('/api/roll-views', view, key)

export const changeRollView = (api: Api, { id, ...view }: RollView, key: string) =>
  api.send<RollView>(`/api/roll-views/${id}`, view, key)

export const deleteRollView = (api: Api, id: string, key: string) =>
  api.send<{ view: string }>(`/api/roll-views/${id}/deletion`, {}, key)

export const keepRollColumns = (api: Api, columns: readonly string[]) =>
  api.send<{ columns: string[] }>('/api/roll-columns', { columns })

/** What a union is called, where an address holds its id only. */
export const unitNameQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'unit', unit],
    queryFn: ({ signal }) => api.get<UnitWithChain>(`/api/units/${unit}`, signal),
    staleTime: 300_000,
  })

/** Unions below one that a text may mean. */
export const unitsBelowQuery = (api: Api, unit: string, text: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'unit-search', unit, text],
    queryFn: ({ signal }) => api.get<UnitHits>(withQuery('/api/units', { text, under: unit }), signal),
    staleTime: 60_000,
  })

/** One member's record. Every fetch is listed for the person, so a kept copy is shown rather than fetched again. */
export const memberQuery = (api: Api, { cell, membership }: MemberKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'member', cell, membership],
    queryFn: ({ signal }) => api.get<MemberView>(`/api/cells/${cell}/members/${membership}`, signal),
    ...keptCopy,
  })

export const sendWindowCode = (api: Api, phone: string) => api.send<PhoneCodeSent>('/api/window/phone-codes', { phone })

export const applyAtWindow = (api: Api, body: WindowApplication, key: string) =>
  api.send<ApplicationView>('/api/window/applications', body, key)

/** How the person at the window confirms: by the code on their phone, or on signed paper that was scanned in. */
export type Proof = { kind: 'code'; phoneCode: string } | { kind: 'paper'; file: string }

export const changePhone = (api: Api, { cell, membership }: MemberKey, phone: string, proof: Proof, key: string) =>
  api.send<MemberView>('/api/window/phone-changes', { cell, membership, phone, proof }, key)

/** A document number as it stands on the document that was shown at the window. */
export type NumberGiven = {
  identityKind: IdentityKind
  identityNumber: string
  birthDate?: string
  sex?: Sex
  file: string
}

export const correctNumber = (api: Api, { cell, membership }: MemberKey, given: NumberGiven, key: string) =>
  api.send<MemberView>('/api/window/number-corrections', { cell, membership, ...given }, key)

export const uploadFile = (api: Api, file: Blob) =>
  api.upload<{ file: string; cell: number; sizeBytes: number }>('/api/files', file)

/** What shows persons is not fetched again behind the officer's back: each fetch is listed for those shown. */
const keptCopy = { staleTime: 300_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

/** The cursor of a first page, typed as the later ones. */
const firstPage: string | null = null
