import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import type { Static, TSchema } from 'typebox'
import { afterAll, expect } from 'vitest'
import { type App, composeApp } from '../apps/server/app.ts'
import { openLog } from '../apps/server/log.ts'
import type { Actor, ActorKind, Anyone, PersonActor, PostActor } from '../kernel/command/actor.ts'
import { ask } from '../kernel/command/ask.ts'
import type { Command } from '../kernel/command/command.ts'
import { perform } from '../kernel/command/perform.ts'
import type { Query } from '../kernel/command/query.ts'
import { readConfig } from '../kernel/config.ts'
import { suiteNamed } from '../kernel/crypto/suites.ts'
import { checkStatement, readCatalog, sentByNationalScan } from '../kernel/database/query-checker.ts'
import { inTransaction, recordStatements } from '../kernel/database/tx.ts'
import { newId } from '../kernel/shared/ids.ts'
import type { JoinOutcome } from '../modules/membership/contract.ts'
import { makeJoiningCode, noticeVersion, submitApplication } from '../modules/membership/index.ts'
import { findActingPost, type RoleName, seedPosts } from '../modules/organization/index.ts'
import { keepPhoneCode, memberCookie, whoseSession } from '../modules/people/index.ts'
import { makeIdentityNumber } from '../packages/codes/index.ts'
import { plant, units } from './planting.ts'
import { openTestDatabase } from './test-database.ts'

/** A row as a test reads it: looked at, never computed with. */
export type SeenRow = { readonly [column: string]: unknown }

/** Somebody who has applied: as an actor, with what they typed and what they were answered. */
export type Applicant = {
  readonly actor: PersonActor
  readonly cookie: string
  readonly outcome: JoinOutcome
  readonly phone: string
  readonly identityNumber: string
  readonly name: string
}

type JoinWish = {
  unit?: { id: string }
  code?: string
  name?: string
  identityNumber?: string
  phone?: string
  replaces?: { cell: number; matter: string }
  confidential?: boolean
  occupation?: string
}

/** A whole installation over a database of one test file's own, with a clock that stands still until it is moved. */
export type House = Awaited<ReturnType<typeof openHouse>>

