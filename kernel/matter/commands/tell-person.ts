import { Type } from 'typebox'
import { command } from '../../command/command.ts'
import { leaveMessages } from '../../messages/inbox.ts'
import { Cell, Done, done, Id } from '../../shapes.ts'
import { kindText } from '../history.ts'
import type { MatterParts } from '../parts.ts'

/** What a person is told of their matter. */
const tellings = ['stepped', 'commented', 'referred'] as const
const messages = {
  stepped: 'kernel.message.matter_stepped',
  commented: 'kernel.message.matter_commented',
  referred: 'kernel.message.matter_moved',
} as const

/**
 * Tells the person whom a matter concerns what a union has done with it 进度通知. Told once, in the cell where their account is.
 */
export function tellPerson(parts: MatterParts) {
  return command({
    act: 'kernel.tell_matter_person',
    by: ['system'],
    input: Type.Object(
      {
        cell: Cell,
        matter: Id,
        person: Id,
        kind: Type.String(),
        what: Type.Enum([...tellings]),
        unit: Id,
        /** What tells this telling from another of the same matter. */
        once: Type.String({ maxLength: 100 }),
        step: Type.Optional(Type.String()),
      },
      { additionalProperties: false },
    ),
    output: Done,
    cellOf: ({ cell }) => cell,
    beyond: { subject: 'whom the matter concerns: their record, in its cell' },
    async run({ tx, input, now, allow, reach }) {
      const { cell, matter, person, kind, what, step, once } = input
      allow({ cell, path: '' })
      const unit = (await parts.units.byId(tx, [input.unit])).get(input.unit)
      let told = 0
      for (const home of await parts.people.cellsOf(tx, person)) {
        await reach('subject', { cell: home, path: '' })
        const { account = null } = (await parts.people.find(tx, home, person)) ?? {}
        if (account === null) continue
        const message = messages[what]
        const link = `/matters/${cell}/${matter}`
        const variables = {
          kind: kindText(kind, 'name'),
          unit: unit?.name ?? '',
          ...(step !== undefined && { step: kindText(kind, `step.${step}`) }),
          once,
        }
        const before = await tx.run(
          `select from kernel.message where cell_id = $1 and account_id = $2 and kind = $3 and link = $4 and variables = $5`,
          [home, account, message, link, JSON.stringify(variables)],
        )
        if (before > 0) break
        await leaveMessages(tx, home, [{ account, kind: message, variables, link }], now)
        told++
        break
      }
      return { cell, subject: matter, after: { told }, answer: done }
    },
  })
}
