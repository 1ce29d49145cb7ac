import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import type { Tx } from '../../database/tx.ts'
import { Refusal } from '../../refusal.ts'
import { Cursor } from '../../shapes.ts'
import { type Contents, openContents, openOfRow } from '../contents.ts'
import { type ImportRow, ImportRowPage, importKey, RowOutcome, Verdict } from '../contract.ts'
import type { AnyImportKind, RowFault } from '../kind.ts'
import { type ImportParts, kindNamed } from '../parts.ts'
import { readImport } from '../record.ts'
import { titleOf } from '../view.ts'

const pageSize = 50

type Row = {
  readonly number: number
  readonly verdict: ImportRow['verdict']
  readonly question: string | null
  readonly faults: readonly RowFault[] | null
  readonly changes: readonly string[] | null
  readonly contents: Buffer | null
  readonly subject_cell: number | null
  readonly subject_id: string | null
  readonly outcome: ImportRow['outcome']
  readonly reason: string | null
  readonly handout: Buffer | null
}

/**
 * Rows of an import by verdict or by what became of them, in the order of the sheet, by key pages of 50. Personal
 * contents are masked: the clerk has the sheet itself.
 */
export function listImportRows(parts: ImportParts) {
  return query({
    act: 'kernel.view_imports',
    by: ['post'],
    input: Type.Object(
      {
        ...importKey,
        verdict: Type.Optional(Verdict),
        outcome: Type.Optional(RowOutcome),
        after: Type.Optional(Cursor),
      },
      { additionalProperties: false },
    ),
    output: ImportRowPage,
    cellOf: ({ cell }) => cell,
    async run({ tx, input, actor, allow, services }) {
      const record = await readImport(tx, input.cell, input.import)
      allow({ cell: record.cell, path: record.path })
      const kind = kindNamed(parts, record.kind)
      const after = Number(input.after ?? '0')
      if (!Number.isSafeInteger(after))
        throw new Refusal('kernel.invalid_input', { faults: [{ field: '/after', code: 'kernel.field_form' }] })
      const { cell, id } = record
      const rows = await tx.many<Row>(
        `select number, verdict, question, faults, changes, contents, subject_cell, subject_id, outcome, reason, handout
         from kernel.import_row where cell_id = $1 and import_id = $2 and number > $3
           and ($4::text is null or verdict = $4) and ($5::text is null or outcome = $5)
         order by number limit $6`,
        [cell, id, after, input.verdict ?? null, input.outcome ?? null, pageSize + 1],
      )
      await services.keyring.dataKey(cell)
      const shown = rows.slice(0, pageSize)
      const inNoRow = await shownOf(tx, kind, shown)
      const letters = new Map(record.sheet.columns.flatMap(({ key, letter }) => (key === null ? [] : [[key, letter]])))
      const say = (code: string, variables?: RowFault['variables']) =>
        services.say(actor.language, code, variables ?? {})
      return {
        items: shown.map((row) => {
          const key = { cell, import: id, number: row.number }
          const contents: Contents = row.contents
            ? openContents(services, key, row.contents)
            : { shown: inNoRow.get(row.subject_id ?? '') ?? {} }
          return {
            row: row.verdict === 'gone' ? 0 : row.number,
            number: row.number,
            verdict: row.verdict,
            shown: contents.shown ?? maskedOf(kind, contents.value),
            faults: (row.faults ?? []).map((fault) => spoken(fault, kind)),
            changes: (row.changes ?? []).map((column) => titleOf(kind, column, actor.language)),
            question: row.question,
            outcome: row.outcome,
            reason: row.reason === null ? null : say(row.reason),
            subject:
              row.subject_cell !== null && row.subject_id !== null
                ? { cell: row.subject_cell, id: row.subject_id }
                : null,
            handout: row.handout === null ? null : String(openOfRow(services, key, 'handout', row.handout)),
          }
        }),
        next: rows.length > pageSize ? String(shown.at(-1)?.number ?? '') : null,
      }

      function spoken({ column, code, variables }: RowFault, of: AnyImportKind) {
        return {
          column,
          title: titleOf(of, column, actor.language),
          letter: letters.get(column) ?? null,
          code,
          text: say(code, variables),
        }
      }
    },
  })
}

type Shown = { readonly [column: string]: string }

/** What the kind says of a row it understood, masked. */
function maskedOf({ columns, shown }: AnyImportKind, value: unknown): Shown {
  const texts = value === undefined ? {} : (shown?.(value) ?? {})
  const masks = new Map(columns.map(({ key, mask }) => [key, mask]))
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, masks.get(key)?.(text) ?? text]))
}

/** What may be shown of whoever is no longer in the sheet. */
async function shownOf(tx: Tx, kind: AnyImportKind, rows: readonly Row[]): Promise<Map<string, Shown>> {
  const shown = new Map<string, Shown>()
  const gone = rows.filter(({ verdict }) => verdict === 'gone')
  for (const [cell, some] of Map.groupBy(gone, ({ subject_cell: at }) => at ?? 0)) {
    const ids = some.flatMap(({ subject_id: id }) => id ?? [])
    for (const [id, texts] of (await kind.show?.(tx, cell, ids)) ?? []) shown.set(id, texts)
  }
  return shown
}
