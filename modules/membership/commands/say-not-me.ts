import { command } from '@gongqiao/kernel/command/command.ts'
import { Done, done } from '@gongqiao/kernel/shapes.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { answerAlert, belongingOf, openAlert } from '../alerts.ts'
import { AlertKey } from '../contract.ts'
import { notMe } from '../machine.ts'

/**
 * Says "this is not me" 不是我 to an application with one's own number: a matter opens at the union where one is a member,
 * with an owner and a clock, and a person looks into it.
 *
 * Refuses `kernel.absent`, `membership.alert_answered`.
 *
 * @see design section 2.1
 */
export const sayNotMe = command({
  act: 'membership.say_not_me',
  by: ['person'],
  input: AlertKey,
  output: Done,
  cellOf: (input) => input.cell,
  beyond: { own: 'the alert and the membership are the person’s own, wherever they are kept' },
  async run({ tx, input, actor, now, allow, matters, reach }) {
    if (actor.kind === 'system') throw new Error('the system is nobody')
    allow.self(actor.person)
    const { cell } = input
    await reach('own', { cell, path: '' })
    const alert = await openAlert(tx, cell, input.alert, actor.person)
    const { path, unit: host, name } = await belongingOf(tx, cell, actor.person)
    const unit = await findOpenUnit(tx, host)
    if (!unit) throw new Error('a member has a unit')
    const matter = newId(now.getTime())
    const clock = matters.beginning(notMe, cell)
    await tx.run(
      `select kernel.begin_matter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'report', 'person', $15, null, null)`,
      [
        cell,
        matter,
        path,
        notMe.name,
        unit.id,
        actor.person,
        name,
        clock.state,
        unit.desk_post_id,
        clock.clockRule,
        clock.clockFrom,
        clock.dueOn,
        clock.dueProvisional,
        now,
        actor.account,
      ],
    )
    await answerAlert(tx, alert, 'not_me', matter, now)
    return {
      cell,
      subject: matter,
      after: { state: clock.state, alert: alert.id },
      facts: [{ cell, name: 'membership.not_me_reported', body: { matter, person: actor.person, unit: unit.id } }],
      answer: done,
    }
  },
})
