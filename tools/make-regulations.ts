import { readFileSync, writeFileSync } from 'node:fs'
import { citedRules, ruleId } from './rule-ids.ts'
import { readSources } from './source-files.ts'

/** A rule as a rulebook words it. */
interface Rule {
  readonly text: string
  readonly source: string
}

const wholeId = new RegExp(`^(?:${ruleId.source}|X\\d{1,2})$`)

/**
 * Reads the rules of a rulebook: `- **ID** text` in lists, and rows of tables whose first cell is an id. A cell under
 * "Source" is the source; the other cells are the text, each under its heading where there are several.
 */
export function readRulebook(markdown: string): Map<string, Rule> {
  const rules = new Map<string, Rule>()
  let headings: string[] = []
  for (const line of markdown.split('\n')) {
    const [, listed, rest] = /^\s*[-*]\s+\*\*([^*]+)\*\*\s*(.*)$/.exec(line) ?? []
    if (listed && rest && wholeId.test(listed)) {
      // What a list below it goes on to say is left out with the words that announce it.
      rules.set(listed, { text: rest.replace(/\s*[^.\]]*:$/, ''), source: '' })
      continue
    }
    const cells = line.startsWith('|') ? cellsOf(line) : []
    if (cells.length === 0) headings = []
    else if (headings.length === 0) headings = cells
    const [id = '', ...values] = cells
    const bare = id.replaceAll('*', '')
    if (wholeId.test(bare) && !rules.has(bare)) rules.set(bare, ruleOfRow(headings.slice(1), values))
  }
  return rules
}

function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\||\|$/g, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim())
}

function ruleOfRow(headings: readonly string[], values: readonly string[]): Rule {
  const named = values
    .map((value, index) => ({ heading: headings[index] ?? '', value }))
    .filter(({ value }) => value !== '')
  const source = named.find(({ heading }) => heading === 'Source')?.value ?? ''
  const told = named.filter(({ heading }) => heading !== 'Source')
  const text =
    told.length === 1 ? (told[0]?.value ?? '') : told.map(({ heading, value }) => `${heading}: ${value}`).join('. ')
  return { text, source }
}

/** Abbreviations of sources and what they stand for, out of a table headed "Abbr" or a line "**Law** = 《…》". */
export function readSourceNames(markdown: string): Map<string, string> {
  const names = new Map<string, string>()
  let headings: string[] = []
  for (const line of markdown.split('\n')) {
    const cells = line.startsWith('|') ? cellsOf(line) : []
    if (cells.length === 0) headings = []
    else if (headings.length === 0) headings = cells
    else if (headings[0] === 'Abbr' && cells[0] && cells[1] && !/^-+$/.test(cells[0])) names.set(cells[0], cells[1])
    for (const [, name, meaning] of line.matchAll(/\*\*([^*]+)\*\* = (.+?)(?=; \*\*|\.?$)/g))
      if (name && meaning?.includes('《')) names.set(name, meaning.trim())
  }
  return names
}

/** The page that explains every cited rule; ids that no rulebook has are told by the second value. */
export function makeRegulations(
  cited: ReadonlyMap<string, string>,
  rulebooks: readonly string[],
): { page: string; missing: string[] } {
  const rules = new Map(rulebooks.flatMap((book) => [...readRulebook(book)]))
  const names = new Map(rulebooks.flatMap((book) => [...readSourceNames(book)]))
  const known = [...cited.keys()].flatMap((id) => {
    const rule = rules.get(id)
    return rule ? [{ id, ...rule }] : []
  })
  const sections = known.map(({ id, text, source }) => `### ${id}\n\n${text}${source ? `\n\nSource: ${source}` : ''}\n`)
  const used = [...names].filter(([name]) =>
    [name, ...name.split(' / ')].some((part) => known.some(({ text, source }) => mentions(`${text} ${source}`, part))),
  )
  const page = `# Regulations

Every rule that the code cites, with its wording and its source. Ids stand in docstrings as \`@see\`, in the names of
tests and in the rule table of deadlines.

The mark after a source says how sure we are: \`V\` and \`V1\` the text itself was read, \`V2\` and \`V*\` a second-hand or local
source, \`U\` not verified: a dated, configurable default; \`D\` and \`REC\` our own decision.

## Sources

| short | document |
|---|---|
${used.map(([name, meaning]) => `| ${name} | ${meaning} |`).join('\n')}

## Rules

${sections.join('\n')}`
  return { page, missing: [...cited.keys()].filter((id) => !rules.has(id)) }
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(text)
}

if (import.meta.main) {
  const books = process.argv.slice(2)
  if (books.length === 0) throw new Error('usage: node tools/make-regulations.ts RULEBOOK.md …')
  const root = new URL('..', import.meta.url).pathname
  const cited = citedRules(readSources(root, /\.(ts|tsx|sql|md|json)$/))
  const { page, missing } = makeRegulations(
    cited,
    books.map((book) => readFileSync(book, 'utf8')),
  )
  writeFileSync(`${root}docs/regulations.md`, page)
  for (const id of missing) console.error(`${cited.get(id)}: ${id} is in no rulebook`)
  console.log(`docs/regulations.md: ${cited.size - missing.length} rules`)
  if (missing.length > 0) process.exitCode = 1
}
