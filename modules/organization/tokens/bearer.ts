import { createHash } from 'node:crypto'
import { civilDay } from '@gongqiao/calendar'
import type { PostActor } from '@gongqiao/kernel/command/actor.ts'
import { randomToken } from '@gongqiao/kernel/crypto/random.ts'
import { hot, inOneStatement, inTransaction } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { type ActingPostRow, actingPostColumns, asActingPost } from '../acting-posts.ts'
import { actsOfScopes } from '../machine.ts'

const prefix = 'gq_'

/** A new token: what the program keeps, and the digest by which it is known here. */
export function newToken(): { readonly secret: string; readonly digest: Buffer } {
  const secret = `${prefix}${randomToken(32)}`
  return { secret, digest: tokenDigest(secret) }
}

/** 32 random bytes cannot be guessed: a plain hash is enough, and needs no key that could be lost. */
function tokenDigest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

type Row = ActingPostRow & {
  readonly token: string
  readonly account: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly last_used_on: string | null
}

const findToken = hot(
  'organization.find_bearer',
  `select t.id as token, t.account_id as account, h.holder_name as name, t.scopes, t.last_used_on, ${actingPostColumns}
   from organization.access_token t
   join kernel.post_holding h on h.account_id = t.account_id and h.post_id = t.post_id and h.superseded_at is null
     and h.valid_from <= $3 and (h.valid_to is null or h.valid_to > $3)
   join kernel.post p on p.id = t.post_id
   where t.digest = $1 and t.revoked_at is null and t.expires_at > $2`,
)

/**
 * Who a token speaks for: its post, with the acts of its scopes only. Undefined when the token is unknown, has ended or
 * was revoked, or when whoever made it no longer holds the post.
 */
export async function findBearer(
  services: Services,
  secret: string,
): Promise<Pick<PostActor, 'account' | 'name' | 'post' | 'keyOwner'> | undefined> {
  if (!secret.startsWith(prefix) || secret.length > 100) return undefined
  const now = services.now()
  const today = civilDay(now)
  const digest = tokenDigest(secret)
  const [row] = await inOneStatement<Row>(services.pool, findToken, [digest, now, today])
  if (!row) return undefined
  if (row.last_used_on !== today) {
    await inTransaction(services.pool, undefined, (tx) =>
      tx.run('update organization.access_token set last_used_on = $2 where digest = $1', [digest, today]),
    )
  }
  const post = asActingPost(row, today)
  const trusted = actsOfScopes(row.scopes)
  const acts = new Set([...post.acts].filter((act) => trusted.has(act)))
  return { account: row.account, name: row.name, post: { ...post, acts }, keyOwner: `token:${row.token}` }
}
