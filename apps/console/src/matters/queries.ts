import type {
  MatterKindList,
  MatterReceiver,
  MatterView,
  Referred,
  StepResults,
} from '@gongqiao/kernel/matter/contract.ts'
import type { FormValues } from '@gongqiao/kernel/shared/form.ts'
import type { UnitWithChain } from '@gongqiao/modules/organization/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../kit/api.ts'
import type { MatterKey } from './keys.ts'

/** Every kind of matter with its words in the reader's language. */
export const kindsQuery = (api: Api) =>
  queryOptions({
    queryKey: [api.language, 'matter-kinds'],
    queryFn: ({ signal }) => api.get<MatterKindList>('/api/matters/kinds', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

const at = ({ cell, matter }: MatterKey) => `/api/matters/${cell}/${matter}`

/** One matter. Every fetch is a recorded look, so a kept copy is shown rather than fetched again. */
export const matterQuery = (api: Api, matter: MatterKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'matter', matter.cell, matter.matter],
    queryFn: ({ signal }) => api.get<MatterView>(at(matter), signal),
    staleTime: 300_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** Posts that a matter may be handed to, or that may be asked to sign it. */
export const receiversQuery = (api: Api, matter: MatterKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'matter-receivers', matter.cell, matter.matter],
    queryFn: ({ signal }) => api.get<{ items: MatterReceiver[] }>(`${at(matter)}/receivers`, signal),
    staleTime: 60_000,
  })

/** A union with those above it, nation first. */
export const chainQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'unit-chain', unit],
    queryFn: ({ signal }) => api.get<UnitWithChain>(`/api/units/${unit}`, signal),
    staleTime: 300_000,
  })

/** What is said with a step. */
export type Said = {
  readonly reason?: string
  readonly note?: string
  readonly form?: FormValues
}

/** Acts beside the steps, each with what it is told. */
export type MatterAct =
  | ({ readonly act: 'step'; readonly step: string } & Said)
  | { readonly act: 'hand-over'; readonly post: string; readonly note?: string }
  | { readonly act: 'referral'; readonly unit: string; readonly reason: string; readonly note?: string }
  | { readonly act: 'referral/acceptance' }
  | { readonly act: 'referral/return'; readonly reason: string; readonly note?: string }
  | { readonly act: 'comments'; readonly text: string; readonly visible: 'union' | 'person' }
  | { readonly act: 'signatures'; readonly step: string; readonly posts: readonly string[]; readonly note?: string }
  | {
      readonly act: 'signature'
      readonly step: string
      readonly decision: 'agreed' | 'refused'
      readonly note?: string
    }
  | { readonly act: 'pause'; readonly reason: string; readonly note?: string }
  | { readonly act: 'resumption'; readonly note?: string }
  | { readonly act: 'extension'; readonly length: number; readonly reason: string }

/** What an act leaves: the matter as it stands, or where it went; neither where it has to be fetched again. */
export type Acted = { readonly view?: MatterView; readonly went?: Referred }

/** Does one act with a matter. */
export async function actOn(api: Api, matter: MatterKey, done: MatterAct, key: string): Promise<Acted> {
  if (done.act === 'step') {
    const { act: _act, step, ...said } = done
    return { view: await api.send<MatterView>(`${at(matter)}/steps/${step}`, said, key) }
  }
  const { act, ...body } = done
  const answer = await api.send<MatterView | Referred | object>(`${at(matter)}/${act}`, body, key)
  if ('history' in answer) return { view: answer }
  return 'disputed' in answer ? { went: answer } : {}
}

/** Takes one step of several matters; each stands by itself. */
export const takeSteps = (api: Api, items: readonly MatterKey[], step: string, said: Said, key: string) =>
  api.send<StepResults>('/api/matters/steps', { items, step, ...said }, key)

/** Puts a file with a matter. */
export const attachFile = (api: Api, matter: MatterKey, file: File, visible: 'union' | 'person') =>
  api.upload<{ id: string }>(withQuery(`${at(matter)}/attachments`, { name: file.name, visible }), file)

/** Where an attachment is read. */
export const attachmentAddress = (api: Api, matter: MatterKey, attachment: string) =>
  api.address(`${at(matter)}/attachments/${attachment}`)

/** Where a matter's record is read, as a paper or as data. */
export const packAddress = (api: Api, matter: MatterKey, form: 'pdf' | 'json') =>
  api.address(`${at(matter)}/record/${form}`)
