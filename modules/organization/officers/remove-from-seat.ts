import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import type { TSchema } from 'typebox'
import type { OpenUnit } from '../open-unit.ts'
import { beginVacancy } from '../terms/term-matters.ts'

type Context = Pick<CommandContext<TSchema, 'post' | 'system'>, 'tx' | 'now' | 'today' | 'matters' | 'services'>

/**
 * Ends the seat of a chair or vice-chair whose removal 罢免 was voted and approved; a vacant chair starts its clock of three
 * months. Does nothing where nobody of that name sits there: the record of officers may be younger than the vote.
 *
 * @see ELE-41, ORG-43
 */
export async function removeFromSeat(
  context: Context,
  unit: OpenUnit,
  seat: 'chair' | 'vice_chair',
  name: string,
  on: string,
): Promise<void> {
  const ended = await context.tx.run(
    `update organization.officer set valid_to = greatest(valid_from, $5::date), ended_because = 'removed', end_recorded_at = $6
     where cell_id = $1 and unit_id = $2 and seat = $3 and name = $4 and valid_to is null and superseded_at is null`,
    [unit.cell_id, unit.id, seat, name, on, context.now],
  )
  if (ended > 0 && seat === 'chair') await beginVacancy(context, unit, 'chair', on)
}
