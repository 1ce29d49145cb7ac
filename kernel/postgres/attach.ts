import { setTimeout as sleep } from 'node:timers/promises'
import { resetPassword } from './create-database.ts'
import { type DataFolder, writeSettings } from './data-folder.ts'
import { type Hold, tryHold } from './hold.ts'
import type { EmbeddedOptions } from './options.ts'
import { findPostmaster, type Started, startPostmaster, stopPostmaster } from './postmaster.ts'
import type { Programs } from './programs.ts'
import { settingsText } from './settings.ts'
import { freePort, isFree, rememberPort, type ServerState } from './state.ts'

/** Everything that is settled before a server is started or joined. */
export type Place = { dataDir: string; folder: DataFolder; programs: Programs; state: ServerState }

const LOOK_EVERY_MS = 20
const RECOVERY_WORTH_TELLING_MS = 1_000
const SILENCE_MS = 20_000
const TRIES = 6

/**
 * Claims the server of a data folder, and starts it when none runs.
 *
 * No lock decides between several callers: PostgreSQL lets one server have a data folder, and whoever lost that race
 * finds the winner's. Recovery after a crash may take as long as it takes; a server that neither answers nor recovers
 * is replaced after 20 seconds.
 *
 * @throws Error with the server's last words when it ends again and again
 */
export async function attach(
  place: Place,
  options: Pick<EmbeddedOptions, 'port' | 'onProgress' | 'log'>,
): Promise<{ hold: Hold; port: number }> {
  const { folder, programs, state } = place
  const { onProgress, log } = options
  let started: Started | undefined
  let tries = 0
  let passwordSet = false
  let recovering = false
  const startedAt = Date.now()
  let heardAt = startedAt

  for (;;) {
    const running = await findPostmaster(folder)
    if (running?.port !== undefined) {
      const answer = await tryHold(running.port, state.password)
      if (typeof answer === 'object') return { hold: answer, port: running.port }
      if (answer === 'recovering') {
        if (!recovering && Date.now() - startedAt > RECOVERY_WORTH_TELLING_MS) {
          onProgress('recovering')
          recovering = true
        }
        heardAt = Date.now()
      }
      if (answer === 'password') {
        if (passwordSet) throw new Error('the database server refuses its superuser’s password')
        log('the superuser’s password is not the remembered one and is set anew')
        await stopPostmaster(programs, folder, 10)
        await resetPassword(programs, folder, state.password)
        passwordSet = true
      }
      if (Date.now() - heardAt > SILENCE_MS) {
        log(`the database server ${running.pid} does not answer and is replaced`)
        await stopPostmaster(programs, folder, 1)
        heardAt = Date.now()
      }
    } else if (running === undefined && (started === undefined || started.hasEnded())) {
      if (tries === TRIES) throw new Error(`the database server does not start: ${await started?.ended}`)
      await sleep(200 * tries++) // after a kill -9 its children need a moment to notice
      const port = await usablePort(place, options)
      if (port !== undefined) {
        if (tries === 1) onProgress('starting')
        await writeSettings(folder, settingsText())
        started = await startPostmaster(programs, folder, port)
        heardAt = Date.now()
      }
    }
    await sleep(LOOK_EVERY_MS)
  }
}

/** The asked or remembered port; undefined when another start has meanwhile taken it for this very server. */
async function usablePort(
  place: Place,
  { port, log }: Pick<EmbeddedOptions, 'port' | 'log'>,
): Promise<number | undefined> {
  const { dataDir, folder, state } = place
  const wanted = port ?? state.port
  for (let look = 0; look < 5; look++) {
    if (await isFree(wanted)) return wanted
    if ((await findPostmaster(folder)) !== undefined) return undefined
    await sleep(LOOK_EVERY_MS) // a server that was just killed may still give its port back
  }
  if (port !== undefined) throw new Error(`port ${port} of 127.0.0.1 is in use by another program`)
  state.port = await freePort()
  await rememberPort(dataDir, state)
  log(`port ${wanted} is in use by another program; the database server takes ${state.port} from now on`)
  return state.port
}
