import { nameBigrams } from '@gongqiao/codes'
import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { mendPerson, openRecord } from '@gongqiao/modules/people/index.ts'
import { tellDesk } from '../claiming/ending.ts'
import { MyRecord, RosterAnswer } from '../contract.ts'
import { findMyRecordIn } from '../my-record.ts'
import { forgetNames, keepNames } from '../names.ts'
import { callToMove } from '../transfer/calls.ts'

/**
 * Says whether one's own record is right or what a roster says of one 本人核对名册. The roster's name is taken over at once
 * and another union stands as a wish to transfer; a phone is taken only by its own code, and having left is told to the
 * union, whose act the end of a membership is. Either way the union is told.
 *
 * Refuses `kernel.absent`.
 *
 * @see rulebook MEM-39; design sections 2.2 and 2.3
 */
export const answerRoster = command({
  act: 'membership.answer_roster',
  by: ['person'],
  input: RosterAnswer,
  output: MyRecord,
  cellOf: (input) => input.cell,
  beyond: { own: 'the membership is the person’s own' },
  async run(context) {
    const { tx, input, actor, now, today, allow, services, reach } = context
    if (actor.kind === 'system') throw new Error('the system stands on no roster')
    allow.self(actor.person)
    const { cell, membership, answer } = input
    await reach('own', { cell, path: '' })
    const own = await findMyRecordIn(tx, services, cell, actor.person, today)
    if (own?.membership !== membership) throw absent()
    const ended = await tx.run(
      `update membership.roster_request set ended_at = $4, answer = $5
       where cell_id = $1 and id = $2 and membership_id = $3 and ended_at is null and answer is null`,
      [cell, input.request, membership, now, answer === 'roster' ? 'accepted' : 'declined'],
    )
    const said = own.requests.find(({ id }) => id === input.request)?.says
    if (ended === 0 || !said) throw absent()
    if (answer === 'roster' && said.name !== undefined) await takeName(said.name)
    if (answer === 'roster' && said.unit !== undefined) await wishFor(said.unit)
    const unit = await findOpenUnit(tx, own.unit.id)
    const kind = answer === 'roster' ? (said.leaving ? 'left' : 'accepted') : 'declined'
    const words = { name: own.name, unit: own.unit.name }
    const link = `/console/units/${own.unit.id}/people`
    if (unit) await tellDesk(context, unit, `membership.message.roster_${kind}`, words, link)
    const after = await findMyRecordIn(tx, services, cell, actor.person, today)
    if (!after) throw new Error('the record was there before')
    const { requests: _requests, person: _person, ...shown } = after
    return { cell, subject: membership, after: { rosterAnswer: answer, request: input.request }, answer: shown }

    async function takeName(name: string): Promise<void> {
      const key = { cell, person: own?.person ?? '' }
      const { person } = await openRecord(tx, services, key)
      await mendPerson(tx, services, key, { ...person, name })
      forgetNames(tx, cell, [membership])
      await tx.run('update membership.membership set name = $3, name_bigrams = $4 where cell_id = $1 and id = $2', [
        ...[cell, membership, name, nameBigrams(name)],
      ])
      keepNames(tx, cell, [membership])
    }
    async function wishFor(to: string): Promise<void> {
      await callToMove(tx, cell, membership, to, 'roster', now)
    }
  },
})
