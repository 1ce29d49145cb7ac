import { type ElectionParameters, type ParameterKey, type ParameterRow, parameterNames } from './parameter-keys.ts'

/** What held in a place on a day, and which rows said so: a decision keeps them. */
export type Resolved = {
  readonly values: ElectionParameters
  readonly rows: readonly Pick<ParameterRow, 'key' | 'region' | 'from' | 'document' | 'article' | 'confidence'>[]
}

/** The division and those around it, nearest first: `440103`, `440100`, `440000`, `000000`. */
export function regionsAround(division: string): string[] {
  const code = division.slice(0, 6)
  return [...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`, '000000'])]
}

/**
 * The parameters that hold in a division on a day: of each key the row of the nearest division around it that is in force.
 *
 * @param rows the table
 * @param division GB/T 2260 code
 * @throws Error when a key has no row for the whole country
 * @see rulebook 9
 */
export function resolveParameters(rows: readonly ParameterRow[], division: string, day: string): Resolved {
  const regions = regionsAround(division)
  const inForce = rows.filter(({ from, to }) => from <= day && (to === null || to >= day))
  const chosen = new Map<ParameterKey, ParameterRow>()
  for (const region of regions.toReversed()) {
    for (const row of inForce) if (row.region === region) chosen.set(row.key, row)
  }
  return {
    values: asParameters(chosen),
    rows: [...chosen.values()].map(({ value: _value, to: _to, ...about }) => about),
  }
}

/** The version of one parameter that holds in a division on a day: of the nearest division around it, begun last. */
export function parameterInForce(
  rows: readonly ParameterRow[],
  key: ParameterKey,
  division: string,
  day: string,
): ParameterRow | undefined {
  const regions = regionsAround(division)
  return rows
    .filter(
      (row) => row.key === key && row.from <= day && (row.to === null || row.to >= day) && regions.includes(row.region),
    )
    .sort(
      (one, other) => regions.indexOf(one.region) - regions.indexOf(other.region) || (one.from < other.from ? 1 : -1),
    )
    .at(0)
}

/** Safe because every key is looked for first, and each row's value has the shape of its key. */
function asParameters(chosen: ReadonlyMap<ParameterKey, ParameterRow>): ElectionParameters {
  const missing = parameterNames.filter((key) => !chosen.has(key))
  if (missing.length > 0) throw new Error(`no parameter of the whole country: ${missing.join(', ')}`)
  return Object.fromEntries(parameterNames.map((key) => [key, chosen.get(key)?.value])) as ElectionParameters
}
