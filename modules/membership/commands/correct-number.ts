import { maskIdentityNumber } from '@gongqiao/codes'
import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { personFields } from '@gongqiao/modules/people/contract.ts'
import { changeNumber, checkPerson, identityText, mendPerson, personFaults } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import { MemberView } from '../contract.ts'
import { keepRecord } from '../life/content.ts'
import { findMemberView } from '../member-view.ts'

const { name: _name, ...numberFields } = personFields

/** The name stands already; a form without one has no fault of it. */
function numberFaults(given: Given, today: string): Fault[] {
  return personFaults({ ...given, name: '某某' }, today)
}

/**
 * Corrects a document number on the record at the window 更正证件号码: the person stands there with the document, and its
 * scan is kept. A member's old number is let go and the new one is held in one act; the person is told.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.listed_unclaimed` for a record nobody has claimed,
 * `membership.number_of_another` where another member holds the number.
 *
 * @see rulebook MEM-13, 8.1 to 8.3
 */
export const correctNumber = command({
  act: 'membership.correct_number',
  by: ['post'],
  input: Type.Object({ cell: Cell, membership: Id, ...numberFields, file: Id }, { additionalProperties: false }),
  output: MemberView,
  cellOf: (input) => input.cell,
  check: numberFaults,
  async run({ tx, input, actor, now, today, allow, services }) {
    const { cell, membership, file } = input
    const found = await findMemberView(tx, cell, membership, today)
    if (!found) throw absent()
    allow({ cell, path: found.path })
    const { view } = found
    if (view.status === 'listed') throw new Refusal('membership.listed_unclaimed')
    if (view.status === 'ended') throw absent()
    const checked = checkPerson({ ...input, name: view.name }, today)
    if ('faults' in checked) throw new Error('the form was checked before')
    const { person } = checked
    if ((await tx.run('select from kernel.file where cell_id = $1 and id = $2', [cell, file])) === 0) {
      throw new Refusal('kernel.invalid_input', { faults: [{ field: '/file', code: 'membership.paper_missing' }] })
    }
    const key = { cell, person: view.person }
    const identity = services.keyring.digest('identity', identityText(person.identityKind, person.identityNumber))
    const isMember = view.status === 'active' || view.status === 'retained'
    if (isMember && !(await changeNumber(tx, key, identity))) throw new Refusal('membership.number_of_another')
    await mendPerson(tx, services, key, person)
    await tx.run(
      `update membership.membership set identity_mask = $3, sex = $4, birth_date = $5 where cell_id = $1 and id = $2`,
      [cell, membership, maskIdentityNumber(person.identityNumber), person.sex, person.birthDate],
    )
    const said = { before: view.identityMask, after: maskIdentityNumber(person.identityNumber) }
    const by = actor.kind === 'post' ? `${actor.post.unitName} ${actor.post.title}` : null
    await keepRecord(
      tx,
      services,
      { cell, membership, path: found.path, act: 'correct_number', on: today, said, file, by },
      now,
    )
    const { account } = await tx.one<{ account: string | null }>(
      'select account_id as account from people.open_person where cell_id = $1 and id = $2',
      [cell, view.person],
    )
    const kind = 'membership.message.number_corrected'
    const told = account === null ? [] : [{ account, kind, variables: { unit: view.unit.name }, link: '/record' }]
    await leaveMessages(tx, cell, told, now)
    const after = await findMemberView(tx, cell, membership, today)
    if (!after) throw new Error('the record was there before')
    return { cell, subject: view.person, after: { numberCorrected: true, file }, answer: after.view }
  },
})
