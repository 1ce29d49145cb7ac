import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import type { NumberedFact } from '@gongqiao/kernel/facts/consumer.ts'
import type { Reaction } from '@gongqiao/kernel/facts/reaction.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { closeStopped, completeClosing } from '@gongqiao/modules/organization/index.ts'
import { moveUnitMembers } from '../moving/commands/move-unit-members.ts'
import { followUnion } from '../transfer/commands/follow-union.ts'
import { moveChosen } from './commands/move-chosen.ts'
import { retainUnit } from './commands/retain-unit.ts'

const system = systemActor('membership.follow_units')
const comingTo = `select i.matter_id as matter from membership.incoming i
  where i.cell_id = $1 and i.unit_id = $2 and i.ended_at is null order by i.matter_id`

/**
 * Members follow what becomes of their union: of one that is closing everybody moves in chunks to the one that goes on from
 * it, of one that is split those who were named; then the union is told to complete it. Those who were on their way to a
 * union that closes follow first, each in a transaction of their own. A process that dies on the way goes
 * on where it was: each chunk is a transaction of its own, and the fact is heard again until all of it is done.
 *
 * @see ORG-26, ORG-28, ORG-29, MEM-36
 */
export function followUnits(services: Services): Reaction {
  async function moveAll(cell: number, from: string, into: string): Promise<number> {
    for (;;) {
      const { answer }: { answer: { moved: number; left: number } } = await perform(services, system, moveUnitMembers, {
        cell,
        from,
        into,
      })
      if (answer.moved === 0) return answer.left
    }
  }

  async function followInto(cell: number, unit: string, into: string, gone: boolean): Promise<void> {
    const coming = await readCell(services.pool, cell, (tx) => tx.many<{ matter: string }>(comingTo, [cell, unit]))
    for (const { matter } of coming) await perform(services, system, followUnion, { cell, matter, into, gone })
  }

  async function close(cell: number, { body }: NumberedFact): Promise<void> {
    const { matter, unit, into, rest, members } = asClosing(body)
    // Everybody is retained where the employer is no more: nobody can come to work there.
    await followInto(cell, unit, into, members === 'retain')
    if (members === 'retain') await perform(services, system, retainUnit, { cell, unit })
    const left = await moveAll(cell, unit, into)
    // Those whose application the old cell decides, and rosters' second lines, stay in it with the union above.
    if (left > 0 && rest !== null && rest !== into) await moveAll(cell, unit, rest)
    await perform(services, system, completeClosing, { cell, matter })
  }

  async function split(cell: number, { body }: NumberedFact): Promise<void> {
    const { matter, unit, into, parts = [{ number: 1, into }] } = asClosing(body)
    for (const part of parts)
      await perform(services, system, moveChosen, { cell, matter, part: part.number, from: unit, into: part.into })
    await perform(services, system, completeClosing, { cell, matter })
  }

  /** A founding that was stopped: whoever had joined belongs to the union above. */
  async function stop(cell: number, { body }: NumberedFact): Promise<void> {
    const { unit, into } = asClosing(body)
    await moveAll(cell, unit, into)
    await perform(services, system, closeStopped, { cell, unit, into })
  }

  /** Whoever asked at the very moment it closed follows now. */
  async function closed(cell: number, { body }: NumberedFact): Promise<void> {
    const { unit, into } = asClosing(body)
    await followInto(cell, unit, into, false)
  }

  const follow: { readonly [fact: string]: typeof close } = {
    'organization.unit_closing': close,
    'organization.unit_closed': closed,
    'organization.unit_splitting': split,
    'organization.founding_stopped': stop,
  }

  return {
    name: 'membership.follow_units',
    facts: Object.keys(follow),
    async react(cell, facts) {
      for (const fact of facts) await follow[fact.name]?.(cell, fact)
    },
  }
}

type Closing = {
  readonly matter: string
  readonly unit: string
  readonly into: string
  readonly rest: string | null
  /** The new unions of a split; one fact of long ago names one only. */
  readonly parts?: readonly { readonly number: number; readonly into: string }[]
  readonly members: 'keep' | 'retain'
}

/** Safe because organization alone writes these facts, with these fields. */
function asClosing(body: NumberedFact['body']): Closing {
  return body as Closing
}
