import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { openSheet } from '@gongqiao/kernel/sheets/open-sheet.ts'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'
import { Type } from 'typebox'
import { NewCandidate, NewDelegate } from '../contract.ts'
import { headingsOf, type NamedRow, readCandidates, readDelegates, type SheetFault } from '../sheets.ts'
import { findStoredElection } from '../stored.ts'

/** Rows that a list of people at an election may have. */
const rowsAtMost = 2_000

/**
 * Reads a sheet of delegates or candidates that somebody filled in, and gives its rows to be looked at: nothing is written
 * until they are sent as the list itself.
 *
 * Refuses what is no sheet (`sheet.*`), `elections.sheet_headings`, every wrong cell at once, `kernel.absent`,
 * `kernel.forbidden`.
 */
export const readSheet = query({
  act: 'elections.read_sheet',
  by: ['post'],
  input: Type.Object(
    {
      cell: Cell,
      matter: Id,
      list: Type.Enum(['delegates', 'candidates']),
      mediaType: Type.String(),
      bytes: Type.Unsafe<Buffer>(Type.Unknown()),
    },
    { additionalProperties: false },
  ),
  output: Type.Object(
    { candidates: Type.Array(NewCandidate), delegates: Type.Array(NewDelegate) },
    { additionalProperties: false },
  ),
  cellOf: (input) => input.cell,
  async run({ tx, input, allow }) {
    const election = await findStoredElection(tx, input.cell, input.matter)
    if (!election) throw absent()
    allow({ cell: election.cell, path: election.path })
    const rows = await namedRows(input.bytes, headingsOf(input.list))
    const candidates = input.list === 'candidates' ? readCandidates(rows) : nothing
    const delegates = input.list === 'delegates' ? readDelegates(rows) : nothing
    const faults = [...candidates.faults, ...delegates.faults].map(asFault)
    if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
    return { candidates: [...candidates.rows], delegates: [...delegates.rows] }
  },
})

const nothing = { rows: [], faults: [] } as const

function asFault({ row, code, column, value }: SheetFault): Fault {
  return { field: `/rows/${row}`, code: `elections.${code}`, variables: { row, column, value } }
}

/** The rows below the first that has the headings; a line of our own above it, such as a watermark, is passed over. */
async function namedRows(bytes: Buffer, headings: readonly string[]): Promise<NamedRow[]> {
  const sheet = await openSheet(bytes, { limits: { rows: rowsAtMost + 10, columns: 60, fileBytes: 5_000_000 } })
  try {
    let titles: readonly string[] | undefined
    const rows: NamedRow[] = []
    for await (const { row, cells } of sheet.rows()) {
      const texts = cells.map(({ text }) => plainText(text))
      if (titles) {
        const named = new Map(titles.map((title, index) => [title, texts[index] ?? '']))
        if ([...named.values()].some((text) => text !== '')) rows.push({ row, cells: named })
      } else if (headings.every((heading) => texts.includes(heading))) titles = texts
      else if (row > 5) break
    }
    if (!titles) throw new Refusal('elections.sheet_headings', { variables: { missing: headings.join('、') } })
    return rows
  } finally {
    await sheet.close()
  }
}
