import { checkName, nameBigrams } from '@gongqiao/codes'
import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { personFields } from '@gongqiao/modules/people/contract.ts'
import { mendPerson, openRecord } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import { tellDesk } from '../claiming/ending.ts'
import { MyRecord } from '../contract.ts'
import { myRecord } from '../my-record.ts'
import { forgetNames, keepNames } from '../names.ts'

function nameFaults(given: Given): Fault[] {
  const checked = typeof given.name === 'string' ? checkName(given.name) : undefined
  if (!checked || checked.ok) return []
  return checked.faults.map(({ code }) => ({ field: '/name', code: `people.name.${code}` }))
}

/**
 * Corrects one's own name on the record 更正姓名, as the document has it. The union's desk is told, and the old name stays
 * in the audit of its day only by the record's id.
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
    const key = { cell, person: actor.person }
    const { person } = await openRecord(tx, services, key)
    await mendPerson(tx, services, key, { ...person, name: name.value })
    forgetNames(tx, cell, [membership])
    await tx.run('update membership.membership set name = $3, name_bigrams = $4 where cell_id = $1 and id = $2', [
      cell,
      membership,
      name.value,
      nameBigrams(name.value),
    ])
    keepNames(tx, cell, [membership])
    const unit = await findOpenUnit(tx, own.unit.id)
    const words = { name: name.value, before: own.name }
    const link = `/console/units/${own.unit.id}/people`
    if (unit) await tellDesk(context, unit, 'membership.message.name_corrected', words, link)
    return { cell, subject: membership, after: { nameCorrected: true }, answer: { ...own, name: name.value } }
  },
})
