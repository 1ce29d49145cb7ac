import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { cellsBetween } from '@gongqiao/kernel/shared/place.ts'
import pg from 'pg'
import { startChild } from './child.ts'
import { requestBytes } from './connection.ts'
import { type Figure, figureOf, percentile } from './figures.ts'
import type { BenchInstallation } from './installation.ts'
import { loadFile } from './join.ts'
import type { LoadJob, LoadResult } from './load-process.ts'

const connections = 2
const warmUp = 200
const openMatters = 100_000

/** How many rounds, and how many requests of each kind in a round. */
export type QueueSize = { readonly rounds: number; readonly requests: number }

/**
 * Open matters of the county's unions, due from a month ago to two months ahead: every fifth waits for its person, every
 * twentieth is the county officer's own.
 */
const fill = `
  insert into kernel.matter (cell_id, id, path, kind, host_unit_id, subject_id, title, state, owner_post_id, escalations,
    clock_rule, clock_from, due_on, due_provisional, opened_at, changed_at, last_event, waits)
  select $1, uuidv7(), ($3::text[])[1 + n % $4], 'membership.application', ($2::uuid[])[1 + n % $4], uuidv7(),
    substr('王李张刘陈杨黄赵吴周', 1 + n % 10, 1) || substr('伟芳娜敏静丽强磊军洋', 1 + n / 10 % 10, 1),
    case when n % 5 = 0 then 'returned' else 'submitted' end,
    case when n % 20 = 1 then $6::uuid else ($2::uuid[])[1 + n % $4] end, 0,
    case when n % 5 = 0 then 'MEM-MEND' else 'MEM-SLA' end, current_date - 40,
    current_date - 30 + (n::bigint * 7919 % 91)::int, false, current_timestamp, current_timestamp, 1, n % 5 = 0
  from generate_series(1, $5::int) as n`

async function fillQueue({ superuserUrl, nation }: BenchInstallation, onProgress: (words: string) => void) {
  const [county] = nation.counties
  if (!county) throw new Error('the bench has a county')
  const { cell, holders } = county
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from kernel.matter where cell_id = $1 and ended_at is null',
      [cell],
    )
    const there = rows[0]?.n ?? 0
    if (there >= openMatters) return
    onProgress(`queue: ${openMatters} open matters in one county`)
    await client.query(fill, [
      ...[cell, holders.map(({ id }) => id), holders.map(({ path }) => path), holders.length],
      ...[openMatters - there, nation.countyOfficer.post],
    ])
    await client.query('vacuum analyze kernel.matter')
  } finally {
    await client.end()
  }
}

/**
 * A page of the queue of a county officer with 100,000 open matters in that county: everything in the county from anywhere
 * in it, what is late, and their own, by turns, against one member by key. Both by the same officer over HTTP, through the
 * same `ask`, with what was shown kept in the access log; a page counts its view too.
 */
export async function measureQueue(
  installation: BenchInstallation,
  { rounds, requests }: QueueSize,
  onProgress: (words: string) => void,
): Promise<Figure> {
  await fillQueue(installation, onProgress)
  const { app, port, nation } = installation
  const { countyOfficer: officer } = nation
  const cell = nation.counties[0]?.cell ?? 0
  const headers = { cookie: officer.cookie, 'x-post': officer.post }
  const load = startChild<LoadJob, LoadResult>(loadFile)
  const found = await inTransaction(
    app.services.pool,
    cellsBetween(cell, cell),
    async (tx) => ({
      matters: await tx.many<{ id: string; due: string }>(
        'select id, due_on as due from kernel.matter where cell_id = $1 and ended_at is null order by md5(id::text) limit $2',
        [cell, requests],
      ),
      members: await tx.many<{ id: string }>(
        `select id from membership.membership where cell_id = $1 and status <> 'ended' order by md5(id::text) limit $2`,
        [cell, requests],
      ),
    }),
    'read only',
  )
  const views = ['view=overdue', 'view=mine'] as const
  const pages = found.matters.map(({ id, due }, index) =>
    requestBytes('GET', `/api/queue?${views[index % 3] ?? `view=unit&after=${cell}_${due}_${id}`}`, headers),
  )
  const keys = found.members.map(({ id }) => requestBytes('GET', `/api/cells/${cell}/members/${id}`, headers))

  async function p95(made: readonly Buffer[]): Promise<number> {
    const { sentAt, answeredAt, refused } = await load.ask({ kind: 'burst', port, connections, requests: made })
    if (Object.keys(refused).length > 0) throw new Error(`reads were refused: ${JSON.stringify(refused)}`)
    return percentile(
      answeredAt.map((at, index) => at - (sentAt[index] ?? at)),
      95,
    )
  }

  try {
    onProgress('queue: warming up')
    for (const made of [pages, keys]) await p95(made.slice(0, warmUp))
    const [page, byKey]: [number[], number[]] = [[], []]
    for (let round = 1; round <= rounds; round++) {
      page.push(await p95(pages))
      byKey.push(await p95(keys))
      const words = [page, byKey].map((list) => list.at(-1)?.toFixed(1)).join(' · ')
      onProgress(`queue: round ${round}/${rounds}, p95 in ms of a page · of a member by key: ${words}`)
    }
    return figureOf({
      name: 'queue.page',
      unit: 'ms (p95)',
      better: 'less',
      rounds: page,
      reference: { name: 'member by key', rounds: byKey },
      bar: { atMost: 15, atLeastTimes: 0.35 },
    })
  } finally {
    load.stop()
  }
}
