import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { measureBytes } from './bench/bytes.ts'
import { measureClock } from './bench/clock.ts'
import { measureExports } from './bench/export.ts'
import { type Figure, tableOf } from './bench/figures.ts'
import { measureImportRows, measureMessyImport } from './bench/import.ts'
import { openInstallation } from './bench/installation.ts'
import { measureJoins } from './bench/join.ts'
import { measureLag } from './bench/lag.ts'
import { measureList } from './bench/list.ts'
import { measureMerge } from './bench/merge.ts'
import { type BenchOptions, type RowName, readOptions } from './bench/options.ts'
import { measureQueue } from './bench/queue.ts'
import { measureSeal } from './bench/seal.ts'
import { measurePeopleSearch } from './bench/search-people.ts'
import { measureUnitSearch } from './bench/search-unit.ts'
import { measureStart } from './bench/start.ts'
import { measureTransfers } from './bench/transfer.ts'

const started = performance.now()
const say = (words: string) =>
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${words}\n`)

const sizes = {
  full: {
    starts: 3,
    clock: { rounds: 9, dueDays: 1_000_000 },
    join: { rounds: 9, joins: 4_000 },
    transfer: { rounds: 5, transfers: 800 },
    list: { rounds: 9, requests: 1_500 },
    queue: { rounds: 9, requests: 900 },
    search: { rounds: 9, requests: 2_000 },
    exports: { rounds: 3, small: 9 },
    merges: { rounds: 3 },
    seal: { rounds: 5, rows: 50_000 },
    imports: { rounds: 3, rows: 20_000, messyRows: 80_000 },
    lag: { rounds: 3, seconds: 20 },
  },
  quick: {
    starts: 1,
    clock: { rounds: 5, dueDays: 500_000 },
    join: { rounds: 5, joins: 2_000 },
    transfer: { rounds: 3, transfers: 300 },
    list: { rounds: 5, requests: 800 },
    queue: { rounds: 5, requests: 450 },
    search: { rounds: 5, requests: 1_000 },
    exports: { rounds: 1, small: 5 },
    merges: { rounds: 1 },
    seal: { rounds: 3, rows: 20_000 },
    imports: { rounds: 1, rows: 10_000, messyRows: 80_000 },
    lag: { rounds: 1, seconds: 10 },
  },
} as const

/** Measures what was asked for, one row after the other: nothing else of ours runs meanwhile. */
async function measure({ quick, only, data }: BenchOptions): Promise<Figure[]> {
  const figures: Figure[] = []
  const size = quick ? sizes.quick : sizes.full
  const wants = (...names: RowName[]) => names.some((name) => only.has(name))
  if (wants('start.first', 'start.again')) {
    const both = await measureStart(size.starts, say)
    figures.push(...both.filter(({ name }) => [...only].some((asked) => asked === name)))
  }
  if (wants('member.bytes')) figures.push(await measureBytes(fileURLToPath(new URL('../member/dist', import.meta.url))))
  if (wants('clock.due')) figures.push(measureClock(size.clock, say))
  if (
    !wants(
      'join.http',
      'transfer.http',
      'list.county',
      'queue.page',
      'search.unit',
      'search.county',
      'export.rows',
      'export.first',
      'import.rows',
      'import.messy',
      'figures.lag',
      'unit.merge',
      'seal.rows',
    )
  )
    return figures
  const installation = await openInstallation(data, say)
  try {
    if (wants('join.http')) figures.push(...(await measureJoins(installation, size.join, say)))
    if (wants('transfer.http')) figures.push(await measureTransfers(installation, size.transfer, say))
    if (wants('list.county')) figures.push(await measureList(installation, size.list, say))
    if (wants('queue.page')) figures.push(await measureQueue(installation, size.queue, say))
    if (wants('search.unit')) figures.push(await measureUnitSearch(installation, size.search, say))
    if (wants('search.county')) figures.push(await measurePeopleSearch(installation, size.search, say))
    if (wants('export.rows', 'export.first')) {
      const both = await measureExports(installation, size.exports, say)
      figures.push(...both.filter(({ name }) => [...only].some((asked) => asked === name)))
    }
    if (wants('import.rows')) figures.push(await measureImportRows(installation, size.imports, say))
    if (wants('import.messy')) figures.push(...(await measureMessyImport(installation, size.imports, say)))
    if (wants('unit.merge')) figures.push(await measureMerge(installation, size.merges, say))
    if (wants('seal.rows')) figures.push(await measureSeal(installation, size.seal, say))
    if (wants('figures.lag')) figures.push(await measureLag(installation, size.lag, say))
  } finally {
    say('stopping')
    await installation.stop()
  }
  return figures
}

const options = readOptions(process.argv.slice(2))
const figures = await measure(options)
process.stdout.write(`${tableOf(figures)}\n`)
if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`)
process.exitCode = figures.every((figure) => figure.ok) ? 0 : 1
