import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { foundingFaults } from '../begin.ts'
import { FoundingView } from '../contract.ts'
import { takeEmployers } from '../one-union.ts'
import { openToRun } from '../open.ts'
import { readEmployers } from '../read-sheet.ts'
import { writeEmployers } from '../record.ts'
import { foundingView } from '../view.ts'

/**
 * Takes whom a joint union will cover from a sheet, xlsx or csv, in place of what stood there: all lines or, with every
 * fault named, none.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input`, `matter.step_not_open`, the noes of sheets.
 *
 * @see ORG-07, ORG-11
 */
export const readEmployersOfFounding = command({
  act: 'organization.run_founding',
  by: ['post'],
  input: Type.Object(
    { cell: Cell, matter: Id, mediaType: Type.Optional(Type.String()), bytes: Type.Unsafe<Buffer>(Type.Unknown()) },
    { additionalProperties: false },
  ),
  output: FoundingView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, actor, today, services } = context
    const { before, row } = await openToRun(context)
    if (before.endedAt !== null) throw new Refusal('matter.step_not_open')
    const read = await readEmployers(input.bytes)
    if ('faults' in read) throw new Refusal('kernel.invalid_input', { faults: read.faults })
    const faults = foundingFaults({ form: row.form, employers: read.employers })
    if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
    // An approved union covers whom it covers; the list of its founding changes nothing in that.
    if (before.state !== 'approved') await takeEmployers(tx, row, read.employers)
    await writeEmployers(tx, row, read.employers)
    const answer = await foundingView(tx, services, actor, input, today)
    return { cell: input.cell, subject: input.matter, after: { employers: read.employers.length }, answer }
  },
})
