import { query } from '../../command/query.ts'
import { Nothing } from '../../shapes.ts'
import { ImportKindList } from '../contract.ts'
import { asPost, type ImportParts } from '../parts.ts'
import { knownColumn } from '../view.ts'

/** What a post may import, with the columns that are known. */
export function listImportKinds({ kinds }: ImportParts) {
  return query({
    act: 'kernel.list_import_kinds',
    by: ['post'],
    input: Nothing,
    output: ImportKindList,
    async run({ actor, allow }) {
      allow.anywhere()
      const { language, post } = asPost(actor)
      return {
        items: kinds
          .filter(({ act }) => post.acts.has(act))
          .map(({ name, title, columns }) => ({
            kind: name,
            title: title[language],
            columns: columns.map((column) => knownColumn(column, language)),
          })),
      }
    },
  })
}
