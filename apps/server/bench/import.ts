import { setTimeout as sleep } from 'node:timers/promises'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import type { ImportView } from '@gongqiao/kernel/imports/contract.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { cellsBetween } from '@gongqiao/kernel/shared/place.ts'
import { pathLabel, type SeedUnit, seedUnits } from '@gongqiao/modules/organization/index.ts'
import { startChild } from './child.ts'
import { type Figure, figureOf } from './figures.ts'
import { copyAgain } from './import-floor.ts'
import type { BenchInstallation } from './installation.ts'
import type { RosterJob, RosterResult } from './roster-process.ts'

const mb = 1_048_576

/** How many rounds, and how many rows each sheet has. */
export type ImportSize = { readonly rounds: number; readonly rows: number; readonly messyRows: number }

/** What a clerk's import took, in seconds, and the most memory the process held meanwhile, in MB. */
type Taken = {
  readonly view: ImportView
  readonly firstFault: number
  readonly dryRun: number
  readonly run: number
  readonly memory: number
}

/** Everything a clerk does, over HTTP like a clerk: upload, mapping as proposed, dry run, run. */
async function importSheet({ port, nation }: BenchInstallation, csv: string): Promise<Taken> {
  const { cookie, post, unit } = nation.countyOfficer
  const ask = async (path: string, body?: string | object): Promise<ImportView> => {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json'
    const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, 'x-post': post, ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return asView(await answer.json())
  }
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().rss / mb)
  }, 50)
  try {
    const started = performance.now()
    const since = (from: number) => (performance.now() - from) / 1000
    const uploaded = await ask(`/units/${unit}/imports/membership.roster?name=roster.csv`, csv)
    const one = `/cells/${uploaded.cell}/imports/${uploaded.import}`
    const columns = uploaded.sheetColumns.map(({ index, key }) => ({ index, key }))
    await ask(`${one}/mapping`, { mapping: { headerRows: uploaded.headerRows, columns } })
    let firstFault = Number.NaN
    const until = async (states: readonly string[]): Promise<ImportView> => {
      for (;;) {
        const view = await ask(one)
        if (Number.isNaN(firstFault) && view.counts.invalid > 0) firstFault = since(started)
        if (states.includes(view.state)) return view
        if (view.state === 'failed') throw new Error(view.trouble ?? 'the import failed')
        await sleep(250)
      }
    }
    await until(['checked'])
    const dryRun = since(started)
    const begun = performance.now()
    await ask(`${one}/run`, {})
    const view = await until(['done'])
    return { view, firstFault, dryRun, run: since(begun), memory }
  } finally {
    clearInterval(watch)
  }
}

/** Safe because the API answers with what its own contract says. */
function asView(answer: unknown): ImportView {
  return answer as ImportView
}

/** Makes a roster in a process of its own. */
async function rosterOf(job: RosterJob): Promise<RosterResult> {
  const child = startChild<RosterJob, RosterResult>(new URL('roster-process.ts', import.meta.url))
  try {
    return await child.ask(job)
  } finally {
    child.stop()
  }
}

/** Where among all people a sheet begins: another run over the same data names others. */
const somewhere = () => Math.floor(Math.random() * 13_000_000)

/** The unions of the county that hold its members. */
async function unitNames({ app, nation }: BenchInstallation): Promise<string[]> {
  const holders = nation.counties[0]?.holders.map(({ id }) => id) ?? []
  return inTransaction(app.services.pool, undefined, async (tx) =>
    (await tx.many<{ name: string }>('select name from organization.unit where id = any($1::uuid[])', [holders])).map(
      ({ name }) => name,
    ),
  )
}

/** A hundred new unions of the county, whose first roster comes in. */
async function newUnits({ app, nation }: BenchInstallation, round: number): Promise<string[]> {
  const { services } = app
  const county = nation.counties[0]
  if (!county) throw new Error('the nation has counties')
  const { cell } = county
  return inTransaction(services.pool, undefined, async (tx) => {
    const township = await tx.one<{ id: string; path: string }>(
      `select id, path from organization.unit where cell_id = $1 and parent_id = $2 order by path limit 1`,
      [cell, county.unit],
    )
    const taken = await tx.one<{ n: number }>('select count(*)::int as n from organization.unit where parent_id = $1', [
      township.id,
    ])
    const units = Array.from({ length: 100 }, (_, at): SeedUnit => {
      const name = `测速新建第${taken.n + at}家企业工会${round}`
      return {
        ...{ id: newId(), name, shortName: name, level: 'grassroots', divisionCode: null, parentId: township.id, cell },
        path: township.path + pathLabel(1_000 + taken.n + at),
      }
    })
    await seedUnits(tx, units, '2023-06-30', services.now())
    return units.map(({ name }) => name)
  })
}

