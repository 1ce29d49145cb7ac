import { realpath, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { attach, type Place } from './attach.ts'
import { createDatabase } from './create-database.ts'
import { findDataFolder, requireSameMajor } from './data-folder.ts'
import type { EmbeddedOptions } from './options.ts'
import { stopPostmaster } from './postmaster.ts'
import { installedPrograms, runnablePrograms } from './programs.ts'
import { serverState } from './state.ts'

/** A running PostgreSQL that belongs to one data folder. */
export type EmbeddedPostgres = {
  port: number
  /** The address for a role; `database` is `postgres` unless told. */
  url(role: string, password: string, database?: string): string
  /** The address of the database `postgres` for the superuser of that name. */
  superuserUrl: string
  /** Stops the server unless another process uses it too; bounded to about 45 seconds, and harmless when repeated. */
  stop(): Promise<void>
}

const STOP_SECONDS = 30
const LONGEST_PAUSE_MS = 10_000

/**
 * Starts the PostgreSQL that comes with the installation, or joins the one that runs on the data folder already.
 *
 * Works for root too, in folders PostgreSQL's own account cannot enter, after a `kill -9` of anything, and when several
 * processes start at once: all use one server, and the last to stop ends it. While the caller lives, a server that goes
 * away is started again on the same port.
 *
 * @throws Error in words for an operator when there is no way to run it
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { onProgress, log } = options
  const place = await prepare(options)
  const { hold: firstHold, port } = await attach(place, options)
  onProgress('ready')

  const stopping = new AbortController()
  let hold = firstHold
  let reviving = Promise.resolve()
  let stopped: Promise<void> | undefined
  watch()

  function watch() {
    hold.onLost(() => {
      reviving = revive()
    })
  }

  async function revive(): Promise<void> {
    log('the database server went away and is started again')
    for (let pauseMs = 250; !stopping.signal.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        hold = (await attach(place, { ...options, port })).hold
        log('the database server is back')
        return watch()
      } catch (error) {
        log(`the database server does not come back: ${String(error)}`)
        await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }

  async function stop(): Promise<void> {
    stopping.abort()
    await reviving
    const last = await hold.release()
    if (last) await stopPostmaster(place.programs, place.folder, STOP_SECONDS)
    await hold.end()
  }

  function url(role: string, password: string, database = 'postgres'): string {
    const [user, secret, name] = [role, password, database].map(encodeURIComponent)
    return `postgres://${user}:${secret}@127.0.0.1:${port}/${name}`
  }

  return {
    port,
    url,
    superuserUrl: url('postgres', place.state.password),
    stop() {
      stopped ??= stop()
      return stopped
    },
  }
}

async function prepare(options: EmbeddedOptions): Promise<Place> {
  const { refuge = '/var/lib/gongqiao', onProgress, log } = options
  const dataDir = resolve(options.dataDir)
  const folder = await findDataFolder(dataDir, refuge, () => onProgress('creating account'))
  const copying = () => onProgress('copying programs')
  const programs = await runnablePrograms(await installedPrograms(), folder.user, folder.home, copying)
  const state = await serverState(dataDir)
  if (folder.created) {
    await requireSameMajor(programs, folder)
    return { dataDir, folder, programs, state }
  }

  onProgress('creating database')
  const made = await createDatabase(programs, folder, dataDir, state.password)
  if (made) log(`the database was created in ${folder.pgdata}`)
  else if (folder.home !== (await realpath(dataDir))) await rm(folder.home, { recursive: true })
  return prepare(options)
}
