import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { cellsBetween } from '@gongqiao/kernel/shared/place.ts'
import { startChild } from './child.ts'
import { requestBytes } from './connection.ts'
import { type Figure, figureOf, percentile } from './figures.ts'
import type { BenchInstallation } from './installation.ts'
import { loadFile } from './join.ts'
import type { LoadJob, LoadResult } from './load-process.ts'

const connections = 2
const warmUp = 200

/** How many rounds, and how many requests of each kind in a round. */
export type ListSize = { readonly rounds: number; readonly requests: number }

/**
 * A page of 50 people of a county of 100,000, from anywhere in its roll, against one member by key: both by the same
 * officer over HTTP, through the same `ask`, with what was shown kept in the access log.
 */
export async function measureList(
  { app, port, nation }: BenchInstallation,
  { rounds, requests }: ListSize,
  onProgress: (words: string) => void,
): Promise<Figure> {
  const { countyOfficer: officer } = nation
  const cell = nation.counties[0]?.cell ?? 0
  const headers = { cookie: officer.cookie, 'x-post': officer.post }
  const load = startChild<LoadJob, LoadResult>(loadFile)
  const members = await inTransaction(
    app.services.pool,
    cellsBetween(cell, cell),
    (tx) =>
      tx.many<{ id: string; path: string }>(
        `select id, path from membership.membership where cell_id = $1 and status <> 'ended' order by md5(id::text) limit $2`,
        [cell, requests],
      ),
    'read only',
  )
  const pages = members.map(({ id, path }) =>
    requestBytes('GET', `/api/units/${officer.unit}/people?after=${cell}.${path}.${id}.`, headers),
  )
  const keys = members.map(({ id }) => requestBytes('GET', `/api/cells/${cell}/members/${id}`, headers))

  async function p95(made: readonly Buffer[]): Promise<number> {
    const { sentAt, answeredAt, refused } = await load.ask({ kind: 'burst', port, connections, requests: made })
    if (Object.keys(refused).length > 0) throw new Error(`reads were refused: ${JSON.stringify(refused)}`)
    return percentile(
      answeredAt.map((at, index) => at - (sentAt[index] ?? at)),
      95,
    )
  }

  try {
    onProgress('list: warming up')
    for (const made of [pages, keys]) await p95(made.slice(0, warmUp))
    const [page, byKey]: [number[], number[]] = [[], []]
    for (let round = 1; round <= rounds; round++) {
      page.push(await p95(pages))
      byKey.push(await p95(keys))
      const words = [page, byKey].map((list) => list.at(-1)?.toFixed(1)).join(' · ')
      onProgress(`list: round ${round}/${rounds}, p95 in ms of a page · of a member by key: ${words}`)
    }
    return figureOf({
      name: 'list.county',
      unit: 'ms (p95)',
      better: 'less',
      rounds: page,
      reference: { name: 'member by key', rounds: byKey },
      bar: { atMost: 10, atLeastTimes: 0.5 },
    })
  } finally {
    load.stop()
  }
}
