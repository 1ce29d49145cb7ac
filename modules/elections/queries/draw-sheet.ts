import { Readable } from 'node:stream'
import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { writeSheet } from '@gongqiao/kernel/sheets/write-sheet.ts'
import { Type } from 'typebox'
import { electionView } from '../election-view.ts'
import { listOf, type SheetKind, sheetKinds } from '../sheets.ts'
import { findStoredElection } from '../stored.ts'

const names: { readonly [K in SheetKind]: string } = { delegates: '会员代表', candidates: '候选人', votes: '计票结果' }

/**
 * Delegates, candidates or counted votes of an election as an Excel file; of an empty list the headings to fill in.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`.
 */
export const drawSheet = query({
  act: 'elections.view_sheet',
  by: ['post'],
  input: Type.Object({ cell: Cell, matter: Id, list: Type.Enum([...sheetKinds]) }, { additionalProperties: false }),
  output: Type.Object({
    mediaType: Type.String(),
    bytes: Type.Unsafe<Readable>(Type.Unknown()),
    fileName: Type.String(),
  }),
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, now, today, allow, services }) {
    const election = await findStoredElection(tx, input.cell, input.matter)
    if (!election) throw absent()
    allow({ cell: election.cell, path: election.path })
    const view = await electionView(tx, services, election, today, { actor, language: actor.language })
    const { columns, rows } = listOf(input.list, view)
    const name = names[input.list]
    const bytes = writeSheet('xlsx', {
      ...{ name, columns, rows: each(rows) },
      made: { by: services.brand, title: `${name} ${view.unit.name}`, at: now },
    })
    return {
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: Readable.from(bytes),
      fileName: `${name} ${view.unit.shortName}.xlsx`,
    }
  },
})

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows
}
