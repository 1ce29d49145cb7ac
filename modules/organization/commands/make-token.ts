import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { Type } from 'typebox'
import { MadeToken, TokenScopes, tokenDaysAtMost, tokensAtMost } from '../contract.ts'
import { newToken } from '../tokens/bearer.ts'

/**
 * Makes a personal access token 访问令牌 for a program, which then acts as the officer's present post within the scopes.
 * Its secret is in the answer and nowhere else.
 *
 * Refuses `kernel.forbidden`, `organization.too_many_tokens`.
 */
export const makeToken = command({
  act: 'organization.make_token',
  by: ['post'],
  input: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 60, description: '给哪个程序用' }),
      scopes: TokenScopes,
      days: Type.Integer({ minimum: 1, maximum: tokenDaysAtMost, description: '有效天数' }),
    },
    { additionalProperties: false },
  ),
  output: MadeToken,
  async run({ tx, input, actor, now, allow }) {
    if (actor.kind === 'system') throw new Error('the system needs no token')
    allow(actor.post.place)
    const { usable } = await tx.one<{ usable: number }>(
      `select count(*) as usable from organization.access_token
       where account_id = $1 and revoked_at is null and expires_at > $2`,
      [actor.account, now],
    )
    if (usable >= tokensAtMost) throw new Refusal('organization.too_many_tokens', { variables: { most: tokensAtMost } })
    const id = newId(now.getTime())
    const { secret, digest } = newToken()
    const expiresAt = new Date(now.getTime() + input.days * 86_400_000)
    await tx.run(
      `insert into organization.access_token (digest, id, account_id, post_id, name, scopes, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [digest, id, actor.account, actor.post.id, input.name, input.scopes, now, expiresAt],
    )
    return {
      cell: actor.post.place.cell,
      subject: id,
      after: { scopes: input.scopes, expiresAt: expiresAt.toISOString() },
      answer: {
        secret,
        token: {
          id,
          name: input.name,
          scopes: input.scopes,
          post: actor.post.id,
          postTitle: actor.post.title,
          unitName: actor.post.unitName,
          createdAt: now.toISOString(),
          expiresAt: expiresAt.toISOString(),
          lastUsedOn: null,
          state: 'usable' as const,
        },
      },
    }
  },
})
