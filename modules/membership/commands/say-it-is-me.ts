import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { command, type Fact } from '@gongqiao/kernel/command/command.ts'
import { makeMatters } from '@gongqiao/kernel/matter/matters.ts'
import { Cell, Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { PhoneCode } from '@gongqiao/modules/people/contract.ts'
import { proveOwnPhone } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import { answerAlert, belongingOf, type OpenAlert, openAlert } from '../alerts.ts'
import { statusChanged } from '../joining/begin.ts'
import { endMembership } from '../joining/known.ts'
import { application } from '../machine.ts'
import { callToMove } from '../transfer/calls.ts'

/**
 * Says "this is me" to an application with one's own number, proved by a code to the phone that is bound already. Somebody
 * who is a member joins no second union: the application ends, and they are asked whether they want to move (T-MEM-1).
 *
 * Refuses `kernel.absent`, `membership.alert_answered`, `people.phone_code_wrong`, `people.phone_code_over`.
 *
 * @see rulebook MEM-13; design section 2.2
 */
export const sayItIsMe = command({
  act: 'membership.say_it_is_me',
  by: ['person'],
  input: Type.Object({ cell: Cell, alert: Id, phoneCode: PhoneCode }, { additionalProperties: false }),
  output: Done,
  cellOf: (input) => input.cell,
  beyond: {
    own: 'the alert and the membership are the person’s own, wherever they are kept',
    application: 'the person has just proved that this application is theirs',
  },
  async run(context) {
    const { tx, input, actor, now, today, allow, reach, services } = context
    if (actor.kind === 'system') throw new Error('the system is nobody')
    allow.self(actor.person)
    const { cell } = input
    await reach('own', { cell, path: '' })
    const alert = await openAlert(tx, cell, input.alert, actor.person)
    // They may have moved since the alert was kept: the phone and the membership are where the person is now.
    const home = actor.place.cell
    await reach('own', { cell: home, path: '' })
    const { membership, unit } = await belongingOf(tx, home, actor.person)
    const wrong = await proveOwnPhone(tx, services, { cell: home, person: actor.person }, input.phoneCode, now)
    if (wrong) return { cell, subject: alert.id, refusal: wrong }

    await reach('application', { cell: alert.applicationCell, path: '' })
    const facts = await endApplication(alert)
    const wishes = facts.length > 0 && unit !== alert.unit
    if (wishes) {
      await reach('own', { cell: home, path: '' })
      await callToMove(tx, home, membership, alert.unit, 'scan', now)
    }
    await answerAlert(tx, alert, 'it_is_me', null, now)
    const after = { wishToTransfer: wishes ? alert.unit : null, ended: facts.length > 0 ? alert.application : null }
    return { cell, subject: alert.id, after, facts, answer: done }

    /** Ends the application if it is still open. The record it stands on is another, so the step is the system's. */
    async function endApplication({ applicationCell, application: id }: OpenAlert): Promise<Fact[]> {
      const deadlines = services.deadlines
      const matters = makeMatters({ tx, actor: systemActor('membership.it_is_me'), now, today, deadlines })
      const [before] = await matters.openMany(application, applicationCell, [id])
      if (!before || before.endedAt !== null) return []
      await matters.take(application, before, 'replace')
      const row = await tx.one<{ membership: string }>(
        'select membership_id as membership from membership.application where cell_id = $1 and matter_id = $2',
        [applicationCell, id],
      )
      await endMembership(context, applicationCell, row.membership)
      return [statusChanged(applicationCell, row.membership, before.hostUnit, 'provisional', null)]
    }
  },
})
