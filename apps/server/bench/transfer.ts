import type { PersonActor, PostActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import type { Pool } from '@gongqiao/kernel/database/connect.ts'
import { type Statement, Together } from '@gongqiao/kernel/database/together.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { cellsBetween } from '@gongqiao/kernel/shared/place.ts'
import { acceptTransfer, askTransfer, enrolMany, letTransferGo } from '@gongqiao/modules/membership/index.ts'
import { findActingPost } from '@gongqiao/modules/organization/index.ts'
import { checkPerson, enterMany, memberCookie, openSession } from '@gongqiao/modules/people/index.ts'
import { newForms } from './applicants.ts'
import { startChild } from './child.ts'
import { requestBytes } from './connection.ts'
import { type Figure, figureOf } from './figures.ts'
import type { BenchInstallation } from './installation.ts'
import { loadFile } from './join.ts'
import type { LoadJob, LoadResult } from './load-process.ts'
import type { BenchNation } from './nation.ts'
import type { PlainJob, PlainResult } from './plain-process.ts'

const connections = 16
const plainFile = new URL('./plain-process.ts', import.meta.url)

/** How many rounds, and how many transfers each of the two does in a round. */
export type TransferSize = { readonly rounds: number; readonly transfers: number }

/** A member of one county who moves to a union of the next. */
type Mover = {
  readonly cell: number
  readonly person: string
  readonly path: string
  readonly cookie: string
  readonly to: string
}
type Key = { readonly cell: number; readonly matter: string }
type Sides = { readonly out: Key; readonly into: Key }

/**
 * Complete transfers between cells a second through HTTP (the member asks, the new union accepts, the old one lets go, and
 * with that they have moved), against the same statements by plain `pg`. A round is one burst of each.
 */
export async function measureTransfers(
  { app, port, appUrl, nation }: BenchInstallation,
  { rounds, transfers }: TransferSize,
  onProgress: (words: string) => void,
): Promise<Figure> {
  const { services } = app
  const load = startChild<LoadJob, LoadResult>(loadFile)
  const plain = startChild<PlainJob, PlainResult>(plainFile)
  const { cookie, post } = nation.nationOfficer
  const found = await findActingPost(services, post, post)
  if (!found) throw new Error('the officer of the nation holds a post')
  const officer: PostActor = {
    kind: 'post',
    account: post,
    name: '全国干部',
    post: found,
    language: 'zh',
    keyOwner: post,
  }
  const asOfficer = { cookie, 'x-post': post }

  async function burst(requests: readonly Buffer[]): Promise<number> {
    const { elapsedMs, refused } = await load.ask({ kind: 'burst', port, connections, requests })
    if (Object.keys(refused).length > 0) throw new Error(`transfers were refused: ${JSON.stringify(refused)}`)
    return elapsedMs
  }
  const send = (headers: { readonly [name: string]: string }, path: string, body: object) =>
    requestBytes('POST', `/api${path}`, { ...headers, 'x-gongqiao': '1', 'idempotency-key': newId() }, body)

  async function overHttp(howMany: number): Promise<number> {
    const movers = await newMovers(services, nation, howMany)
    const asking = await burst(
      movers.map((mover) => send({ cookie: mover.cookie }, '/me/transfers', { unit: mover.to })),
    )
    const sides = await sidesOf(services, movers)
    const accepting = await burst(
      sides.map(({ into }) => send(asOfficer, `/cells/${into.cell}/incoming/${into.matter}/acceptance`, {})),
    )
    const going = await burst(
      sides.map(({ out }) => send(asOfficer, `/cells/${out.cell}/transfers/${out.matter}/release`, {})),
    )
    return (howMany / (asking + accepting + going)) * 1000
  }

  async function bySql(howMany: number): Promise<number> {
    const movers = await newMovers(services, nation, howMany)
    const recorded = await recordTransfers(services, movers, officer)
    const { elapsedMs } = await plain.ask({ url: appUrl, connections, session: [], ...recorded })
    return (howMany / elapsedMs) * 1000
  }

  try {
    onProgress('transfers: warming up')
    await overHttp(100)
    await bySql(100)
    const [http, sql]: [number[], number[]] = [[], []]
    for (let round = 1; round <= rounds; round++) {
      http.push(await overHttp(transfers))
      sql.push(await bySql(transfers))
      const words = [http, sql].map((rates) => Math.round(rates.at(-1) ?? 0)).join(' · ')
      onProgress(`transfers: round ${round}/${rounds}, a second over HTTP · by SQL: ${words}`)
    }
    return figureOf({
      ...{ name: 'transfer.http', unit: 'transfers/s', better: 'more', rounds: http },
      reference: { name: 'transfer.sql', rounds: sql },
      bar: { atLeastTimes: 0.35 },
    })
  } finally {
    for (const child of [load, plain]) child.stop()
  }
}

/** Members with accounts and sessions, spread over the counties; each is to move to a union of the next county. */
async function newMovers(services: Services, nation: BenchNation, howMany: number): Promise<Mover[]> {
  const forms = await newForms(services, nation, howMany)
  const now = services.now()
  const movers: Mover[] = []
  for (const [index, county] of nation.counties.entries()) {
    const holder = county.holders[0]
    const to = nation.counties[(index + 1) % nation.counties.length]?.holders[1]
    if (!holder || !to) throw new Error('a county has unions')
    const some = forms.filter((_, number) => number % nation.counties.length === index)
    if (some.length === 0) continue
    const people = some.map((form) => {
      const checked = checkPerson(form, '2026-03-02')
      if ('faults' in checked) throw new Error('a form of the bench is well-formed')
      return {
        id: newId(),
        account: newId(),
        path: holder.path,
        person: checked.person,
        phone: form.phone,
        holdsNumber: true,
      }
    })
    const { cell } = county
    const cookies = await inTransaction(services.pool, cellsBetween(cell, cell), async (tx) => {
      await enterMany(tx, services, cell, people, now)
      const claim = { at: now, affirmedOn: '2026-03-02' }
      const members = people.map(({ id, path, person }) => ({
        ...{ personId: id, path, unit: holder.id, person, status: 'active' as const, since: '2026-01-05', claim },
      }))
      await enrolMany(tx, cell, members, now)
      const made: string[] = []
      for (const { account } of people) made.push((await openSession(tx, services, cell, account, now)).value)
      return made
    })
    for (const [number, { id, path }] of people.entries())
      movers.push({ cell, person: id, path, cookie: `${memberCookie}=${cookies[number]}`, to: to.id })
  }
  return movers
}

/** Both sides of the transfers that some members have begun. */
async function sidesOf(services: Services, movers: readonly Mover[]): Promise<Sides[]> {
  const sides: Sides[] = []
  for (const [cell, some] of Map.groupBy(movers, (mover) => mover.cell)) {
    const rows = await inTransaction(services.pool, cellsBetween(cell, cell), (tx) =>
      tx.many<{ matter: string; toCell: number; incoming: string }>(
        `select matter_id as matter, to_cell as "toCell", incoming_id as incoming from membership.transfer
         where cell_id = $1 and person_id = any($2::uuid[]) and ended_at is null`,
        [cell, some.map(({ person }) => person)],
      ),
    )
    for (const { matter, toCell, incoming } of rows)
      sides.push({ out: { cell, matter }, into: { cell: toCell, matter: incoming } })
  }
  return sides
}

/**
 * Records the statements of transfers, values and all: each is done in truth by the product, in one transaction that is
 * taken back at its end, so that sending the same again by plain `pg` does it.
 */
async function recordTransfers(
  services: Services,
  movers: readonly Mover[],
  officer: PostActor,
): Promise<Pick<PlainJob, 'statements' | 'runs'>> {
  const known = new Map<string, number>()
  const statements: { name?: string; text: string }[] = []
  const runs: { statement: number; values?: readonly unknown[] }[][] = []
  function indexOf({ name, text }: Statement): number {
    const index = known.get(text) ?? statements.length
    if (index === statements.length) statements.push({ ...(name !== undefined && { name }), text })
    known.set(text, index)
    return index
  }
  for (const { cell, person, path, to } of movers) {
    const client = await services.pool.connect()
    const sent: Statement[] = []
    const pool = poolThat((together) => {
      sent.push(...together.statements)
      const inside = together.statements.map(insideOne)
      client.query(asSubmittable(new Together(inside, together.asked, together.callback)))
    })
    try {
      await client.query('begin')
      const { account } = await accountOf(client, cell, person)
      const member: PersonActor = {
        kind: 'person',
        account,
        person,
        place: { cell, path },
        language: 'zh',
        keyOwner: account,
      }
      const recorded = { ...services, pool, wake: () => undefined }
      const { answer } = await perform(recorded, member, askTransfer, { unit: to }, newId())
      const { rows } = await client.query('select to_cell, incoming_id from membership.transfer where matter_id = $1', [
        answer.matter,
      ])
      const into = { cell: Number(rows[0].to_cell), matter: String(rows[0].incoming_id) }
      await perform(recorded, officer, acceptTransfer, into, newId())
      await perform(recorded, officer, letTransferGo, { cell: answer.cell, matter: answer.matter }, newId())
    } finally {
      await client.query('rollback')
      client.release()
    }
    runs.push(sent.map((one) => ({ statement: indexOf(one), ...(one.values && { values: one.values }) })))
  }
  return { statements, runs }
}

/** The beginning and the end of a transaction, inside one that is taken back. */
function insideOne(statement: Statement): Statement {
  if (statement.text.startsWith('begin')) return { text: 'savepoint recorded' }
  if (statement.text === 'commit') return { text: 'release savepoint recorded' }
  return statement
}

async function accountOf(client: { query: Pool['query'] }, cell: number, person: string): Promise<{ account: string }> {
  const { rows } = await client.query(
    'select id as account from people.account where cell_id = $1 and person_id = $2',
    [cell, person],
  )
  return { account: String(rows[0].account) }
}

/** A pool with one client, which hands on what it is sent. */
function poolThat(query: (together: Together) => void): Pool {
  return asPool({ connect: async () => ({ query, release: () => undefined }) })
}

/** Safe because a transaction that succeeds asks a pool for nothing but a client, and that for nothing but these two. */
function asPool(pool: object): Pool {
  return pool as Pool
}

/** Safe because the driver submits whatever has a `submit`. */
function asSubmittable(together: Together): string {
  return together as unknown as string
}
