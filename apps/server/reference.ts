import type { Pool } from '@gongqiao/kernel/database/connect.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { matterDeadlines } from '@gongqiao/kernel/matter/deadline-rules.ts'
import { keepDeadlineRules, seedDeadlines } from '@gongqiao/kernel/matter/seed-deadlines.ts'
import { electionDeadlines, electionParameters, keepParameters } from '@gongqiao/modules/elections/index.ts'
import { membershipDeadlines } from '@gongqiao/modules/membership/index.ts'
import {
  keepLocalRules,
  loadUnitKeys,
  organizationDeadlines,
  readDivisions,
  seedUnits,
  unions,
  unitKeysAreWritten,
} from '@gongqiao/modules/organization/index.ts'
import { rightsDeadlines } from '@gongqiao/modules/rights/index.ts'

/** The day the 2023 division codes hold from; the tree's history begins there. */
export const divisionsFrom = '2023-06-30'

const deadlines = [
  ...matterDeadlines,
  ...organizationDeadlines,
  ...membershipDeadlines,
  ...electionDeadlines,
  ...rightsDeadlines,
]

/**
 * Loads the reference data an installation begins with: the union tree, the deadlines, the calendar. An installation that
 * has begun gets what the code knows by now of deadline rules, at each start; its own edits stay.
 */
export async function loadReference(pool: Pool, now: Date, onProgress: (words: string) => void): Promise<void> {
  const known = await inTransaction(
    pool,
    undefined,
    (tx) => tx.run(`select from kernel.installation where id = 'reference'`),
    'read only',
  )
  if (known > 0) {
    const kept = await inTransaction(pool, undefined, (tx) => keepDeadlineRules(tx, deadlines))
    if (kept > 0) onProgress(`${kept} deadline rules`)
    await inTransaction(pool, undefined, (tx) => keepParameters(tx, electionParameters))
    await inTransaction(pool, undefined, keepLocalRules)
    return loadUnitKeys(pool, now, onProgress)
  }
  onProgress('union tree of 44,577 units')
  const tree = unions(await readDivisions())
  await inTransaction(pool, undefined, async (tx) => {
    await seedUnits(tx, tree, divisionsFrom, now)
    await unitKeysAreWritten(tx, now)
    await seedDeadlines(tx, deadlines)
    await keepParameters(tx, electionParameters)
    await keepLocalRules(tx)
    await tx.run(
      `insert into kernel.installation (id, value, changed_at) values ('reference', $1, $2) on conflict (id) do nothing`,
      [{ divisions: 2023 }, now],
    )
  })
}
