import type { AccessTokenList, MadeToken } from '@gongqiao/modules/organization/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../kit/api.ts'

/** The officer's own tokens, newest first. */
export const tokensQuery = (api: Api) =>
  queryOptions({
    queryKey: [api.language, 'tokens'],
    queryFn: ({ signal }) => api.get<AccessTokenList>('/api/officer/tokens', signal),
  })

/** What a new token is asked for. */
export type TokenWish = { readonly name: string; readonly scopes: readonly string[]; readonly days: number }

/** Makes a token. Without a key: its answer holds the secret, which nothing keeps for a repeat. */
export const makeToken = (api: Api, wish: TokenWish) => api.send<MadeToken>('/api/officer/tokens', wish)

export const revokeToken = (api: Api, id: string, key: string) =>
  api.send<{ done: true }>(`/api/officer/tokens/${id}/revocation`, {}, key)
