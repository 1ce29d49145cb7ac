import { Type } from 'typebox'
import { command } from '../../command/command.ts'
import { mustBeOpen, openForPost } from '../../matter/acting.ts'
import { clockPlace, wordsOf } from '../../matter/matters.ts'
import type { MatterParts } from '../../matter/parts.ts'
import { leaveMessages } from '../../messages/inbox.ts'
import { Refusal } from '../../refusal.ts'
import { Cell, Day, Id } from '../../shapes.ts'
import { homeAccount, subjectReach } from '../home-account.ts'

const closed = { additionalProperties: false } as const

const prolong = `
  with moved as (
    update kernel.matter set extensions = extensions || $3::integer, due_on = $4, due_provisional = $5, last_event = last_event + 1
    where cell_id = $1 and id = $2 returning id, path, state, last_event
  )
  insert into kernel.matter_event (cell_id, matter_id, number, path, at, step, from_state, to_state, actor_kind, account_id, post_id,
    by_words, note)
  select $1, id, last_event, path, $6, 'extended', state, state, 'post', $7, $8, $9, $10 from moved`

/**
 * Prolongs the clock of a matter 延长, within what its rule allows: by another post than the one that handles it, with a
 * reason, and before the due day. The person it concerns is told the new day and why.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open` once it has ended or while its clock stands still,
 * `clock.not_prolonged` where the rule allows none or not so much, `clock.too_late` after the due day, and
 * `clock.own_extension` to whoever handles it.
 *
 * @see rulebook T-16
 */
export function extendMatterCommand(parts: MatterParts) {
  return command({
    act: 'kernel.extend_matter',
    by: ['post'],
    input: Type.Object(
      {
        cell: Cell,
        matter: Id,
        length: Type.Integer({ minimum: 1, maximum: 400, description: 'in the unit of the rule' }),
        reason: Type.String({ minLength: 4, maxLength: 1_000, description: '延长的理由，会告诉本人' }),
      },
      closed,
    ),
    output: Type.Object({ dueOn: Day }, closed),
    cellOf: ({ cell }) => cell,
    beyond: subjectReach,
    async run(context) {
      const { tx, input, actor, now, today, services } = context
      if (actor.kind !== 'post') throw new Error('a post prolongs a clock')
      const opened = await openForPost(context, parts)
      mustBeOpen(opened)
      const { cell, id, clockRule, clockFrom, dueOn, pauses, extensions, pausedFrom, owner, subject } = opened.matter
      if (clockRule === null || clockFrom === null || dueOn === null || pausedFrom !== null)
        throw new Refusal('matter.step_not_open')
      const place = clockPlace(opened.matter)
      const { extend } = services.deadlines.rule(clockRule, clockFrom, place)
      const prolonged = [...extensions, input.length]
      const sum = prolonged.reduce((all, one) => all + one, 0)
      if (extend === null || sum > extend.max)
        throw new Refusal('clock.not_prolonged', { variables: { most: extend?.max ?? 0 } })
      if (today > dueOn) throw new Refusal('clock.too_late')
      if (actor.post.id === owner) throw new Refusal('clock.own_extension')
      const due = services.deadlines.due(clockRule, clockFrom, { ...place, pauses, extensions: prolonged })
      const said = [
        cell,
        id,
        input.length,
        due.on,
        due.provisional,
        now,
        actor.account,
        actor.post.id,
        wordsOf(actor),
        input.reason,
      ]
      await tx.run(prolong, said)
      const home = await homeAccount(tx, parts, context.reach, subject)
      if (home) {
        const variables = { from: dueOn, to: due.on, reason: input.reason }
        const link = `/matters/${cell}/${id}`
        await leaveMessages(
          tx,
          home.cell,
          [{ account: home.account, kind: 'clock.message.extended', variables, link }],
          now,
        )
      }
      return { cell, subject: id, before: { dueOn }, after: { dueOn: due.on }, answer: { dueOn: due.on } }
    },
  })
}
