import { once } from 'node:events'
import {
  type DemonstrationSize,
  demonstrationPassword,
  seedDemonstration,
  workerPhone,
} from '@gongqiao/modules/demonstration/index.ts'
import { openApp } from '../app.ts'
import { startBackground } from '../background.ts'
import { openLog } from '../log.ts'
import type { CliCommand, Given } from './command.ts'
import { CannotOpen, opened } from './installation.ts'

/** How large a demonstration is when nothing else is said. */
const usual = { enterprises: 300, members: 20_000, newcomers: 12 } as const

/** How large a demonstration is to be. */
export const sizeOptions: CliCommand['options'] = {
  enterprises: {
    type: 'number',
    least: 1,
    most: 923_520,
    words: `enterprise unions of a demonstration (${usual.enterprises})`,
  },
  members: { type: 'number', least: 8, most: 1_000_000, words: `members of a demonstration (${usual.members})` },
  newcomers: { type: 'number', least: 0, most: 1_000, words: `applications that wait in it (${usual.newcomers})` },
  seed: { type: 'number', least: 0, most: 4_294_967_295, words: 'another number makes other unions and people' },
}

/** Reads how large a demonstration is to be. */
export function sizeOf({ number }: Given): DemonstrationSize {
  const seed = number('seed')
  return {
    enterprises: number('enterprises') ?? usual.enterprises,
    members: number('members') ?? usual.members,
    newcomers: number('newcomers') ?? usual.newcomers,
    ...(seed !== undefined && { seed }),
  }
}

/** `gongqiao serve`: brings up the whole product and says where to open it; ends in order when it is told to stop. */
export const serve: CliCommand = {
  name: 'serve',
  summary: 'Brings up the whole product: database, migrations, reference data, server, jobs.',
  takes: [],
  options: sizeOptions,
  details: `In demonstration mode the first start fills a county that nobody lives in; the options say how large.
Settings are told by the environment: gongqiao config shows them. Ends in order on SIGTERM and SIGINT.`,
  async run(given, { terminal, config: readSettings, stopped }) {
    const started = performance.now()
    const { say } = terminal
    const config = readSettings()
    const log = openLog()
    const app = await opened(() => openApp(config, log, (words) => say(`  … ${words}`)))
    try {
      if (config.mode === 'demonstration') {
        const tell = (words: string) => say(`  … demonstration: ${words}`)
        await seedDemonstration(app.services, app.officers, sizeOf(given), tell)
      }
      await listen()
    } catch (error) {
      await app.stop()
      throw error
    }
    const background = startBackground(app, config, log)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const at = app.services.publicUrl
    say(`\nGongqiao is ready after ${seconds} s.\n`)
    say(`  Member app   ${at}/`)
    say(`  Console      ${at}/console/`)
    if (config.mode === 'demonstration') {
      say(`  Codes        ${at}/demo        (text messages and officers' codes of the demonstration)\n`)
      say(`  Officers     demo-nation, demo-province, demo-prefecture, demo-county, demo-township, demo-grassroots`)
      say(`  Password     ${demonstrationPassword}`)
      say(`  Worker       phone ${workerPhone}\n`)
    }
    if (!stopped.aborted) await once(stopped, 'abort')
    say('  … stopping')
    await Promise.all([app.server.close(), background.stop()])
    await app.stop()
    return 0

    async function listen() {
      const { port, host } = config
      try {
        await app.server.listen({ port, host })
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined
        if (code === 'EADDRINUSE')
          throw new CannotOpen(`port ${port} is in use by another program; PORT chooses another`)
        if (code === 'EACCES')
          throw new CannotOpen(`port ${port} may not be opened by this account; PORT chooses another`)
        throw error
      }
    }
  },
}
