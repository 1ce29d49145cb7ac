/** One line of the bench, as it is printed and as `--json` writes it. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What it is compared with in the same run, or null where the bar is absolute. */
  readonly reference: string | null
  readonly referenceValue: number | null
  /** How the value stands to its reference, above 1 where it is the better one; the median of the rounds' own ratios. */
  readonly ratio: number | null
  readonly bar: string
  readonly ok: boolean
}

/** What a row must reach: at most or at least so much, and at least so many times its reference. */
export type Bar = { readonly atMost?: number; readonly atLeast?: number; readonly atLeastTimes?: number }

/** Whether more of a value is better, as of joins a second, or less, as of milliseconds. */
export type Better = 'more' | 'less'

/** The middle value; of an even number of values, the mean of the two in the middle. Throws for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new RangeError('no values have no median')
  return (low + high) / 2
}

/**
 * The nearest-rank percentile: the smallest value that so many of a hundred do not exceed. Throws for no values.
 *
 * @param percent above 0, at most 100
 */
export function percentile(values: readonly number[], percent: number): number {
  if (!(percent > 0 && percent <= 100)) throw new RangeError(`${percent} is no percentile`)
  const found = values.toSorted((a, b) => a - b)[Math.ceil((percent / 100) * values.length) - 1]
  if (found === undefined) throw new RangeError('no values have no percentile')
  return found
}

/** How many times as good each round's value is as the reference measured next to it; the median of the rounds. */
export function ratioOfRounds(values: readonly number[], references: readonly number[], better: Better): number {
  if (values.length !== references.length) throw new RangeError('each round has a value and a reference')
  return median(
    values.map((value, round) => {
      const reference = references[round] ?? Number.NaN
      return better === 'more' ? value / reference : reference / value
    }),
  )
}

type Measured = {
  readonly name: string
  readonly unit: string
  readonly better: Better
  readonly rounds: readonly number[]
  readonly reference?: { readonly name: string; readonly rounds: readonly number[] }
  readonly bar: Bar
}

/** Makes a line of what the rounds gave, and judges it by its bar. */
export function figureOf({ name, unit, better, rounds, reference, bar }: Measured): Figure {
  const value = median(rounds)
  const ratio = reference ? ratioOfRounds(rounds, reference.rounds, better) : null
  const parts: string[] = []
  let ok = true
  if (bar.atMost !== undefined) {
    parts.push(`≤ ${bar.atMost} ${unit}`)
    ok &&= value <= bar.atMost
  }
  if (bar.atLeast !== undefined) {
    parts.push(`≥ ${bar.atLeast} ${unit}`)
    ok &&= value >= bar.atLeast
  }
  if (bar.atLeastTimes !== undefined) {
    parts.push(`≥ ${bar.atLeastTimes} × ${reference?.name ?? 'nothing'}`)
    ok &&= ratio !== null && ratio >= bar.atLeastTimes
  }
  return {
    name,
    value: rounded(value),
    unit,
    reference: reference?.name ?? null,
    referenceValue: reference ? rounded(median(reference.rounds)) : null,
    ratio: ratio === null ? null : rounded(ratio),
    bar: parts.join(', '),
    ok,
  }
}

/** Four significant figures: what lies behind them is noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(4))
}

/** The lines as a table for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const cells = figures.map((figure) => [
    figure.ok ? '✓' : '✗',
    figure.name,
    `${figure.value} ${figure.unit}`,
    figure.reference === null ? '' : `${figure.reference} ${figure.referenceValue}`,
    figure.ratio === null ? '' : `${figure.ratio} ×`,
    figure.bar,
  ])
  const rows = [['', 'name', 'value', 'reference', 'ratio', 'bar'], ...cells]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
