import { composeApp } from '../apps/server/app.ts'
import { openLog } from '../apps/server/log.ts'
import { matterParts } from '../apps/server/matter-parts.ts'
import { readConfig } from '../kernel/config.ts'
import { suiteNamed } from '../kernel/crypto/suites.ts'
import { reactAll } from '../kernel/facts/reaction.ts'
import { membershipReactions } from '../modules/membership/reactions.ts'
import { lifeReactions } from '../modules/organization/life/reactions.ts'

/*
 * A process of its own that lets follow what follows from facts, over a test's database, until somebody ends it:
 * `node reaction-process.ts OWNER_URL APP_URL JOB_URL DATA_FOLDER NOW`.
 */
const [owner = '', app = '', job = '', folder = '', now = ''] = process.argv.slice(2)
const config = readConfig({ PORT: '0', GONGQIAO_DATA: folder, GONGQIAO_URL: 'http://localhost:3000' }, folder)
const { services, jobPool } = await composeApp({
  config,
  urls: { owner, app, job, stop: async () => undefined },
  suite: suiteNamed(config.suite),
  masterKey: Buffer.alloc(32, 7),
  log: openLog('silent'),
  now: () => new Date(now),
  onProgress: () => undefined,
  reference: async () => undefined,
})
const reactions = [...membershipReactions(services), ...lifeReactions(services, matterParts)]
process.send?.('ready')
for (;;) {
  await reactAll(jobPool, reactions, () => undefined).catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 20))
}