/** Opens a house and closes it after the file's tests; then every statement that was sent has been checked. */
export async function openHouse() {
  const database = await openTestDatabase(plant, fileURLToPath(new URL('planting.ts', import.meta.url)))
  const dataFolder = await mkdtemp(join(tmpdir(), 'gongqiao-house-'))
  const db = new pg.Pool({ connectionString: database.superuser, max: 2 })
  // A connection that is just closing may still hear that its database is dropped.
  db.on('error', () => undefined)
  const catalog = await readCatalog(db)
  const badStatements = new Set<string>()
  const sent = new AsyncLocalStorage<string[]>()
  recordStatements((text) => {
    sent.getStore()?.push(text)
    const fault = checkStatement(text, catalog, sentByNationalScan)
    if (fault) badStatements.add(`${fault.rule}: ${fault.message}\n${text}`)
  })
  const clock = { at: new Date('2026-03-02T09:00:00+08:00') }
  const config = readConfig(
    {
      PORT: '0',
      GONGQIAO_DATA: dataFolder,
      GONGQIAO_URL: 'http://localhost:3000',
      GONGQIAO_REQUESTS_PER_MINUTE: '1000000',
    },
    dataFolder,
  )
  const app: App = await composeApp({
    config,
    urls: { owner: database.owner, app: database.app, job: database.job, stop: async () => undefined },
    suite: suiteNamed(config.suite),
    masterKey: Buffer.alloc(32, 7),
    log: openLog('silent'),
    now: () => clock.at,
    onProgress: () => undefined,
    reference: async () => undefined,
  })
  const { services } = app
  const mistakes: unknown[] = []
  let people = 0

  afterAll(async () => {
    await app.stop()
    recordStatements(undefined)
    await db.end()
    await database.drop()
    await rm(dataFolder, { recursive: true, force: true })
    expect([...badStatements]).toEqual([])
  })

  const anyone = (): Anyone => ({ kind: 'anyone', address: '127.0.0.1', language: 'zh', keyOwner: `anyone:${newId()}` })

  /** Rows of any table, as the superuser sees them. */
  async function rows(sql: string, values: readonly unknown[] = []): Promise<SeenRow[]> {
    return (await db.query(sql, [...values])).rows
  }

  async function does<I extends TSchema, O extends TSchema, K extends ActorKind>(
    actor: Actor,
    command: Command<I, O, K>,
    input: unknown,
    key?: string,
  ): Promise<Static<O>> {
    return (await perform(services, actor, command, input, key)).answer
  }

  async function asks<I extends TSchema, O extends TSchema, K extends ActorKind>(
    actor: Actor,
    query: Query<I, O, K>,
    input: unknown,
  ): Promise<Static<O>> {
    return ask(services, actor, query, input)
  }

  let firstAccount: Promise<string> | undefined
  /** Hashing a password takes a tenth of a second by design: only the first account is made, the others are like it. */
  async function addAccount(id: string, name: string): Promise<void> {
    firstAccount ??= app.officers
      .add([{ id, login: `o-${id}`, name, password: 'a long enough password', totpSecret: 'x'.repeat(32) }])
      .then(() => id)
    const first = await firstAccount
    if (first === id) return
    await rows(
      `with "user" as (
         insert into signin."user" (id, name, email, "emailVerified", "createdAt", "updatedAt", username, "displayUsername", "twoFactorEnabled")
         select $1, $2, 'o-' || $1 || '@officer.invalid', "emailVerified", $3, $3, 'o-' || $1, 'o-' || $1, "twoFactorEnabled"
         from signin."user" where id = $4
       ), proof as (
         insert into signin."account" (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
         select $5, $1, "providerId", $1, password, $3, $3 from signin."account" where "userId" = $4
       )
       insert into signin."twoFactor" (id, secret, "backupCodes", "userId", verified)
       select $6, secret, "backupCodes", $1, verified from signin."twoFactor" where "userId" = $4`,
      [id, name, clock.at, first, newId(), newId()],
    )
  }

  /** An officer in a post of a union; each call makes a new officer and a new post. */
  async function officer(unit: { id: string }, role: RoleName = 'upper_officer'): Promise<PostActor> {
    const id = newId()
    const name = `干部${id.slice(-8)}`
    await addAccount(id, name)
    await inTransaction(services.pool, undefined, (tx) =>
      seedPosts(
        tx,
        [{ id, title: '工会干部', role, unit: unit.id, holder: { account: id, name } }],
        '2026-01-01',
        clock.at,
      ),
    )
    const post = await findActingPost(services, id, id)
    if (!post) throw new Error('the post has just been made')
    return { kind: 'post', account: id, name, post, language: 'zh', keyOwner: id }
  }

  /** A person nobody knows yet: a valid number, a phone, a name. */
  function stranger(): { name: string; identityNumber: string; phone: string } {
    people++
    const sequence = people % 1000
    const day = String(1 + (Math.floor(people / 1000) % 28)).padStart(2, '0')
    return {
      name: `张测试${'一二三四五六七八九十'[people % 10]}`,
      identityNumber: makeIdentityNumber({ address: '440103', birthDate: `1990-05-${day}`, sequence }),
      phone: `154${String(10_000_000 + people)}`,
    }
  }

  /** A joining code of a union, as text. */
  async function code(unit: { id: string }): Promise<string> {
    const made = await does(await officer(unit), makeJoiningCode, { unit: unit.id, label: '门口', validDays: 30 })
    return made.link.split('/').at(-1) ?? ''
  }

  /** Puts a code on a phone as if it had been sent. */
  async function phoneCode(phone: string, text = '123456'): Promise<string> {
    await inTransaction(services.pool, undefined, async (tx) => {
      await tx.run('delete from people.phone_code where digest = $1', [services.keyring.digest('phone', phone)])
      await keepPhoneCode(tx, services, phone, text, clock.at)
    })
    return text
  }

  /** Somebody applies by the same act as a worker with a phone. */
  async function applies(wish: JoinWish = {}): Promise<Applicant> {
    const typed = { ...stranger(), ...wish }
    const { name, identityNumber, phone } = typed
    const form = {
      code: wish.code ?? (await code(wish.unit ?? units.shop)),
      name,
      identityKind: 'resident_card',
      identityNumber,
      phone,
      phoneCode: await phoneCode(phone),
      consents: { notice: noticeVersion, sensitive: true },
      ...(wish.replaces && { replaces: wish.replaces }),
      ...(wish.confidential && { confidential: true }),
      ...(wish.occupation && { occupation: wish.occupation }),
    }
    const { answer, cookie } = await perform(services, anyone(), submitApplication, form)
    const token = cookie?.value ?? ''
    const who = await whoseSession(services, token)
    if (!who) throw new Error('whoever applies is signed in')
    return {
      actor: { kind: 'person', language: 'zh', keyOwner: who.account, ...who },
      cookie: `${memberCookie}=${token}`,
      outcome: answer,
      phone,
      identityNumber,
      name,
    }
  }

  return {
    services,
    server: app.server satisfies FastifyInstance,
    officers: app.officers,
    jobPool: app.jobPool,
    /** Address of the database under the role of the jobs. */
    jobUrl: database.job,
    ownerUrl: database.owner,
    /** Where the file store keeps its files. */
    filesFolder: join(dataFolder, 'files'),
    appUrl: database.app,
    /** Address of the database as whoever may see and end every connection. */
    superuserUrl: database.superuser,
    dataFolder,
    units,
    mistakes,
    rows,
    does,
    asks,
    officer,
    anyone,
    stranger,
    code,
    phoneCode,
    applies,
    /** Waits until every fact is numbered and folded: lists over many cells and figures know of it then. */
    async settled() {
      for (;;) {
        const [row] = await rows(`select (select count(*) from kernel.outbox)::int as waiting, (
          select count(*) from kernel.fact_lease l cross join unnest(array['insight.unit_count', 'insight.unit_day']) as fold
          left join kernel.consumer c on c.cell_id = l.cell_id and c.name = fold
          where l.next_number - 1 > coalesce(c.number, 0))::int as behind`)
        if (row?.waiting === 0 && row.behind === 0) return
        app.services.wake()
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    /** The audit rows of a subject, oldest first. */
    audit: (subject: string) => rows('select * from kernel.audit where subject_id = $1 order by id', [subject]),
    /** The statements that a piece of work sends, in their order; what runs beside it is left out. */
    async statementsOf(work: () => Promise<unknown>): Promise<string[]> {
      const statements: string[] = []
      await sent.run(statements, work)
      return statements
    },
    now: () => clock.at,
    /** Moves the clock; nothing sleeps. */
    moveTo(at: string) {
      clock.at = new Date(at)
    },
  }
}
