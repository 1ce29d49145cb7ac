import { query } from '../../command/query.ts'
import { Nothing } from '../../shapes.ts'
import { subtreeOf } from '../../shared/place.ts'
import { ExportList } from '../contract.ts'
import { type ExportParts, kindNamed } from '../kind.ts'
import { type ExportRecord, exportColumns, viewOf } from '../record.ts'

const shownAtMost = 50

/** The exports that whoever asks began in the post they act as, newest first, 50 at most: what runs, what is ready, what ended. */
export function listExportsQuery(parts: ExportParts) {
  return query({
    act: 'kernel.list_exports',
    by: ['post'],
    input: Nothing,
    output: ExportList,
    async run({ tx, actor, allow, within, services }) {
      if (actor.kind !== 'post') throw new Error('an export is a post’s')
      allow.anywhere()
      const { id, place } = actor.post
      await within(subtreeOf(place))
      const records = await tx.many<ExportRecord>(
        `select ${exportColumns} from kernel.export e
         where e.cell_id = $1 and e.post_id = $2 and e.account_id = $3 order by e.id desc limit $4`,
        [place.cell, id, actor.account, shownAtMost],
      )
      return {
        items: records.map((record) => viewOf(services, actor.language, kindNamed(parts, record.kind).title, record)),
      }
    },
  })
}
