import type { Figures } from '@gongqiao/modules/insight/contract.ts'
import type { ChangePreview, UnitChange, UnitPast } from '@gongqiao/modules/organization/contract.ts'
import type { ChangeKind } from '@gongqiao/modules/organization/machine.ts'
import { queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../../kit/api.ts'

/** What a union was, and what was asked for it. */
export const pastQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'unit-past', unit],
    queryFn: ({ signal }) => api.get<UnitPast>(`/api/units/${unit}/past`, signal),
    // Somebody waits for its people to have gone over.
    refetchInterval: ({ state }) => (state.data?.changes.some((change) => change.state === 'moving') ? 1_500 : false),
  })

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

/** A change as it is asked for. */
export type Wish = {
  readonly kind: ChangeKind
  readonly into?: string
  readonly name?: string
  readonly shortName?: string
  readonly divisionCode?: string
  readonly children?: readonly string[]
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
  step: 'approval' | 'return' | 'withdrawal' | 'resubmission',
  body: object,
  key: string,
) => api.send<unknown>(`/api/cells/${change.cell}/unit-changes/${change.matter}/${step}`, body, key)
