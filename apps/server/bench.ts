import { writeFile } from 'node:fs/promises'
import { type Figure, tableOf } from './bench/figures.ts'
import { openInstallation } from './bench/installation.ts'
import { measureJoins } from './bench/join.ts'
import { type BenchOptions, type RowName, readOptions } from './bench/options.ts'

const started = performance.now()
const say = (words: string) =>
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${words}\n`)

async function measure({ quick, only, data }: BenchOptions): Promise<Figure[]> {
  const figures: Figure[] = []
  const wants = (...names: RowName[]) => names.some((name) => only.has(name))
  if (wants('join.http', 'list.county', 'figures.lag')) {
    const installation = await openInstallation(data, say)
    try {
      if (wants('join.http')) {
        figures.push(
          ...(await measureJoins(installation, quick ? { rounds: 3, joins: 3_000 } : { rounds: 7, joins: 5_000 }, say)),
        )
      }
    } finally {
      say('stopping')
      await installation.stop()
    }
  }
  return figures
}

const options = readOptions(process.argv.slice(2))
const figures = await measure(options)
process.stdout.write(`${tableOf(figures)}\n`)
if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`)
process.exitCode = figures.every((figure) => figure.ok) ? 0 : 1
