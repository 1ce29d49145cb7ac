import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import { ImportQuestionList, importKey } from '../contract.ts'
import { type ImportParts, kindNamed } from '../parts.ts'
import { readImport } from '../record.ts'
import { titleOf } from '../view.ts'

type Asked = {
  readonly question: string
  readonly column: string
  readonly given: string
  readonly candidates: readonly { readonly id: string; readonly label: string }[]
  readonly choice: string | null
  readonly rows: number
}

/** What only the clerk can decide of a sheet: the questions that most rows ask first. */
export function listImportQuestions(parts: ImportParts) {
  return query({
    act: 'kernel.view_imports',
    by: ['post'],
    input: Type.Object(importKey, { additionalProperties: false }),
    output: ImportQuestionList,
    cellOf: ({ cell }) => cell,
    async run({ tx, input, actor, allow, services }) {
      const record = await readImport(tx, input.cell, input.import)
      allow({ cell: record.cell, path: record.path })
      const kind = kindNamed(parts, record.kind)
      const asked = await tx.many<Asked>(
        `select q.key as question, q.column_key as column, q.given, q.candidates, q.choice, coalesce(r.rows, 0)::int as rows
         from kernel.import_question q left join (
           select question, count(*) as rows from kernel.import_row
           where cell_id = $1 and import_id = $2 and verdict = 'ambiguous' group by question
         ) r on r.question = q.key
         where q.cell_id = $1 and q.import_id = $2 order by (q.choice is not null), rows desc, q.key limit 500`,
        [record.cell, record.id],
      )
      const say = (label: string) => services.say(actor.language, label)
      return {
        items: asked.map(({ question, column, given, candidates, choice, rows }) => ({
          question,
          column,
          title: titleOf(kind, column, actor.language),
          given: say(given),
          rows,
          candidates: candidates.map(({ id, label }) => ({ id, label: say(label) })),
          choice,
        })),
      }
    },
  })
}
