import { query } from '@gongqiao/kernel/command/query.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { FoundingPaperKind } from '../contract.ts'
import { paperText } from '../papers/kept.ts'
import { writeText } from '../papers/paper.ts'
import { foundingMatter, foundingView } from '../view.ts'

const PaperFile = Type.Object({
  mediaType: Type.String(),
  bytes: Type.Unsafe<Buffer>(Type.Unknown()),
  fileName: Type.String(),
})

/** A document of a founding as a PDF of A4, to be signed and sealed. Refuses `kernel.absent`, `kernel.forbidden`. */
export const drawPaper = query({
  act: 'organization.run_founding',
  by: ['post'],
  input: Type.Object({ cell: Cell, matter: Id, kind: FoundingPaperKind }, { additionalProperties: false }),
  output: PaperFile,
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, now, today, allow, services }) {
    allow((await foundingMatter(tx, input.cell, input.matter)).host)
    const view = await foundingView(tx, services, actor, input, today)
    const { text, number } = await paperText(tx, view, input.kind)
    const bytes = await writeText(text, { number, brand: services.brand, made: now })
    return { mediaType: 'application/pdf', bytes, fileName: `${text.split('\n')[0]?.trim() ?? view.name}.pdf` }
  },
})
