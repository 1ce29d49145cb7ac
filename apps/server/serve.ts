import { readConfig } from '@gongqiao/kernel/config.ts'
import { demonstrationPassword, seedDemonstration, workerPhone } from '@gongqiao/modules/demonstration/index.ts'
import { openApp } from './app.ts'
import { openLog } from './log.ts'

const size = { enterprises: 300, members: 20_000, newcomers: 12 }

/** `gongqiao serve`: brings up the whole product and says where to open it. Stops in order on SIGTERM and SIGINT. */
export async function serve(): Promise<void> {
  const started = performance.now()
  const say = (words: string) => process.stdout.write(`${words}\n`)
  const config = readConfig(process.env, process.cwd())
  const log = openLog()
  const app = await openApp(config, log, (words) => say(`  … ${words}`))
  if (config.mode === 'demonstration') {
    await seedDemonstration(app.services, app.officers, size, (words) => say(`  … demonstration: ${words}`))
  }
  await app.server.listen({ port: config.port, host: config.host })
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
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      say('  … stopping')
      app.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stop')
          process.exit(1)
        },
      )
    })
  }
}
