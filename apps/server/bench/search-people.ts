import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { cellsBetween } from '@gongqiao/kernel/shared/place.ts'
import { startChild } from './child.ts'
import { requestBytes } from './connection.ts'
import { type Figure, figureOf, percentile } from './figures.ts'
import { rarePairs } from './fill.ts'
import type { BenchInstallation } from './installation.ts'
import { loadFile } from './join.ts'
import type { LoadJob, LoadResult } from './load-process.ts'
import type { SearchSize } from './search-unit.ts'

const connections = 2
const warmUp = 200
/** One request in so many asks for a pair that a handful of people have, or nobody. */
const rareEvery = 4

/**
 * Two characters of a name in a county of 100,000 of a million, by its officer over HTTP under row-level security, with
 * who was shown kept in the access log. Three requests of four ask for a pair of somebody's name, so that hot ones come
 * as often as they stand; the fourth for a rare one, or one that nobody has.
 */
export async function measurePeopleSearch(
  { app, port, nation }: BenchInstallation,
  { rounds, requests }: SearchSize,
  onProgress: (words: string) => void,
): Promise<Figure> {
  const { countyOfficer: officer } = nation
  const cell = nation.counties[0]?.cell ?? 0
  const headers = { cookie: officer.cookie, 'x-post': officer.post }
  const load = startChild<LoadJob, LoadResult>(loadFile)
  const names = await inTransaction(
    app.services.pool,
    cellsBetween(cell, cell),
    (tx) =>
      tx.many<{ name: string }>(
        `select name from membership.membership where cell_id = $1 and status <> 'ended' order by md5(id::text) limit $2`,
        [cell, requests],
      ),
    'read only',
  )
  const pairs = names.map(({ name }, index) =>
    index % rareEvery === 0
      ? (rarePairs[(index / rareEvery) % rarePairs.length] ?? '')
      : [...name].slice(index % 2, 2 + (index % 2)).join(''),
  )
  const made = pairs.map((text) => requestBytes('POST', `/api/units/${officer.unit}/people/search`, headers, { text }))

  async function p95(burst: readonly Buffer[]): Promise<{ all: number; rare: number }> {
    const { sentAt, answeredAt, refused } = await load.ask({ kind: 'burst', port, connections, requests: burst })
    if (Object.keys(refused).length > 0) throw new Error(`searches were refused: ${JSON.stringify(refused)}`)
    const took = answeredAt.map((at, index) => at - (sentAt[index] ?? at))
    return {
      all: percentile(took, 95),
      rare: percentile(
        took.filter((_, index) => index % rareEvery === 0),
        95,
      ),
    }
  }

  try {
    onProgress('search.county: warming up')
    await p95(made.slice(0, warmUp))
    const found: number[] = []
    for (let round = 1; round <= rounds; round++) {
      const { all, rare } = await p95(made)
      found.push(all)
      onProgress(
        `search.county: round ${round}/${rounds}, p95 ${all.toFixed(1)} ms, of rare ones ${rare.toFixed(1)} ms`,
      )
    }
    return figureOf({ name: 'search.county', unit: 'ms (p95)', better: 'less', rounds: found, bar: { atMost: 25 } })
  } finally {
    load.stop()
  }
}
