import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { FoundingPaper, FoundingPaperKind } from '../contract.ts'
import { openToRun } from '../open.ts'
import { paperText } from '../papers/kept.ts'
import { foundingView } from '../view.ts'

/**
 * Keeps the words of a document as an officer changed them; with no text, it is drafted from the facts again.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`.
 */
export const keepPaper = command({
  act: 'organization.run_founding',
  by: ['post'],
  input: Type.Object(
    {
      cell: Cell,
      matter: Id,
      kind: FoundingPaperKind,
      number: nullable(Type.String({ minLength: 1, maxLength: 60 })),
      text: Type.String({ minLength: 1, maxLength: 8_000 }),
    },
    { additionalProperties: false },
  ),
  output: FoundingPaper,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, actor, now, today, services } = context
    const { row } = await openToRun(context)
    if (actor.kind !== 'post') throw new Error('a paper is kept by a post')
    await tx.run(
      `insert into organization.founding_paper (cell_id, matter_id, kind, path, number, text, kept_at, post_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (cell_id, matter_id, kind) do update set number = excluded.number, text = excluded.text,
         kept_at = excluded.kept_at, post_id = excluded.post_id`,
      [input.cell, input.matter, input.kind, row.path, input.number, input.text, now, actor.post.id],
    )
    const view = await foundingView(tx, services, actor, input, today)
    const answer = await paperText(tx, view, input.kind)
    return { cell: input.cell, subject: input.matter, after: { paper: input.kind }, answer }
  },
})
