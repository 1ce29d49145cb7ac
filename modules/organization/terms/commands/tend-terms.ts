import { addDays } from '@gongqiao/calendar'
import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { Cell, Count, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { openUnitsById } from '../../open-unit.ts'
import { lastFullDay, reminderDays, reminderDue } from '../term.ts'
import { termEnd } from '../term-end.ts'
import { beginTermEnd, countFrom, deskAbove, openTermMatter } from '../term-matters.ts'

const atOnce = 200
const beforeAll = '00000000-0000-0000-0000-000000000000'

const ending = `from organization.term t join organization.unit u on u.id = t.unit_id
  where u.cell_id = $1 and u.state <> 'closed' and t.valid_to is null and t.superseded_at is null and t.ends_on <= $2`

/** Whether a term of a cell ends by a day. */
export const someTermEnds = `select ${ending} limit 1`

type Ending = {
  readonly unit: string
  readonly endsOn: string
  readonly extendedUntil: string | null
  readonly told: readonly number[]
}

/**
 * Tends the terms that end within 180 days or have ended: begins the matter of a term's end, reminds whoever answers for the
 * union at T−180, T−90 and T−30, and on the day after the last one says that it is overdue and who looks after it now. Doing
 * it twice does no harm.
 *
 * @see ELE-03, ELE-04
 */
export const tendTerms = command({
  act: 'organization.tend_terms',
  by: ['system'],
  input: Type.Object({ cell: Cell, after: Type.Optional(Id) }, { additionalProperties: false }),
  output: Type.Object({ reminded: Count, overdue: Count, next: nullable(Id) }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  beyond: { cell: 'terms end everywhere: unions of the whole cell' },
  async run({ tx, input, now, today, allow, reach, matters, services }) {
    const { cell } = input
    const everything = { cell, path: '' }
    allow(everything)
    await reach('cell', everything)
    const terms = await tx.many<Ending>(
      `select u.id as unit, t.ends_on as "endsOn", t.extended_until as "extendedUntil", array(
         select r.days from organization.term_reminder r where r.unit_id = u.id and r.ends_on = t.ends_on) as told
       ${ending} and u.id > $3 order by u.id limit $4`,
      [cell, addDays(today, reminderDays[0]), input.after ?? beforeAll, atOnce],
    )
    const units = await openUnitsById(
      tx,
      terms.map(({ unit }) => unit),
    )
    const context = { tx, now, today, matters, services }
    let reminded = 0
    let overdue = 0
    for (const { unit: id, endsOn, extendedUntil, told } of terms) {
      const unit = units.get(id)
      if (!unit) continue
      await beginTermEnd(context, unit, endsOn)
      const days = reminderDue(endsOn, told, today)
      if (days !== undefined) {
        await tx.run(
          'insert into organization.term_reminder (unit_id, ends_on, days, told_at) values ($1, $2, $3, $4) on conflict do nothing',
          [id, endsOn, days, now],
        )
        await tellDesk(context, unit.desk_post_id, 'organization.message.term_ends', {
          unit: unit.name,
          days,
          day: endsOn,
        })
        reminded++
      }
      if (today <= lastFullDay({ endsOn, extendedUntil })) continue
      const before = await openTermMatter(context, unit)
      if (before?.state !== 'due' && before?.state !== 'extended') continue
      const owner = await deskAbove(tx, unit)
      const after = await matters.take(termEnd, before, 'lapse', { owner })
      await countFrom(context, after, endsOn)
      const variables = { unit: unit.name, day: endsOn }
      await tellDesk(context, unit.desk_post_id, 'organization.message.term_over', variables)
      if (owner !== unit.desk_post_id) await tellDesk(context, owner, 'organization.message.term_over_above', variables)
      overdue++
    }
    const next = terms.length === atOnce ? (terms.at(-1)?.unit ?? null) : null
    return { cell, after: { reminded, overdue }, answer: { reminded, overdue, next } }
  },
})

type Telling = Pick<Parameters<typeof beginTermEnd>[0], 'tx' | 'now'>

/** Leaves a message with whoever holds a desk, in the cell of the desk. */
async function tellDesk(
  { tx, now }: Telling,
  post: string | null,
  kind: string,
  variables: { readonly [name: string]: string | number },
): Promise<void> {
  const holders = await tx.many<{ account: string; cell: number }>(
    `select h.account_id as account, p.cell_id as cell from kernel.post_holding h join kernel.post p on p.id = h.post_id
     where h.post_id = $1 and h.valid_to is null and h.superseded_at is null`,
    [post],
  )
  for (const { account, cell } of holders) await leaveMessages(tx, cell, [{ account, kind, variables }], now)
}
