import type { Figures } from '@gongqiao/modules/insight/contract.ts'
import type { NamedPeople, OwnPeoplePage } from '@gongqiao/modules/membership/contract.ts'
import type {
  ChangeAsked,
  ChangePreview,
  PastUnitPage,
  UnitChange,
  UnitPast,
} from '@gongqiao/modules/organization/contract.ts'
import type { ChangeKind } from '@gongqiao/modules/organization/machine.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../../kit/api.ts'
import type { AsOf } from '../../kit/as-of.ts'

/** What a union was, and what was asked for it. */
export const pastQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'unit-past', unit],
    queryFn: ({ signal }) => api.get<UnitPast>(`/api/units/${unit}/past`, signal),
    // Somebody waits for its people to have gone over.
    refetchInterval: ({ state }) => (state.data?.changes.some((change) => change.state === 'moving') ? 1_500 : false),
  })

/** The unions that stood directly below one at the end of a past day. */
export const pastChildrenQuery = (api: Api, unit: string, { on, known }: AsOf) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'children', unit, 'past', on ?? '', known ?? 'then'],
    queryFn: ({ pageParam, signal }) =>
      api.get<PastUnitPage>(withQuery(`/api/units/${unit}/children/past`, { on, known, after: pageParam }), signal),
    initialPageParam: firstChildren,
    getNextPageParam: (page) => page.next,
  })

/** The cursor of a first page, typed as the later ones. */
const firstChildren: string | null = null

/** What would go along. */
export const previewQuery = (api: Api, unit: string, into: string | null) =>
  queryOptions({
    queryKey: [api.post, api.language, 'change-preview', unit, into],
    queryFn: ({ signal }) => api.get<ChangePreview>(withQuery(`/api/units/${unit}/changes/preview`, { into }), signal),
  })

/** How many people would go along. */
export const ownFiguresQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'own-figures', unit],
    queryFn: ({ signal }) => api.get<Figures>(`/api/units/${unit}/figures`, signal),
  })

/** Who belongs to the union itself. */
export const ownPeopleQuery = (api: Api, unit: string) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'own-people', unit],
    queryFn: ({ pageParam, signal }) =>
      api.get<OwnPeoplePage>(withQuery(`/api/units/${unit}/people/own`, { after: pageParam }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  })

/** Whom a list names of the union's own people. */
export const namePeople = (api: Api, unit: string, file: File) =>
  api.upload<NamedPeople>(
    `/api/units/${unit}/people/naming`,
    // Some systems give no type to a csv file.
    file.type === '' ? new Blob([file], { type: 'text/csv' }) : file,
  )

/** What was asked for, whole, to be mended. */
export const askedQuery = (api: Api, { cell, matter }: Pick<UnitChange, 'cell' | 'matter'>) =>
  queryOptions({
    queryKey: [api.post, api.language, 'unit-change', cell, matter, 'asked'],
    queryFn: ({ signal }) => api.get<ChangeAsked>(`/api/cells/${cell}/unit-changes/${matter}/asked`, signal),
    gcTime: 0,
  })

/** The cursor of a first page, typed as the later ones. */
const firstPage: string | null = null

/** A change as it is asked for. */
export type Wish = {
  readonly kind: ChangeKind
  readonly into?: string
  readonly name?: string
  readonly shortName?: string
  readonly divisionCode?: string
  readonly parts?: readonly {
    readonly name: string
    readonly shortName?: string
    readonly children: readonly string[]
    readonly employers: readonly string[]
    readonly people: readonly string[]
  }[]
  readonly members?: 'keep' | 'retain'
  readonly reason: string
  readonly resolution?: { readonly on: string; readonly by: string }
  readonly intoResolution?: string
  readonly audit?: { readonly on: string; readonly by: string }
  readonly property?: string
}

export const proposeChange = (api: Api, unit: string, wish: Wish, key: string) =>
  api.send<UnitChange>(`/api/units/${unit}/changes`, wish, key)

/** One step of a change. */
export const takeStep = (
  api: Api,
  change: Pick<UnitChange, 'cell' | 'matter'>,
  step: 'approval' | 'return' | 'withdrawal',
  body: object,
  key: string,
) => api.send<unknown>(`/api/cells/${change.cell}/unit-changes/${change.matter}/${step}`, body, key)

/** What was returned, mended and sent again. */
export const resubmitChange = (api: Api, change: Pick<UnitChange, 'cell' | 'matter'>, wish: Wish, key: string) =>
  api.send<unknown>(`/api/cells/${change.cell}/unit-changes/${change.matter}/resubmission`, wish, key)
