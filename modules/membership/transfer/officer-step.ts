import { command } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { StepNote } from '@gongqiao/kernel/matter/matters.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import type { Static, TSchema } from 'typebox'
import { tellDesk } from '../claiming/ending.ts'
import { TransferView } from './contract.ts'
import { transfer } from './machine.ts'
import { lockPair, sidesOf } from './pair.ts'
import { released } from './released.ts'
import { settle } from './settle.ts'
import { tellMember } from './tell-member.ts'
import { findTransfer, transferView } from './views.ts'

type Key = { readonly cell: number; readonly matter: string; readonly reason?: string; readonly note?: string }

/** One step of the union a member leaves, as a command: what it asks for, and what follows from it. */
export function transferStep<I extends TSchema>({
  act,
  input: shape,
  step,
  releases,
  decider,
  tells,
}: {
  readonly act: string
  readonly input: I & { readonly static?: Key }
  readonly step: string
  /** The step lets the member go. */
  readonly releases?: 'union'
  /** Who has the transfer after the step. */
  readonly decider?: (tx: Tx, from: string, to: string) => Promise<OpenUnit>
  /** What the member hears. */
  readonly tells?: string
}) {
  return command({
    act,
    by: ['post'],
    input: shape,
    output: TransferView,
    cellOf: (input) => keyOf(input).cell,
    beyond: { sides: 'the other side of the transfer, and the member on the way from one to the other' },
    async run(context) {
      const { tx, allow, matters, services, today, actor } = context
      const { cell, matter, reason, note } = keyOf(context.input)
      const found = await findTransfer(tx, cell, matter)
      if (!found) throw absent()
      allow(found.matter.host)
      const sides = sidesOf(context, 'sides')
      const pair = await lockPair(sides, cell, matter)
      const upper = decider && (await decider(tx, pair.out.hostUnit, pair.into.hostUnit))
      const words: StepNote = { ...(reason !== undefined && { reason }), ...(note !== undefined && { note }) }
      const out = await matters.take(transfer, pair.out, step, {
        ...words,
        ...(releases && released(pair.into)),
        ...(upper && { owner: upper.desk_post_id }),
      })
      if (upper) {
        await tx.run('update membership.transfer set decider_unit_id = $3 where cell_id = $1 and matter_id = $2', [
          ...[cell, matter, upper.id],
        ])
        await tellDesk(sides, upper, 'membership.message.transfer_to_decide', { name: out.title }, '/console/desk')
      }
      const after = { ...pair, out }
      const facts = releases ? (await settle(sides, after, { side: 'released', by: releases })).facts : []
      if (tells) await tellMember(sides, after, tells)
      await sides.open(cell)
      const now = await findTransfer(tx, cell, matter)
      if (!now) throw new Error('the transfer was there before')
      const post = actor.kind === 'post' ? actor.post : undefined
      const answer = await transferView(tx, now.row, now.matter, { services, today, language: actor.language, post })
      return { cell, subject: matter, before: { state: pair.out.state }, after: { state: answer.state }, facts, answer }
    },
  })
}

/** Safe because each step's shape has these fields. */
function keyOf<I extends TSchema>(input: Static<I>): Key {
  return input as Key
}
