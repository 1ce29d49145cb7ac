import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import type { Bytes } from '../../http/route.ts'
import { writeSheet } from '../../sheets/write-sheet.ts'
import { asPost, type ImportParts, kindNamed, mayImport } from '../parts.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The template 模板 of a kind: its headings, and below them what each column wants. That row is passed over when it comes back. */
export function drawImportTemplate(parts: ImportParts) {
  return query({
    act: 'kernel.draw_import_template',
    by: ['post'],
    input: Type.Object({ kind: Type.String({ maxLength: 100 }) }, { additionalProperties: false }),
    output: Type.Unsafe<Bytes>(Type.Unknown()),
    async run({ input, actor, allow }) {
      allow.anywhere()
      const post = asPost(actor)
      const kind = kindNamed(parts, input.kind)
      mayImport(kind, post)
      const { language } = post
      const columns = kind.columns.filter(({ dropped }) => !dropped)
      async function* rows() {
        yield columns.map(({ note }) => note?.[language] ?? '')
      }
      const pieces: Buffer[] = []
      for await (const piece of writeSheet('xlsx', {
        name: kind.title[language],
        columns: columns.map(({ title, required }) => ({ title: title[language] + (required ? '*' : ''), width: 20 })),
        rows: rows(),
      }))
        pieces.push(piece)
      return { mediaType: xlsx, bytes: Buffer.concat(pieces), fileName: `${kind.title[language]}.xlsx` }
    },
  })
}
