import { query } from '@gongqiao/kernel/command/query.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { FoundingPaper, FoundingPaperKind } from '../contract.ts'
import { paperText } from '../papers/kept.ts'
import { foundingMatter, foundingView } from '../view.ts'

/** The words of a document of a founding, to be read and changed. Refuses `kernel.absent`, `kernel.forbidden`. */
export const findPaper = query({
  act: 'organization.run_founding',
  by: ['post'],
  input: Type.Object({ cell: Cell, matter: Id, kind: FoundingPaperKind }, { additionalProperties: false }),
  output: FoundingPaper,
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, today, allow, services }) {
    allow((await foundingMatter(tx, input.cell, input.matter)).host)
    return paperText(tx, await foundingView(tx, services, actor, input, today), input.kind)
  },
})
