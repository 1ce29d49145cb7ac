/**
 * The compact text of the division table: one line a row, parents before children, in code order.
 *
 *     P11 北京市            a letter for the kind, the digits the row adds to its container's code, a space, the name
 *     D0101 东城区          a county that hangs under the province
 *     T001 东华门街道
 *     T景山街道             no digits: one more than the row of the same kind before it in the same container
 *
 * Kinds: P province, C prefecture, A county of a prefecture, D county of a province, Z statistical zone (a container that is no row), T township.
 */
export type DivisionLevel = 'province' | 'prefecture' | 'county' | 'township' | 'village'

/** One administrative division 行政区划 of the 2023 register. */
export interface Division {
  /** 6 digits down to the county, 9 for a township, 12 for a village. */
  code: string
  name: string
  level: DivisionLevel
  /** The code of the division above; null for a province. */
  parent: string | null
  /** Township in a statistical zone (开发区 and the like): the zone's name; such a township hangs under the city. */
  zone: string | null
}

const levels = { P: 'province', C: 'prefecture', A: 'county', D: 'county', T: 'township' } as const
type Kind = keyof typeof levels | 'Z'

/** A row as it is written: its container is the code prefix that its digits are appended to. */
export interface DivisionLine {
  kind: Kind
  container: string
  digits: string
  name: string
}

/** Writes lines as compact text; the inverse of {@link decodeDivisions}. */
export function encodeDivisionLines(lines: Iterable<DivisionLine>): string {
  const out: string[] = []
  const last = new Map<Kind, { container: string; digits: string }>()
  for (const { kind, container, digits, name } of lines) {
    const before = last.get(kind)
    const follows = before?.container === container && successor(before.digits) === digits
    out.push(follows ? `${kind}${name}` : `${kind}${digits} ${name}`)
    last.set(kind, { container, digits })
  }
  return `${out.join('\n')}\n`
}

/**
 * Reads compact text back into divisions, parents before children.
 *
 * @throws Error when a line has no known kind
 */
export function decodeDivisions(text: string): Division[] {
  const divisions: Division[] = []
  const state = { province: '', city: '', area: '', zone: null as string | null }
  const last = new Map<string, { container: string; digits: string }>()
  let parent: string | null = null
  for (const line of text.split('\n')) {
    if (line === '') continue
    const kind = kindOf(line)
    const container = containerOf(kind, state)
    const { digits, name } = numbered(line.slice(1), kind, container, last)
    const code = container + digits
    if (kind === 'Z') {
      state.area = code
      state.zone = name
      parent = sixDigits(state.city)
      continue
    }
    if (kind === 'T') {
      divisions.push({ code, name, level: 'township', parent, zone: state.zone })
      continue
    }
    const above = kind === 'P' ? null : sixDigits(container)
    divisions.push({ code: sixDigits(code), name, level: levels[kind], parent: above, zone: null })
    if (kind === 'P') state.province = code
    if (kind === 'C') state.city = code
    state.area = code
    state.zone = null
    parent = sixDigits(code)
  }
  return divisions
}

/** Villages of one province: a township's code alone on a line, then its villages as `001 name` or, in sequence, `name`. */
export function encodeVillages(
  townships: Iterable<{ code: string; villages: { code: string; name: string }[] }>,
): string {
  const out: string[] = []
  for (const township of townships) {
    out.push(township.code)
    let before = '000'
    for (const { code, name } of township.villages) {
      const digits = code.slice(9)
      out.push(successor(before) === digits ? name : `${digits} ${name}`)
      before = digits
    }
  }
  return `${out.join('\n')}\n`
}

/** Reads the villages whose code starts with `prefix`, in code order. */
export function decodeVillages(text: string, prefix: string): Division[] {
  const villages: Division[] = []
  let township = ''
  let wanted = false
  let before = '000'
  for (const line of text.split('\n')) {
    if (line === '') continue
    if (/^\d{9}$/.test(line)) {
      township = line
      wanted = line.startsWith(prefix)
      before = '000'
    } else if (wanted) {
      const given = /^\d{3} /.test(line)
      before = given ? line.slice(0, 3) : successor(before)
      const name = given ? line.slice(4) : line
      villages.push({ code: township + before, name, level: 'village', parent: township, zone: null })
    }
  }
  return villages
}

function numbered(
  rest: string,
  kind: string,
  container: string,
  last: Map<string, { container: string; digits: string }>,
) {
  const space = rest.indexOf(' ')
  const before = last.get(kind)
  const digits = space >= 0 ? rest.slice(0, space) : successor(before?.digits ?? '')
  last.set(kind, { container, digits })
  return { digits, name: rest.slice(space + 1) }
}

function containerOf(kind: Kind, { province, city, area }: { province: string; city: string; area: string }): string {
  if (kind === 'P') return ''
  if (kind === 'C' || kind === 'D') return province
  return kind === 'T' ? area : city
}

function kindOf(line: string): Kind {
  const kind = line[0]
  if (kind === 'P' || kind === 'C' || kind === 'A' || kind === 'D' || kind === 'Z' || kind === 'T') return kind
  throw new Error(`division table: unknown kind in line ${JSON.stringify(line)}`)
}

function successor(digits: string): string {
  return String(Number(digits) + 1).padStart(digits.length, '0')
}

function sixDigits(prefix: string): string {
  return prefix.padEnd(6, '0')
}
