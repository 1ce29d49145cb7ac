import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { type AccessToken, AccessTokenList } from '../contract.ts'

const shownAtMost = 200

type Row = Omit<AccessToken, 'createdAt' | 'expiresAt'> & { readonly createdAt: Date; readonly expiresAt: Date }

/** The officer's own tokens, newest first: 200 at most, ended ones among them. */
export const listTokens = query({
  act: 'organization.list_tokens',
  by: ['officer'],
  input: Nothing,
  output: AccessTokenList,
  async run({ tx, actor, now, today, allow }) {
    if (actor.kind === 'system') throw new Error('the system has no tokens')
    allow.own(actor.account)
    const rows = await tx.many<Row>(
      `select t.id, t.name, t.scopes, t.post_id as post, p.title as "postTitle", p.unit_name as "unitName",
         t.created_at as "createdAt", t.expires_at as "expiresAt", t.last_used_on as "lastUsedOn",
         case when t.revoked_at is not null then 'revoked' when t.expires_at <= $2 then 'expired'
           when not exists (select from kernel.post_holding h where h.post_id = t.post_id and h.account_id = t.account_id
             and h.superseded_at is null and h.valid_from <= $3 and (h.valid_to is null or h.valid_to > $3)) then 'post_left'
           else 'usable' end as state
       from organization.access_token t join kernel.post p on p.id = t.post_id
       where t.account_id = $1 order by t.id desc limit $4`,
      [actor.account, now, today, shownAtMost],
    )
    return {
      items: rows.map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
      })),
    }
  },
})