/**
 * Rows a second that come in from csv, checked, compared with a county of 100,000 and sealed, from the upload to the last
 * row; against COPY of the very rows that the import left into the same tables with the same indexes and references.
 */
export async function measureImportRows(
  installation: BenchInstallation,
  { rounds, rows }: ImportSize,
  onProgress: (words: string) => void,
): Promise<Figure> {
  const [ours, copies]: [number[], number[]] = [[], []]
  for (let round = 1; round <= rounds; round++) {
    const units = await newUnits(installation, round)
    const { csv = '' } = await rosterOf({ rows, share: 0, units, from: somewhere(), want: 'csv' })
    const taken = await importSheet(installation, csv)
    if (taken.view.outcomes.applied !== rows) throw new Error(`${taken.view.outcomes.applied} of ${rows} rows came in`)
    ours.push(rows / (taken.dryRun + taken.run))
    copies.push(rows / (await copyAgain(installation, taken.view)))
    onProgress(
      `import.rows: round ${round}/${rounds}, rows a second of the import · of COPY: ${[ours, copies].map((list) => list.at(-1)?.toFixed(0)).join(' · ')} (dry run ${taken.dryRun.toFixed(1)} s, run ${taken.run.toFixed(1)} s)`,
    )
  }
  return figureOf({
    name: 'import.rows',
    unit: 'rows/s',
    better: 'more',
    rounds: ours,
    reference: { name: 'COPY', rounds: copies },
    bar: { atLeastTimes: 0.15 },
  })
}

/**
 * A roster of 80,000 rows with 3 % faults of two dozen kinds: until the first fault shows, the dry run, the run, how many
 * faults are named, whether anybody was taken for somebody else, and the memory of the whole server meanwhile.
 */
export async function measureMessyImport(
  installation: BenchInstallation,
  { messyRows }: ImportSize,
  onProgress: (words: string) => void,
): Promise<Figure[]> {
  const units = await unitNames(installation)
  const job = { rows: messyRows, share: 0.03, units, from: somewhere() }
  const { csv = '' } = await rosterOf({ ...job, want: 'csv' })
  const taken = await importSheet(installation, csv)
  const { named, wrong } = await judge(installation, taken.view, await rosterOf({ ...job, want: 'truth' }))
  onProgress(`import.messy: ${JSON.stringify(taken.view.counts)}`)
  const one = (name: string, unit: string, value: number, bar: { atMost?: number; atLeast?: number }) =>
    figureOf({ name: `import.messy ${name}`, unit, better: 'less', rounds: [value], bar })
  return [
    one('first fault', 's', taken.firstFault, { atMost: 3 }),
    one('dry run', 's', taken.dryRun, { atMost: 30 }),
    one('run', 's', taken.run, { atMost: 60 }),
    one('faults named', '%', named, { atLeast: 99 }),
    one('wrong people', '', wrong, { atMost: 0 }),
    one('memory', 'MB', taken.memory, { atMost: 600 }),
  ]
}

type Kept = { number: number; faults: readonly { column: string; code: string }[] | null }

async function judge(
  { app: { services } }: BenchInstallation,
  { cell, import: id, outcomes }: ImportView,
  { faults = [], numbers = [] }: RosterResult,
): Promise<{ named: number; wrong: number }> {
  return inTransaction(services.pool, cellsBetween(cell, cell), async (tx) => {
    const rows = await tx.many<Kept>(
      `select number, faults from kernel.import_row where cell_id = $1 and import_id = $2 and verdict = 'invalid'`,
      [cell, id],
    )
    const said = new Map(rows.map(({ number, faults }) => [number, faults ?? []]))
    const named = faults.filter(({ row, column, code }) =>
      said.get(row)?.some((fault) => fault.column === column && fault.code === code),
    )
    const digests = numbers.map((number) => services.keyring.digest('identity', `resident_card:${number}`))
    let there = 0
    for (let at = 0; at < digests.length; at += 5_000) {
      const some = digests.slice(at, at + 5_000)
      const { n } = await tx.one<{ n: number }>(
        'select count(distinct identity_digest)::int as n from people.person where cell_id = $1 and identity_digest = any($2::bytea[])',
        [cell, some],
      )
      there += n
    }
    // Everybody right is there once, and nobody beside them came in.
    const wrong = Math.abs(numbers.length - there) + Math.abs(outcomes.applied - numbers.length)
    return { named: (100 * named.length) / faults.length, wrong }
  })
}
