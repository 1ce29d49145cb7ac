import { Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { tokenScopeNames } from './scopes.ts'

const closed = { additionalProperties: false } as const

/** Longest life of a token, days. */
export const tokenDaysAtMost = 366
/** Tokens an account may have at a time. */
export const tokensAtMost = 20

export const TokenScopes = Type.Array(Type.Enum(tokenScopeNames), {
  minItems: 1,
  maxItems: tokenScopeNames.length,
  uniqueItems: true,
  description:
    'figures.read 看数字，tree.read 看组织，roll.read 看名册，queue.read 看待办，applications.decide 办入会，codes.manage 管入会码，window.enter 窗口录入',
})

/** A personal access token 访问令牌, without its secret. */
export type AccessToken = Static<typeof AccessToken>
export const AccessToken = Type.Object(
  {
    id: Id,
    name: Type.String(),
    scopes: Type.Array(Type.String()),
    /** The post it acts as. */
    post: Id,
    postTitle: Type.String(),
    unitName: Type.String(),
    createdAt: Instant,
    expiresAt: Instant,
    lastUsedOn: nullable(Day),
    state: Type.Enum(['usable', 'expired', 'revoked', 'post_left']),
  },
  { $id: 'organization.AccessToken', ...closed },
)

export type AccessTokenList = Static<typeof AccessTokenList>
export const AccessTokenList = Type.Object(
  { items: Type.Array(AccessToken) },
  { $id: 'organization.AccessTokenList', ...closed },
)

/** A new token with its secret, which is said once. */
export type MadeToken = Static<typeof MadeToken>
export const MadeToken = Type.Object(
  { token: AccessToken, secret: Type.String({ description: 'sent as Authorization: Bearer …; shown once' }) },
  { $id: 'organization.MadeToken', ...closed },
)
