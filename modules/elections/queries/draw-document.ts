import { query } from '@gongqiao/kernel/command/query.ts'
import { writePaper } from '@gongqiao/kernel/documents/paper.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { documentKinds } from '../contract.ts'
import { draftOf } from '../documents/papers.ts'
import { electionView } from '../election-view.ts'
import { findStoredElection } from '../stored.ts'

/**
 * A document of an election as PDF of A4, drafted from what is known: request, notice, list of candidates, ballots, tally
 * sheet, report, reply, delegates to sign in. Official papers are in Chinese.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`.
 *
 * @see ELE-14, ELE-35, ELE-40, ELE-55
 */
export const drawDocument = query({
  act: 'elections.view_document',
  by: ['post'],
  input: Type.Object(
    { cell: Cell, matter: Id, document: Type.Enum([...documentKinds]) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    mediaType: Type.String(),
    bytes: Type.Unsafe<Buffer>(Type.Unknown()),
    fileName: Type.String(),
  }),
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, now, today, allow, services }) {
    const election = await findStoredElection(tx, input.cell, input.matter)
    if (!election) throw absent()
    allow({ cell: election.cell, path: election.path })
    const unit = await findOpenUnit(tx, election.unit)
    if (!unit) throw absent()
    const view = await electionView(tx, services, election, today, { actor, language: 'zh' })
    const { title, blocks } = draftOf(input.document, view, upperNameOf(unit)?.name ?? unit.name)
    const number = input.document === 'reply' ? view.documentNumber : null
    const bytes = await writePaper({
      ...{ title, blocks, language: 'zh', brand: services.brand, made: now },
      foot: unit.name,
      ...(number !== null && { number }),
    })
    return { mediaType: 'application/pdf', bytes, fileName: `${title} ${unit.short_name}.pdf` }
  },
})
