import type { Division } from '../../modules/organization/reference/divisions.ts'

/** One line of `successors.tsv`: what a place of the source is called and numbered today. */
export type Successor = {
  /** Division that the source shows it in. */
  readonly source: string
  readonly name: string
  readonly code: string
  /** Name of that division today. */
  readonly today: string
}

/** Reads the table `successors.tsv`. */
export function readSuccessors(text: string): Successor[] {
  const [, ...rows] = text.trim().split('\n')
  return rows.map((row) => {
    const [source, name, code, today] = row.split('\t')
    if (source === undefined || name === undefined || code === undefined || today === undefined)
      throw new Error(`cannot read row ${row}`)
    return { source, name, code, today }
  })
}

/** How a shape found its division, or that it found none. */
export type Match = { readonly name: string; readonly code: string | null; readonly by: MatchedBy }
export type MatchedBy = 'name' | 'successor' | 'stem' | 'province' | 'none'

/** Today's divisions, to be looked up from above. */
export type Register = {
  readonly under: (code: string) => readonly Division[]
  readonly of: (code: string) => Division | undefined
  readonly all: readonly Division[]
}

/** The divisions of a register that a map can show: prefectures and counties by what they stand under. */
export function registerOf(divisions: readonly Division[]): Register {
  const all = divisions.filter(({ level }) => level !== 'township')
  const byParent = Map.groupBy(all, ({ parent }) => parent)
  const byCode = new Map(all.map((division) => [division.code, division]))
  return { all, under: (code) => byParent.get(code) ?? [], of: (code) => byCode.get(code) }
}

/**
 * Which division the shapes of a file lie under: the one whose divisions bear most of their names.
 *
 * Names and not numbers, since one source numbers nothing and the other numbers as of another year.
 */
export function containerOf(names: readonly string[], register: Register): string | null {
  const known = new Set(names)
  const found = Map.groupBy(
    register.all.filter(({ name }) => known.has(name)),
    ({ parent }) => parent,
  )
  const [most] = [...found].sort(([, one], [, other]) => other.length - one.length)
  return most?.[0] ?? null
}

/**
 * Finds today's division of each shape of a file: by its name in the same place, by the table of what became of it, by
 * its name without the last word (平泉县, 平泉市), by its name elsewhere in the province. A division is never found twice
 * but by the table, which says that it was merged.
 */
export function matched(
  names: readonly string[],
  container: string,
  register: Register,
  successors: readonly Successor[],
): Match[] {
  const here = register.under(container)
  const taken = new Set<string>()
  const found = names.map((name): Match => {
    const exact = here.find((division) => division.name === name && !taken.has(division.code))
    if (exact === undefined) return { name, code: null, by: 'none' }
    taken.add(exact.code)
    return { name, code: exact.code, by: 'name' }
  })
  const open = (match: Match) => match.code === null
  const fill = (by: MatchedBy, codeOf: (name: string) => string | undefined) => {
    for (const [index, match] of found.entries()) {
      const code = open(match) ? codeOf(match.name) : undefined
      if (code === undefined) continue
      taken.add(code)
      found[index] = { ...match, code, by }
    }
  }
  fill('successor', (name) => successors.find((row) => row.source === container && row.name === name)?.code)
  fill('stem', (name) => theOnly(here, ({ code, name: other }) => !taken.has(code) && stemOf(other) === stemOf(name)))
  const province = container.slice(0, 2)
  fill('province', (name) =>
    theOnly(
      register.all,
      (division) => division.code.startsWith(province) && division.name === name && !here.includes(division),
    ),
  )
  return found
}

function theOnly(divisions: readonly Division[], fits: (division: Division) => boolean): string | undefined {
  const found = divisions.filter(fits)
  return found.length === 1 ? found[0]?.code : undefined
}

function stemOf(name: string): string {
  const stem = name.replace(/(地区|县|市|区)$/, '')
  return stem.length > 1 ? stem : name
}
