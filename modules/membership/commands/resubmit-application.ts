import { maskIdentityNumber, nameBigrams } from '@gongqiao/codes'
import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { personFields } from '@gongqiao/modules/people/contract.ts'
import { checkPerson, mendPerson, personFaults } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import { MyMatter } from '../contract.ts'
import { application } from '../machine.ts'
import { myMatter } from '../mine.ts'
import { forgetNames, keepNames } from '../names.ts'

/**
 * Mends a returned application and sends it again 补充后重新提交. The clock starts anew.
 *
 * Refuses every wrong field at once, `kernel.absent`, `matter.step_not_open`.
 */
export const resubmitApplication = command({
  act: 'membership.resubmit',
  by: ['person'],
  input: Type.Object({ cell: Cell, matter: Id, ...personFields }, { additionalProperties: false }),
  output: MyMatter,
  cellOf: (input) => input.cell,
  check: personFaults,
  beyond: { own: 'the application is the person’s own, wherever it is kept' },
  async run({ tx, input, actor, today, allow, matters, services, reach }) {
    if (actor.kind === 'system') throw new Error('the system mends nothing')
    allow.self(actor.person)
    const { cell } = input
    const checked = checkPerson(input, today)
    if ('faults' in checked) throw new Error('the form was checked before')
    const { person } = checked
    await reach('own', { cell, path: '' })
    const before = await matters.open(application, cell, input.matter)
    if (before.subject !== actor.person) throw absent()
    const after = await matters.take(application, before, 'resubmit', { title: person.name })
    await mendPerson(tx, services, { cell, person: actor.person }, person)
    const { membership } = await tx.one<{ membership: string }>(
      `select id as membership from membership.membership where cell_id = $1 and person_id = $2 and status = 'provisional'`,
      [cell, actor.person],
    )
    forgetNames(tx, cell, [membership])
    await tx.run(
      `update membership.membership set name = $3, sex = $4, birth_date = $5, identity_mask = $6, name_bigrams = $7
       where cell_id = $1 and id = $2 and status = 'provisional'`,
      [
        cell,
        membership,
        person.name,
        person.sex,
        person.birthDate,
        maskIdentityNumber(person.identityNumber),
        nameBigrams(person.name),
      ],
    )
    keepNames(tx, cell, [membership])
    return {
      cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: after.state },
      facts: [
        { cell, name: 'membership.mended', body: { matter: after.id, person: actor.person, unit: after.hostUnit } },
      ],
      answer: await myMatter(tx, services, after, actor.person, today, actor.language),
    }
  },
})
