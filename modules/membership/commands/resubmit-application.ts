import { maskIdentityNumber, nameBigrams } from '@gongqiao/codes'
import { command } from '@gongqiao/kernel/command/command.ts'
import { sealField } from '@gongqiao/kernel/crypto/field.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { personFields } from '@gongqiao/modules/people/contract.ts'
import { checkPerson, identityText, personFaults } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import { MyMatter } from '../contract.ts'
import { application } from '../machine.ts'
import { myMatter } from '../mine.ts'

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
    const key = await services.keyring.dataKey(cell)
    const verified = await services.verifyIdentity(person.identityKind, person.identityNumber, person.name)
    await tx.run(
      `with mended as (
         update people.person set name = $3, sex = $4, birth_date = $5, identity_kind = $6, identity_cipher = $7,
           identity_digest = $8, identity_mask = $9, verification = $10 where cell_id = $1 and id = $2
       )
       update membership.membership set name = $3, sex = $4, birth_date = $5, identity_mask = $9, name_bigrams = $11
       where cell_id = $1 and person_id = $2 and status = 'provisional'`,
      [
        cell,
        actor.person,
        person.name,
        person.sex,
        person.birthDate,
        person.identityKind,
        sealField(
          key,
          { cell, table: 'people.person', column: 'identity_cipher', id: actor.person },
          person.identityNumber,
        ),
        services.keyring.digest('identity', identityText(person.identityKind, person.identityNumber)),
        maskIdentityNumber(person.identityNumber),
        verified,
        nameBigrams(person.name),
      ],
    )
    return {
      cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: after.state },
      answer: await myMatter(tx, services, after, actor.person, today, actor.language),
    }
  },
})
