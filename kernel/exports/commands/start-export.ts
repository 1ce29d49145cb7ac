import { command } from '../../command/command.ts'
import { validated } from '../../command/validate.ts'
import { absent, Refusal } from '../../refusal.ts'
import { newId } from '../../shared/ids.ts'
import { refuseWithoutStepUp } from '../../signin/step-up.ts'
import { ExportView, StartExport } from '../contract.ts'
import { type ExportParts, kindNamed } from '../kind.ts'
import { findRecord, sealRequest, viewOf } from '../record.ts'

const openAtMost = 5

/**
 * Begins an export of a list: it runs in the background, as the post that asked and as long as that may read the list.
 *
 * Refuses `kernel.absent` for a list of a place outside its ranges, `kernel.forbidden` without the list's own act,
 * `kernel.too_many_exports` beyond five at once; with whole numbers also `kernel.step_up_first`, and a reason is asked
 * for. Who exported what and why stands in the audit; each person on the list finds it in who looked.
 */
export function startExportCommand(parts: ExportParts) {
  return command({
    act: 'kernel.start_export',
    by: ['post'],
    input: StartExport,
    output: ExportView,
    check: ({ unmasked, reason }) =>
      unmasked === true && typeof reason !== 'string' ? [{ field: '/reason', code: 'kernel.field_missing' }] : [],
    async run({ tx, input, actor, now, allow, services }) {
      if (actor.kind !== 'post') throw new Error('an export is a post’s')
      const kind = kindNamed(parts, input.kind)
      const shape = input.unmasked ? kind.unmasked : kind.masked
      if (!shape) throw new Refusal('kernel.forbidden')
      const filter = checkedFilter(shape.pages.input, input.filter)
      const about = kind.about && (await kind.about(tx, filter))
      if (kind.about && !about) throw absent()
      if (about) allow(about.place)
      else allow.anywhere()
      if (!actor.post.acts.has(shape.pages.act)) throw new Refusal('kernel.forbidden')
      if (input.unmasked) refuseWithoutStepUp(actor, now)

      const { post } = actor
      const { cell, path } = post.place
      const { open } = await tx.one<{ open: number }>(
        `select count(*)::int as open from kernel.export where cell_id = $1 and post_id = $2 and state in ('waiting', 'running')`,
        [cell, post.id],
      )
      if (open >= openAtMost) throw new Refusal('kernel.too_many_exports', { variables: { limit: openAtMost } })
      const id = newId(now.getTime())
      const { reason } = input
      const request = await sealRequest(services, cell, id, { filter, ...(reason !== undefined && { reason }) })
      const unmasked = input.unmasked ?? false
      await tx.run(
        `with asked as (
           insert into kernel.export (cell_id, id, path, post_id, account_id, by_words, language, kind, format, unmasked, about,
             request, state, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'waiting', $13)
         )
         insert into kernel.export_work (cell_id, export_id, due_at) values ($1, $2, $13)`,
        [
          cell,
          id,
          path,
          post.id,
          actor.account,
          post.title,
          actor.language,
          kind.name,
          input.format,
          unmasked,
          about?.name ?? '',
          request,
          now,
        ],
      )
      const record = await findRecord(tx, cell, id)
      if (!record) throw new Error('the export has just been written')
      return {
        cell,
        subject: id,
        after: { kind: kind.name, format: input.format, unmasked, ...(reason !== undefined && { reason }) },
        answer: viewOf(services, actor.language, kind.title, record),
      }
    },
  })
}

/** The filter as the list's own query takes it; what is wrong with it is named below `/filter`. */
function checkedFilter(shape: Parameters<typeof validated>[0], given: { readonly [name: string]: unknown }) {
  const { after: _, ...filter } = given
  try {
    validated(shape, filter)
    return filter
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const faults = error.faults.map((fault) => ({ ...fault, field: `/filter${fault.field}` }))
    throw new Refusal(error.code, { faults, cause: error })
  }
}
