import type { ParameterList, ParameterReach, ParameterWish } from '@gongqiao/modules/elections/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../kit/api.ts'

const root = '/api/election-parameters'
const keyOf = (api: Api) => [api.post, api.language, 'election-parameters']

/** The parameters of elections, and what was changed. */
export const parametersQuery = (api: Api) =>
  queryOptions({ queryKey: keyOf(api), queryFn: ({ signal }) => api.get<ParameterList>(root, signal) })

export const undoReachQuery = (api: Api, change: string) =>
  queryOptions({
    queryKey: [...keyOf(api), 'undo', change],
    queryFn: () => api.send<ParameterReach>(`${root}/changes/${change}/preview`, {}),
  })

export const previewParameter = (api: Api, wish: ParameterWish) => api.send<ParameterReach>(`${root}/preview`, wish)
export const changeParameter = (api: Api, wish: ParameterWish, key: string) =>
  api.send<{ change: string }>(root, wish, key)
export const undoParameterChange = (api: Api, change: string, key: string) =>
  api.send<{ done: true }>(`${root}/changes/${change}/undo`, {}, key)
