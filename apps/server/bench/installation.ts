import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readConfig } from '@gongqiao/kernel/config.ts'
import { masterKeyFile } from '@gongqiao/kernel/crypto/master-key.ts'
import { suiteNamed } from '@gongqiao/kernel/crypto/suites.ts'
import { startEmbedded } from '@gongqiao/kernel/postgres/embedded.ts'
import { type App, composeApp } from '../app.ts'
import { startBackground } from '../background.ts'
import { openDatabase } from '../database.ts'
import { openLog } from '../log.ts'
import { loadReference } from '../reference.ts'
import { fillRoll } from './fill.ts'
import { type BenchNation, plantNation } from './nation.ts'

/** An installation of the bench's own, listening: what production runs, over a roll of a million members. */
export type BenchInstallation = {
  readonly app: App
  readonly port: number
  /** Address of its database for the request role. */
  readonly appUrl: string
  /** The same as a superuser, for what only the measure itself may do. */
  readonly superuserUrl: string
  readonly nation: BenchNation
  readonly stop: () => Promise<void>
}

/**
 * Opens the installation: production mode, the embedded PostgreSQL with the launcher's own settings (fsync on), ten
 * counties of 100,000 members.
 *
 * @param data a folder to use and keep; undefined for one that goes away with `stop`
 */
export async function openInstallation(
  data: string | undefined,
  onProgress: (words: string) => void,
): Promise<BenchInstallation> {
  const folder = data === undefined ? await mkdtemp(join(tmpdir(), 'gongqiao-bench-')) : resolve(data)
  await mkdir(folder, { recursive: true })
  const masterKey = await masterKeyFile(join(folder, 'bench-master.key'))
  const config = readConfig(
    {
      HOST: '127.0.0.1',
      GONGQIAO_DATA: folder,
      GONGQIAO_MODE: 'production',
      GONGQIAO_URL: 'https://bench.invalid',
      GONGQIAO_SMS_URL: 'https://sms.bench.invalid',
      GONGQIAO_REQUESTS_PER_MINUTE: '1000000000',
      GONGQIAO_MASTER_KEY: masterKey.toString('base64'),
    },
    folder,
  )
  const suite = suiteNamed(config.suite)
  const log = openLog('silent')
  const server = await startEmbedded({ dataDir: folder, onProgress, log: () => undefined })
  const urls = await openDatabase(config, suite, masterKey, onProgress, () => undefined)
  const now = () => new Date()
  const app = await composeApp({ config, urls, suite, masterKey, log, now, onProgress, reference: loadReference })
  const nation = await plantNation(app, onProgress)
  const superuser = new URL(server.superuserUrl)
  superuser.pathname = new URL(urls.app).pathname
  await fillRoll(superuser.href, nation, onProgress)
  await app.server.listen({ port: 0, host: config.host })
  const background = startBackground(app, config, log)
  return {
    app,
    port: portOf(app.server.server.address()),
    appUrl: urls.app,
    superuserUrl: superuser.href,
    nation,
    async stop() {
      await background.stop()
      await app.stop()
      await server.stop()
      if (data === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address.port
}
