import { checkName } from '@gongqiao/codes'
import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { personFields } from '@gongqiao/modules/people/contract.ts'
import { Type } from 'typebox'
import { tellDesk } from '../claiming/ending.ts'
import { MyRecord } from '../contract.ts'
import { renameMember } from '../life/names.ts'
import { myRecord } from '../my-record.ts'

function nameFaults(given: Given): Fault[] {
  const checked = typeof given.name === 'string' ? checkName(given.name) : undefined
  if (!checked || checked.ok) return []
  return checked.faults.map(({ code }) => ({ field: '/name', code: `people.name.${code}` }))
}

/**
 * Corrects one's own name on the record 更正姓名, as the document has it. The union's desk is told, and the old name stays
 * in the record's own history.
 *
 * Refuses `kernel.absent`.
 */
export const correctName = command({
  act: 'membership.correct_name',
  by: ['person'],
  input: Type.Object({ cell: Cell, membership: Id, name: personFields.name }, { additionalProperties: false }),
  output: MyRecord,
  cellOf: (input) => input.cell,
  check: nameFaults,
  beyond: { own: 'the membership is the person’s own' },
  async run(context) {
    const { tx, input, actor, today, allow, services, reach } = context
    if (actor.kind === 'system') throw new Error('the system has no name')
    allow.self(actor.person)
    const { cell, membership } = input
    const name = checkName(input.name)
    if (!name.ok) throw new Error('the form was checked before')
    await reach('own', { cell, path: '' })
    const own = await myRecord(tx, services, cell, actor.person, today)
    if (own?.membership !== membership) throw absent()
    const { path } = await tx.one<{ path: string }>(
      'select path from membership.membership where cell_id = $1 and id = $2',
      [cell, membership],
    )
    const member = { cell, membership, person: actor.person, path, name: own.name }
    await renameMember(context, member, name.value, today, { file: null, by: null })
    const unit = await findOpenUnit(tx, own.unit.id)
    const words = { name: name.value, before: own.name }
    const link = `/console/units/${own.unit.id}/people`
    if (unit) await tellDesk(context, unit, 'membership.message.name_corrected', words, link)
    return { cell, subject: membership, after: { nameCorrected: true }, answer: { ...own, name: name.value } }
  },
})
