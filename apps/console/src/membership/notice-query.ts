import type { Invitation } from '@gongqiao/modules/membership/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../kit/api.ts'
import { joiningCodesQuery } from './queries.ts'

/**
 * The notice and consent texts of a union: those its own open joining code shows, so that the window says what the
 * phone says. Null when the union has no open code. @see PI-03, PI-09
 */
export const noticeQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'notice', unit],
    queryFn: async ({ signal, client }) => {
      const codes = await client.fetchQuery(joiningCodesQuery(api, unit))
      const open = codes.items.find((code) => code.state === 'open')
      if (open === undefined) return null
      const code = codeIn(open.link)
      return api.get<Invitation>(`/api/joining/invitations/${encodeURIComponent(code)}`, signal)
    },
    staleTime: 300_000,
  })

/** The code inside a joining link: its last part. */
export function codeIn(link: string): string {
  return decodeURIComponent(link.slice(link.lastIndexOf('/') + 1))
}
