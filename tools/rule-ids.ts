/** The families of rule ids that `docs/regulations.md` explains; other words with a number after a dash are no rules. */
const families = [
  ...['ORG', 'ELE', 'DEM', 'MEM', 'FUN', 'ACC', 'STA', 'G', 'T', 'PI', 'L', 'LN', 'MD', 'ED', 'JB', 'SC'],
  ...['WAGE', 'DISP', 'LAY', 'CB', 'HEAT', 'INS', 'OT', 'SAFE', 'SUP', 'WEAK', 'RP-[A-Z]', 'SV-[A-Z]', 'MR-[A-Z]'],
]
const longFamilies = ['T-(?:CAL|ORG|ELE|MEM|FUN|ID|USCC)', 'DL-[A-Z]+']

/** Matches one rule id such as `MEM-11` or `T-CAL-05`. */
export const ruleId = new RegExp(
  `(?<![\\w-])(?:(?:${families.join('|')})-\\d{2}[a-z]?|(?:${longFamilies.join('|')})-\\d{1,3})(?![\\w-])`,
  'g',
)

/** Worked examples are numbered without a family; only what computes days cites them. */
const workedExample = /(?<![\w-])X(?:[1-9]|1\d|2[0-2])(?![\w-])/g

const citing = /^(kernel|modules|packages|apps|ui|tests|docs\/decisions)\/.*\.(ts|tsx|sql|md|json)$/

/** Each rule id that code, tests, texts or decisions cite, with the first place that does, in the order of the ids. */
export function citedRules(sources: ReadonlyMap<string, string>): Map<string, string> {
  const cited = new Map<string, string>()
  for (const [path, text] of sources) {
    if (!citing.test(path)) continue
    for (const [index, line] of text.split('\n').entries()) {
      const ids = [
        ...line.matchAll(ruleId),
        ...(/calendar|clock|deadline/.test(path) ? line.matchAll(workedExample) : []),
      ]
      for (const [id] of ids) if (!cited.has(id)) cited.set(id, `${path}:${index + 1}`)
    }
  }
  return new Map([...cited].sort(([a], [b]) => compareIds(a, b)))
}

/** Sorts by family, then by number. */
function compareIds(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
