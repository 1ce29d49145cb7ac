import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { startChild } from './child.ts'
import { requestBytes } from './connection.ts'
import { type Figure, figureOf, percentile } from './figures.ts'
import type { BenchInstallation } from './installation.ts'
import { loadFile } from './join.ts'
import type { LoadJob, LoadResult } from './load-process.ts'
import { typedTexts } from './typed-texts.ts'

const connections = 2
const warmUp = 200

/** How many rounds, and how many key strokes in a round. */
export type SearchSize = { readonly rounds: number; readonly requests: number }

/**
 * Type-ahead over all 45,000 unions by the officer of the nation, over HTTP: each request is what stands in the field
 * after one more key stroke, on the way to a union from anywhere in the tree, by name, by pinyin initials, or by what
 * stands inside the name.
 */
export async function measureUnitSearch(
  { app, port, nation }: BenchInstallation,
  { rounds, requests }: SearchSize,
  onProgress: (words: string) => void,
): Promise<Figure> {
  const { nationOfficer: officer } = nation
  const headers = { cookie: officer.cookie, 'x-post': officer.post }
  const load = startChild<LoadJob, LoadResult>(loadFile)
  const units = await inTransaction(
    app.services.pool,
    undefined,
    (tx) =>
      tx.many<{ key: string; initials: string }>(
        `select key, initials from organization.unit_key order by md5(unit_id::text), number limit $1`,
        [requests],
      ),
    'read only',
  )
  const strokes = units.flatMap(typedTexts).slice(0, requests)
  const made = strokes.map((text) =>
    requestBytes('GET', `/api/units?under=${officer.unit}&text=${encodeURIComponent(text)}`, headers),
  )

  async function p95(burst: readonly Buffer[]): Promise<number> {
    const { sentAt, answeredAt, refused } = await load.ask({ kind: 'burst', port, connections, requests: burst })
    if (Object.keys(refused).length > 0) throw new Error(`searches were refused: ${JSON.stringify(refused)}`)
    return percentile(
      answeredAt.map((at, index) => at - (sentAt[index] ?? at)),
      95,
    )
  }

  try {
    onProgress('search.unit: warming up')
    await p95(made.slice(0, warmUp))
    const found: number[] = []
    for (let round = 1; round <= rounds; round++) {
      found.push(await p95(made))
      onProgress(`search.unit: round ${round}/${rounds}, p95 ${found.at(-1)?.toFixed(1)} ms`)
    }
    return figureOf({ name: 'search.unit', unit: 'ms (p95)', better: 'less', rounds: found, bar: { atMost: 20 } })
  } finally {
    load.stop()
  }
}
