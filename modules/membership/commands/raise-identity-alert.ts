import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { Done, done } from '@gongqiao/kernel/shapes.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { textPerson } from '@gongqiao/modules/people/index.ts'
import { ApplicationKey } from '../contract.ts'

/** A member is texted once in this time, however often their number is used; every time stands in their inbox. */
const textAgainMs = 86_400_000

/** Which of some applications of a cell name a number that another person holds as a member. */
export const heldByOthers = `select a.matter_id as matter from membership.application a
  join people.open_person p on p.cell_id = a.cell_id and p.id = a.person_id
  join people.identity_directory d on d.digest = p.identity_digest
  where a.cell_id = $1 and a.matter_id = any($2::uuid[]) and d.person_id <> a.person_id order by a.matter_id`

/**
 * Tells a member that somebody applied with their identity number: an alert of their own, a message in their inbox if they
 * have an account, a text to the phone on their record. Neither the applicant nor any officer learns of it. An
 * application is told once.
 *
 * @see design sections 2.1 and 2.3; rulebook MEM-13
 */
export const raiseIdentityAlert = command({
  act: 'membership.raise_identity_alert',
  by: ['system'],
  input: ApplicationKey,
  output: Done,
  beyond: {
    application: 'whose number was typed: the applicant’s record, wherever it is',
    member: 'whose number it is: the member, wherever they are',
  },
  async run({ tx, input, now, allow, reach, services }) {
    const { cell, matter } = input
    allow({ cell, path: '' })
    await reach('application', { cell, path: '' })
    const applied = await tx.maybe<{ person: string; unit: string; identity: Buffer }>(
      `select a.person_id as person, a.unit_id as unit, p.identity_digest as identity from membership.application a
       join people.open_person p on p.cell_id = a.cell_id and p.id = a.person_id
       join kernel.matter m on m.cell_id = a.cell_id and m.id = a.matter_id
       where a.cell_id = $1 and a.matter_id = $2 and m.ended_at is null`,
      [cell, matter],
    )
    const holder =
      applied &&
      (await tx.maybe<{ cell: number; person: string }>(
        'select cell_id as cell, person_id as person from people.identity_directory where digest = $1 and person_id <> $2',
        [applied.identity, applied.person],
      ))
    const unit = applied && (await findOpenUnit(tx, applied.unit))
    if (!applied || !holder || !unit) return { cell, subject: matter, answer: done }

    await reach('member', { cell: holder.cell, path: '' })
    const { account, texted } = await tx.one<{ account: string | null; texted: boolean }>(
      `select p.account_id as account, exists (select from membership.identity_alert i
         where i.cell_id = p.cell_id and i.person_id = p.id and i.at > $3) as texted
       from people.open_person p where p.cell_id = $1 and p.id = $2`,
      [holder.cell, holder.person, new Date(now.getTime() - textAgainMs)],
    )
    const alert = newId(now.getTime())
    const isNew = await tx.run(
      `insert into membership.identity_alert (cell_id, id, person_id, application_cell, application_id, unit_id, at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (cell_id, person_id, application_cell, application_id) do nothing`,
      [holder.cell, alert, holder.person, cell, matter, unit.id, now],
    )
    const words = { unit: unit.name }
    if (isNew === 1) {
      const kind = 'membership.message.alert'
      const link = `/alerts/${holder.cell}/${alert}`
      await leaveMessages(tx, holder.cell, account === null ? [] : [{ account, kind, variables: words, link }], now)
    }
    if (isNew === 1 && !texted) {
      const text = services.say('zh', 'membership.alert_text', { ...words, brand: services.brand })
      await textPerson(tx, services, holder, text, now)
    }
    return { cell: holder.cell, subject: holder.person, after: { alert: isNew === 1 ? alert : null }, answer: done }
  },
})
