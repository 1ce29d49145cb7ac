import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { myAskView } from '../ask-view.ts'
import { sealContent } from '../content.ts'
import { Received, RetaliationReport } from '../contract.ts'
import { askFaults } from '../intake.ts'
import { retaliation } from '../machine.ts'
import { readMedia } from '../media/check-media.ts'
import { openOwn, ownReach } from '../own-ask.ts'
import { codeDigest, newQueryCode } from '../query-code.ts'
import { placeOf, unionAbove } from '../routing.ts'
import { addTurn } from '../turns.ts'

/** What the queue shows of a report: that it is one, and nobody's name. */
export const restrictedTitle = '打击报复（限知）'

/**
 * Reports retaliation 打击报复 for any matter of one's own: it becomes a matter of its own at the union one level above the
 * one that has the first, is told to its desk at once, and leaves no trace where the first can be seen.
 *
 * Refuses every fault at once, `kernel.absent`, `rights.query_code_unknown`.
 *
 * @see G-05; PET 18, 46; TUL 52, 53; rulebook 8.2
 */
export const reportRetaliation = command({
  act: 'rights.report_retaliation',
  by: ['person', 'anyone'],
  input: RetaliationReport,
  output: Received,
  cellOf: (input) => input.cell,
  check: askFaults,
  beyond: { ...ownReach, upper: 'the union one level up, which alone may see it' },
  async run(context) {
    const { tx, input, actor, now, today, matters, reach, services } = context
    const own = await openOwn(context, input)
    if ('refusal' in own) return { cell: input.cell, refusal: own.refusal }
    const about = await tx.maybe<{ kind: string; unit: string; subject: string }>(
      `select kind, host_unit_id as unit, subject_id as subject from kernel.matter where cell_id = $1 and id = $2`,
      [own.cell, input.matter],
    )
    const host = about && (await findOpenUnit(tx, about.unit))
    if (!about || !host) throw absent()
    const person = own.by === 'session' ? own.actor.person : null
    const name = person === null ? null : await nameOf(own.cell, person)
    const upper = await unionAbove(tx, host)
    const { cell, path } = placeOf(upper)
    const id = newId(now.getTime())
    const code = person === null ? newQueryCode() : null
    const digest = code === null ? null : codeDigest(services, code)
    const account = own.by === 'session' ? own.actor.account : null
    await reach('upper', placeOf(upper))
    const clock = matters.beginning(retaliation, cell)
    await tx.run(
      `select kernel.begin_matter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'report', $15, $16, null, null)`,
      [
        cell,
        id,
        path,
        retaliation.name,
        upper.id,
        person ?? id,
        restrictedTitle,
        clock.state,
        upper.desk_post_id,
        clock.clockRule,
        clock.clockFrom,
        clock.dueOn,
        clock.dueProvisional,
        now,
        person === null ? 'anyone' : 'person',
        account,
      ],
    )
    const content = { name, phone: null, employerName: null, employerCode: null }
    await tx.run(
      `insert into rights.retaliation (cell_id, matter_id, path, about_cell, about_matter, about_kind, about_unit_id, content, code_digest, opened_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        cell,
        id,
        path,
        own.cell,
        input.matter,
        about.kind,
        host.id,
        await sealContent(services, cell, id, content),
        digest,
        today,
      ],
    )
    if (digest !== null)
      await tx.run('insert into rights.query_code (digest, cell_id, matter_id) values ($1, $2, $3)', [digest, cell, id])
    if (person !== null)
      await tx.run('insert into people.person_cell (person_id, cell_id) values ($1, $2) on conflict do nothing', [
        person,
        cell,
      ])
    const words = input.words?.trim() ?? ''
    const media = readMedia(input).media
    const said = { side: 'asker', step: 'ask', by: null, words, media, ...(account !== null && { account }) } as const
    await addTurn(tx, services, { cell, matter: id, path }, said, now)
    await tellDesk(upper.desk_post_id, upper.name)
    const ask = await myAskView({ tx, services, today, language: actor.language }, cell, id)
    return { cell, subject: id, after: { state: clock.state }, answer: { ask, queryCode: code } }

    async function nameOf(at: number, who: string) {
      const row = await tx.maybe<{ name: string }>(
        'select name from people.open_person where cell_id = $1 and id = $2',
        [at, who],
      )
      return row?.name ?? null
    }
    async function tellDesk(post: string | null, unit: string) {
      const holder = await tx.maybe<{ account: string; cell: number }>(
        `select h.account_id as account, p.cell_id as cell from kernel.post_holding h join kernel.post p on p.id = h.post_id
         where h.post_id = $1 and h.valid_to is null and h.superseded_at is null`,
        [post],
      )
      if (!holder) return
      const message = { account: holder.account, kind: 'rights.message.retaliation', variables: { unit } }
      await leaveMessages(tx, holder.cell, [message], now)
    }
  },
})
