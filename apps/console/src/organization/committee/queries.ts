import type { Committee, PastCommittee, Term } from '@gongqiao/modules/organization/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../../kit/api.ts'
import type { AsOf } from '../../kit/as-of.ts'
import type { Seating } from './seating.ts'

/** Who sits in a union, its term, and what the rules say. */
export const committeeQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'committee', unit],
    queryFn: ({ signal }) => api.get<Committee>(`/api/units/${unit}/committee`, signal),
  })

/** The same as of the end of a past day. */
export const pastCommitteeQuery = (api: Api, unit: string, { on, known }: AsOf) =>
  queryOptions({
    queryKey: [api.post, api.language, 'committee', unit, 'past', on ?? '', known ?? 'then'],
    queryFn: ({ signal }) =>
      api.get<PastCommittee>(withQuery(`/api/units/${unit}/committee/past`, { on, known }), signal),
  })

type Recorded = {
  readonly electedOn: string
  readonly years: number
  readonly document?: string
  readonly officers: readonly Seating[]
}

export const recordCommittee = (api: Api, unit: string, body: Recorded, key: string) =>
  api.send<Term>(`/api/units/${unit}/committee`, body, key)

export const appointOfficer = (api: Api, unit: string, from: string, officer: Seating, key: string) =>
  api.send<{ done: true }>(`/api/units/${unit}/committee/seats`, { from, officer }, key)

export const endSeat = (api: Api, cell: number, seat: string, on: string, because: string, key: string) =>
  api.send<{ done: true }>(`/api/cells/${cell}/committee-seats/${seat}/ending`, { on, because }, key)

export const askExtension = (api: Api, unit: string, until: string, wish: string, key: string) =>
  api.send<{ done: true }>(`/api/units/${unit}/term/extension-request`, { until, wish }, key)

export const extendTerm = (api: Api, unit: string, until: string, document: string, key: string) =>
  api.send<Term>(`/api/units/${unit}/term/extension`, { until, document }, key)

export const refuseExtension = (api: Api, unit: string, reason: string, key: string) =>
  api.send<{ done: true }>(`/api/units/${unit}/term/extension-refusal`, { reason }, key)

export const endCaretaker = (api: Api, unit: string, key: string) =>
  api.send<{ done: true }>(`/api/units/${unit}/caretaker/ending`, {}, key)
