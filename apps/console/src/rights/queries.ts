import type {
  AlikeAsks,
  AskFigures,
  AskView,
  GroupAnswered,
  RetaliationView,
} from '@gongqiao/modules/rights/contract.ts'
import type { AskClass, Result } from '@gongqiao/modules/rights/machine.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../kit/api.ts'
import type { MatterKey } from '../matters/keys.ts'

const at = ({ cell, matter }: MatterKey) => `/api/cells/${cell}/asks/${matter}`
const reportAt = ({ cell, matter }: MatterKey) => `/api/cells/${cell}/retaliations/${matter}`
/** Every fetch is a recorded look, so a kept copy is shown rather than fetched again. */
const kept = { staleTime: 300_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

export const askQuery = (api: Api, matter: MatterKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'ask', matter.cell, matter.matter],
    queryFn: ({ signal }) => api.get<AskView>(at(matter), signal),
    ...kept,
  })

export const alikeQuery = (api: Api, matter: MatterKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'ask-alike', matter.cell, matter.matter],
    queryFn: ({ signal }) => api.get<AlikeAsks>(`${at(matter)}/alike`, signal),
    ...kept,
  })

export const retaliationQuery = (api: Api, matter: MatterKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'retaliation', matter.cell, matter.matter],
    queryFn: ({ signal }) => api.get<RetaliationView>(reportAt(matter), signal),
    ...kept,
  })

export const askFiguresQuery = (api: Api, unit: string, quarter: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'ask-figures', unit, quarter],
    queryFn: ({ signal }) => api.get<AskFigures>(`/api/units/${unit}/asks/figures?quarter=${quarter}`, signal),
  })

/** Where a recording or a picture is fetched. */
export const fileAddress = (api: Api, matter: MatterKey, file: string) => api.address(`${at(matter)}/files/${file}`)

/** One act with an ask, and what is said with it. */
export type AskAct =
  | { readonly act: 'signing' }
  | { readonly act: 'answer'; readonly words: string; readonly result: Result }
  | { readonly act: 'more' | 'interim' | 'extension'; readonly words: string }
  | { readonly act: 'calling'; readonly reached: boolean; readonly words?: string }
  | { readonly act: 'sorting'; readonly class?: AskClass; readonly topic?: string }
  | { readonly act: 'joining'; readonly others: readonly string[] }

export const actOnAsk = (api: Api, matter: MatterKey, { act, ...body }: AskAct, key: string) =>
  api.send<AskView>(`${at(matter)}/${act}`, body, key)

export const answerAll = (api: Api, matter: MatterKey, words: string, result: Result, key: string) =>
  api.send<GroupAnswered>(`${at(matter)}/group-answer`, { words, result }, key)

export const takeUp = (api: Api, matter: MatterKey, key: string) =>
  api.send<RetaliationView>(`${reportAt(matter)}/taking-up`, {}, key)

export const answerReport = (api: Api, matter: MatterKey, words: string, key: string) =>
  api.send<RetaliationView>(`${reportAt(matter)}/answer`, { words }, key)
