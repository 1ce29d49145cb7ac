import type { ExportList, ExportView } from '@gongqiao/modules/people/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../kit/api.ts'

/** The lists that can be exported, by the names the server gives them. */
export type ExportKind =
  | 'membership.roll'
  | 'membership.queue'
  | 'membership.codes'
  | 'membership.employers'
  | 'membership.transfers_in'
  | 'membership.transfers_out'
  | 'organization.units'
  | 'organization.posts'
  | 'organization.employers'
  | 'organization.foundings'
  | 'organization.certificates'
  | 'insight.figures'
  | 'rights.figures'

/** What is asked for. */
export type ExportWish = {
  readonly filter: { readonly [name: string]: string | number | undefined }
  readonly format: 'xlsx' | 'csv'
  readonly unmasked?: boolean
  readonly reason?: string
}

const lookEveryMs = 1_000

/** Whether something still happens to an export by itself. */
export const isUnderWay = ({ state }: Pick<ExportView, 'state'>) => state === 'waiting' || state === 'running'

/** My exports in this post; asked every second while one is under way. */
export const exportsQuery = (api: Api) =>
  queryOptions({
    queryKey: [api.post, api.language, 'exports'],
    queryFn: ({ signal }) => api.get<ExportList>('/api/exports', signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? lookEveryMs : false),
  })

export const startExport = (api: Api, kind: ExportKind, wish: ExportWish, key: string) =>
  api.send<ExportView>(`/api/exports/${kind}`, wish, key)

export const cancelExport = (api: Api, id: string, key: string) =>
  api.send<ExportView>(`/api/exports/${id}/cancellation`, {}, key)

/** Where a browser fetches the file. */
export const fileAddress = (api: Api, id: string) => api.address(`/api/exports/${id}/file`)
