import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { readJoiningCode } from '../joining-code.ts'
import { type Movable, unitToMoveTo } from './begin.ts'
import type { TransferView } from './contract.ts'
import { findTransfer, transferView } from './views.ts'

type Target = { readonly unit?: unknown; readonly code?: unknown }

/** A target names a union or a code of one: one of the two. */
export function targetFaults({ unit, code }: Target): Fault[] {
  return (unit === undefined) === (code === undefined) ? [{ field: '/unit', code: 'kernel.field_missing' }] : []
}

/**
 * The union a person wants to move to.
 *
 * Refuses the five `membership.code_…`, `membership.unit_unknown`, `membership.unit_closing`, `membership.already_there`.
 */
export async function targetOf(
  tx: Tx,
  services: Services,
  target: { readonly unit?: string; readonly code?: string },
  member: Pick<Movable, 'unit'>,
  now: Date,
): Promise<OpenUnit> {
  if (target.code === undefined) return unitToMoveTo(tx, target.unit ?? '', member)
  const payload = readJoiningCode(services, target.code, now)
  const code = await tx.maybe<{ revoked: boolean }>(
    'select revoked_at is not null as revoked from membership.joining_code where cell_id = $1 and id = $2',
    [payload.cell, payload.code],
  )
  if (!code) throw new Refusal('membership.code_foreign')
  if (code.revoked) throw new Refusal('membership.code_revoked')
  return unitToMoveTo(tx, payload.unit, member)
}

/** A transfer as its own person sees it, in a cell that is open. Refuses `kernel.absent`. */
export async function ownTransfer(
  { tx, services, today, actor }: Pick<CommandContext<unknown, 'person'>, 'tx' | 'services' | 'today' | 'actor'>,
  cell: number,
  matter: string,
): Promise<TransferView> {
  const found = await findTransfer(tx, cell, matter)
  if (!found || (actor.kind === 'person' && found.row.person !== actor.person)) throw absent()
  return transferView(tx, found.row, found.matter, { services, today, language: actor.language })
}
