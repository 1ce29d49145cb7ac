import { composeApp } from '../apps/server/app.ts'
import { importParts } from '../apps/server/import-parts.ts'
import { openLog } from '../apps/server/log.ts'
import { readConfig } from '../kernel/config.ts'
import { suiteNamed } from '../kernel/crypto/suites.ts'
import { workOnImports } from '../kernel/imports/work.ts'

/*
 * A process of its own that works on imports over a test's database until somebody ends it:
 * `node import-process.ts OWNER_URL APP_URL JOB_URL DATA_FOLDER NOW`.
 */
const [owner = '', app = '', job = '', folder = '', now = ''] = process.argv.slice(2)
const config = readConfig({ PORT: '0', GONGQIAO_DATA: folder, GONGQIAO_URL: 'http://localhost:3000' }, folder)
const { services } = await composeApp({
  config,
  urls: { owner, app, job, stop: async () => undefined },
  suite: suiteNamed(config.suite),
  masterKey: Buffer.alloc(32, 7),
  log: openLog('silent'),
  now: () => new Date(now),
  onProgress: () => undefined,
  reference: async () => undefined,
})
process.send?.('ready')
for (;;) {
  await workOnImports(importParts, services, new AbortController().signal)
  await new Promise((resolve) => setTimeout(resolve, 20))
}
