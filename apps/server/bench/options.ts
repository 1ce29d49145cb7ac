import { parseArgs } from 'node:util'

/** The rows in the order they are measured. */
export const rowNames = [
  'start.first',
  'start.again',
  'member.bytes',
  'clock.due',
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
] as const
export type RowName = (typeof rowNames)[number]

/** What the bench was asked for. */
export type BenchOptions = {
  /** Where the figures are written as JSON, or undefined. */
  readonly json: string | undefined
  /** Fewer and shorter rounds: all rows within five minutes. */
  readonly quick: boolean
  readonly only: ReadonlySet<RowName>
  /** A data folder to use and keep; undefined for one that goes away afterwards. */
  readonly data: string | undefined
}

/** Reads the command line. Throws in words for what it does not know. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      data: { type: 'string' },
    },
  })
  const only = values.only?.split(',').map((name) => rowNamed(name.trim()))
  return { json: values.json, quick: values.quick, only: new Set(only ?? rowNames), data: values.data }
}

function rowNamed(name: string): RowName {
  const found = rowNames.find((known) => known === name)
  if (!found) throw new Error(`no row is called ${name}; there are ${rowNames.join(', ')}`)
  return found
}
