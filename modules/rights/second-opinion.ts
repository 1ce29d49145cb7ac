import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext, Fact } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { goTo, referReach } from '@gongqiao/kernel/matter/referring.ts'
import type { MatterUnit } from '@gongqiao/kernel/matter/unit.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { matterUnits } from '@gongqiao/modules/organization/index.ts'
import type { AskRow } from './asked-row.ts'
import { ask } from './machine.ts'
import { rightsMatterKinds } from './matter-kinds.ts'

/** Why taking an ask one level up opens places beyond the asker's own. */
export const upReach = referReach

type Above = MatterUnit & { readonly desk: string }

/**
 * The union that would take an ask up again 再次派单: the nearest one above the one that has it that somebody answers for.
 * Undefined at the top, and where one has done so already.
 *
 * @see rulebook 2.7 NOT_SATISFIED → REDISPATCHED (once)
 */
export async function unionToTakeUp(
  tx: Tx,
  { hostUnit }: Pick<Matter, 'hostUnit'>,
  { redispatched }: Pick<AskRow, 'redispatched'>,
): Promise<Above | undefined> {
  if (redispatched) return undefined
  const chain = await matterUnits.above(tx, hostUnit)
  const own = chain.find(({ id }) => id === hostUnit)
  return chain.find((unit): unit is Above => unit.id !== hostUnit && unit.open && isAnswered(unit, own))
}

/** A union without an officer of its own has the desk of one further up: that is who takes it up. */
function isAnswered({ desk }: MatterUnit, own: MatterUnit | undefined): boolean {
  return desk !== null && desk !== own?.desk
}

type Context = Omit<CommandContext<unknown, 'person' | 'anyone'>, 'input'>

/** Takes an ask that was just taken up again to the union above. Refuses `rights.no_second_opinion`. */
export async function goUp(
  context: Context,
  matter: Matter,
  row: Pick<AskRow, 'redispatched' | 'asker'>,
): Promise<{ readonly cell: number; readonly facts: readonly Fact[] }> {
  const { tx } = context
  const { cell, id } = matter
  const to = await unionToTakeUp(tx, matter, row)
  const kind = rightsMatterKinds.find(({ definition }) => definition.name === ask.name)
  if (!to || !kind) throw new Refusal('rights.no_second_opinion')
  await tx.run('update rights.ask set redispatched = true where cell_id = $1 and matter_id = $2', [cell, id])
  // What the kind does on its way is done for the house; the history says that the asker wished it.
  const moving = { ...context, actor: systemActor('rights.go_up') }
  const going = { step: 'refer', to, reason: 'asked_by_person', note: undefined, dueOn: null } as const
  const { after, facts } = await goTo(moving, { matter, kind }, going)
  if (row.asker === 'member')
    await tx.run('insert into people.person_cell (person_id, cell_id) values ($1, $2) on conflict do nothing', [
      after.subject,
      after.cell,
    ])
  return { cell: after.cell, facts }
}
