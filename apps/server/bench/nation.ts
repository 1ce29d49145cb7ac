import { randomBytes } from 'node:crypto'
import type { PostActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { inTransaction, type Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { officerCookie } from '@gongqiao/kernel/signin/officers.ts'
import { makeJoiningCode } from '@gongqiao/modules/membership/index.ts'
import {
  findActingPost,
  pathLabel,
  type SeedUnit,
  seedPosts,
  seedUnits,
  unionId,
} from '@gongqiao/modules/organization/index.ts'
import type { App } from '../app.ts'

const unitsACounty = 100
const firstCell = 440_000
const counties = 10

/** A county of the bench: its cell, its own union, the enterprise unions that hold its members, and a joining code. */
export type BenchCounty = {
  readonly cell: number
  readonly unit: string
  readonly holders: readonly { readonly id: string; readonly path: string }[]
  readonly code: string
}

/** An officer with a session: the headers of their requests, and what they are. */
export type BenchOfficer = { readonly cookie: string; readonly post: string; readonly unit: string }

/** What the bench works with: ten counties, an officer of the first one, and an officer of the nation. */
export type BenchNation = {
  readonly counties: readonly BenchCounty[]
  readonly countyOfficer: BenchOfficer
  readonly nationOfficer: BenchOfficer
}

/** Plants the unions, officers and joining codes of the bench into an installation; gives what is there when it was done before. */
export async function plantNation(
  { services, officers }: App,
  onProgress: (words: string) => void,
): Promise<BenchNation> {
  const kept = await inTransaction(services.pool, undefined, (tx) =>
    tx.maybe<{ value: BenchNation }>(`select value from kernel.installation where id = 'bench'`),
  )
  if (kept) return kept.value
  onProgress(`unions of ${counties} counties`)
  const now = services.now()
  const places = await inTransaction(services.pool, undefined, (tx) => writeUnits(tx, now))
  const nationUnit = await inTransaction(services.pool, undefined, (tx) =>
    tx.one<{ id: string }>(`select id from organization.unit where level = 'nation'`),
  )
  const [firstPlace] = places
  if (!firstPlace) throw new Error('the tree has no counties')
  const posts = [
    { id: newId(), title: '全国干部', unit: nationUnit.id },
    { id: newId(), title: '县级干部', unit: firstPlace.unit },
  ] as const
  await officers.add(
    posts.map(({ id, title }) => ({
      id,
      login: `bench-${id.slice(-12)}`,
      name: title,
      password: randomBytes(18).toString('base64url'),
      totpSecret: randomBytes(20).toString('hex'),
    })),
  )
  const today = now.toISOString().slice(0, 10)
  await inTransaction(services.pool, undefined, (tx) =>
    seedPosts(
      tx,
      posts.map((post) => ({ ...post, role: 'upper_officer', holder: { account: post.id, name: post.title } })),
      today,
      now,
    ),
  )
  const [nationPost, countyPost] = posts
  const nation: BenchNation = {
    counties: await withCodes(services, nationPost.id, places),
    nationOfficer: await signedIn(services, nationPost),
    countyOfficer: await signedIn(services, countyPost),
  }
  await inTransaction(services.pool, undefined, (tx) =>
    tx.run(`insert into kernel.installation (id, value, changed_at) values ('bench', $1, $2)`, [nation, now]),
  )
  return nation
}

type PlacedCounty = Omit<BenchCounty, 'code'>

async function writeUnits(tx: Tx, now: Date): Promise<PlacedCounty[]> {
  const chosen = await tx.many<{ id: string; cell: number }>(
    `select id, cell_id as cell from organization.unit where level = 'county' and cell_id > $1 order by cell_id limit $2`,
    [firstCell, counties],
  )
  const places: PlacedCounty[] = []
  for (const { id, cell } of chosen) {
    const townships = await tx.many<{ id: string; path: string }>(
      `select id, path from organization.unit where cell_id = $1 and parent_id = $2 order by path`,
      [cell, id],
    )
    const units = Array.from({ length: unitsACounty }, (_, index): SeedUnit => {
      const township = townships[index % townships.length]
      if (!township) throw new Error(`county ${cell} has no townships`)
      const name = `测速第${cell}${String(index).padStart(3, '0')}厂工会`
      return {
        id: unionId(`998${cell}${String(index).padStart(3, '0')}`),
        name,
        shortName: name,
        level: 'grassroots',
        divisionCode: null,
        parentId: township.id,
        cell,
        path: township.path + pathLabel(1 + Math.floor(index / townships.length)),
      }
    })
    await seedUnits(tx, units, '2023-06-30', now)
    places.push({ cell, unit: id, holders: units.map((unit) => ({ id: unit.id, path: unit.path })) })
  }
  return places
}

/** A session as signing in leaves it: the part of the cookie before the dot is what the server looks up. */
async function signedIn(
  services: Services,
  post: { readonly id: string; readonly unit: string },
): Promise<BenchOfficer> {
  const token = randomBytes(24).toString('hex')
  const now = services.now()
  await inTransaction(services.pool, undefined, (tx) =>
    tx.run(
      `insert into signin."session" (id, "expiresAt", token, "createdAt", "updatedAt", "userId") values ($1, $2, $3, $4, $4, $5)`,
      [newId(), new Date(now.getTime() + 30 * 86_400_000), token, now, post.id],
    ),
  )
  return { cookie: `${officerCookie}=${token}`, post: post.id, unit: post.unit }
}

async function withCodes(services: Services, account: string, places: readonly PlacedCounty[]): Promise<BenchCounty[]> {
  const post = await findActingPost(services, account, account)
  if (!post) throw new Error('the officer of the nation has just got a post')
  const actor: PostActor = { kind: 'post', account, name: post.title, post, language: 'zh', keyOwner: account }
  const made: BenchCounty[] = []
  for (const place of places) {
    const unit = place.holders[0]?.id
    const { answer } = await perform(services, actor, makeJoiningCode, { unit, label: '测速', validDays: 365 })
    made.push({ ...place, code: answer.link.split('/').at(-1) ?? '' })
  }
  return made
}
