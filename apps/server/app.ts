import { join } from 'node:path'
import type { Config } from '@gongqiao/kernel/config.ts'
import type { CryptoSuite } from '@gongqiao/kernel/crypto/suite.ts'
import { suiteNamed } from '@gongqiao/kernel/crypto/suites.ts'
import { openPool, type Pool } from '@gongqiao/kernel/database/connect.ts'
import { migrate, readMigrations } from '@gongqiao/kernel/database/migrate.ts'
import { faultsOfRequestRole } from '@gongqiao/kernel/database/roles.ts'
import { type Pump, startPump } from '@gongqiao/kernel/facts/pump.ts'
import { localFileStore } from '@gongqiao/kernel/files/local-store.ts'
import { makeHub } from '@gongqiao/kernel/http/live.ts'
import { buildServer } from '@gongqiao/kernel/http/server.ts'
import { openDeadlines } from '@gongqiao/kernel/matter/deadlines.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { type OfficerSignIn, openOfficerSignIn } from '@gongqiao/kernel/signin/officers.ts'
import {
  figuresTopic,
  readBoundaryIndex,
  sketchBoundaries,
  unitCountProjection,
  unitDayProjection,
} from '@gongqiao/modules/insight/index.ts'
import { regionsOfCells } from '@gongqiao/modules/organization/index.ts'
import { askCountProjection } from '@gongqiao/modules/rights/index.ts'
import type { FastifyInstance } from 'fastify'
import { serveApiDocs } from './api-docs.ts'
import { makeAuthenticate } from './authenticate.ts'
import { serveBoundaries } from './boundaries.ts'
import { type DatabaseUrls, openDatabase } from './database.ts'
import { holdToBeginnings, keyringOver, masterKeyOf, sealKeysOf, signInSecret, tokensOf } from './keys.ts'
import type { openLog } from './log.ts'
import { loadReference } from './reference.ts'
import { allRoutes } from './routes.ts'
import { builtScreens, serveScreens } from './screens.ts'
import { productVersion } from './version.ts'
import { say, words } from './words.ts'

/** A running installation. */
export type App = {
  readonly services: Services
  readonly officers: OfficerSignIn
  readonly server: FastifyInstance
  readonly jobPool: Pool
  readonly ownerUrl: string
  /** Address of the database under the role of the jobs. */
  readonly jobUrl: string
  /** Ends it in order: no new requests, running ones finish, facts are folded, connections and database close. */
  readonly stop: () => Promise<void>
}

const root = join(import.meta.dirname, '..', '..')
const poolSize = 20

/** The folders that hold migrations, kernel first. */
export const migrationFolders: readonly string[] = [
  join(root, 'kernel', 'migrations'),
  ...['organization', 'people', 'membership', 'elections', 'rights', 'insight'].map((name) =>
    join(root, 'modules', name, 'migrations'),
  ),
]

/** What an app is opened over. */
export type AppParts = {
  readonly config: Config
  readonly urls: DatabaseUrls
  readonly suite: CryptoSuite
  readonly masterKey: Buffer
  readonly log: ReturnType<typeof openLog>
  readonly now: () => Date
  readonly onProgress: (words: string) => void
  /** Loads what an installation begins with; a test plants its own small tree instead. */
  readonly reference: (pool: Pool, now: Date, onProgress: (words: string) => void) => Promise<void>
}

/** Opens an installation: database, roles, migrations, keys, reference data, server. Progress in words as it goes. */
export async function openApp(
  config: Config,
  log: ReturnType<typeof openLog>,
  onProgress: (words: string) => void,
): Promise<App> {
  const suite = suiteNamed(config.suite)
  const masterKey = await masterKeyOf(config)
  const urls = await openDatabase(
    config,
    suite,
    masterKey,
    (step) => onProgress(`database: ${step}`),
    (line) => log.info({ database: line }),
  )
  try {
    return await composeApp({
      config,
      urls,
      suite,
      masterKey,
      log,
      now: () => new Date(),
      onProgress,
      reference: loadReference,
    })
  } catch (error) {
    await urls.stop()
    throw error
  }
}

/** Composes the app over a database that is there. */
export async function composeApp({
  config,
  urls,
  suite,
  masterKey,
  log,
  now,
  onProgress,
  reference,
}: AppParts): Promise<App> {
  const boundaries = config.boundaries ?? sketchBoundaries
  const boundaryIndex = await readBoundaryIndex(boundaries)
  const applied = await migrate(urls.owner, await readMigrations(migrationFolders), (done, all) =>
    onProgress(`migrations ${done}/${all}`),
  )
  if (applied.length > 0) log.info({ migrations: applied.length })
  const pool = openPool(urls.app, poolSize, 'gongqiao app')
  const jobPool = openPool(urls.job, 4, 'gongqiao job')
  await refuseUnsafeRole(pool)
  const keyring = keyringOver(pool, suite, masterKey)
  await holdToBeginnings(pool, keyring, config)
  await reference(pool, now(), onProgress)
  const publicUrl = config.url ?? `http://localhost:${config.port}`
  const logMistake = (error: unknown, about: object) => log.error({ err: error, ...about }, 'mistake')
  let pump: Pump | undefined
  const services: Services = {
    pool,
    now,
    keyring,
    tokens: await tokensOf(pool, suite, masterKey),
    sealKeys: await sealKeysOf(pool, suite, masterKey, now()),
    deadlines: await openDeadlines(pool, regionsOfCells),
    verifyIdentity: async () => 'not_verified',
    files: localFileStore(join(config.dataFolder, 'files')),
    say,
    publicUrl,
    demonstration: config.mode === 'demonstration',
    brand: config.brand.name,
    wake: () => pump?.wake(),
    logMistake,
  }
  const officers = openOfficerSignIn(
    pool,
    { appUrl: urls.app, secret: signInSecret(suite, masterKey), publicUrl, issuer: config.brand.name },
    now,
  )
  const hub = makeHub()
  const server = buildServer({
    services,
    routes: allRoutes(officers, {
      brand: config.brand,
      demonstration: services.demonstration,
      version: await productVersion(),
    }),
    authenticate: makeAuthenticate(officers),
    words,
    hub,
    secureCookies: publicUrl.startsWith('https:'),
    limits: {
      address: config.requestsPerMinute,
      account: Math.ceil(config.requestsPerMinute / 5),
      program: Math.ceil(config.requestsPerMinute / 10),
    },
  })
  serveApiDocs(server, config.brand.name)
  serveBoundaries(server, boundaries, boundaryIndex)
  serveScreens(server, builtScreens)
  pump = startPump(
    jobPool,
    [
      {
        projection: unitCountProjection(now),
        told: (_cell: number, units: readonly string[]) => hub.tell(units.map(figuresTopic)),
      },
      { projection: unitDayProjection(), told: () => undefined },
      { projection: askCountProjection(), told: () => undefined },
    ],
    (error) => logMistake(error, { loop: 'facts' }),
  )
  return {
    services,
    officers,
    server,
    jobPool,
    ownerUrl: urls.owner,
    jobUrl: urls.job,
    async stop() {
      await server.close()
      await pump?.stop()
      await officers.close()
      await Promise.all([pool.end(), jobPool.end()])
      await urls.stop()
    },
  }
}

/** Refuses to start when row-level security would not bind the request role. */
async function refuseUnsafeRole(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    const faults = await faultsOfRequestRole(client)
    if (faults.length > 0)
      throw new Error(`the request role must not serve:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
  } finally {
    client.release()
  }
}
