import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { type OpenUnit, openUnitsById, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import type { Begun, Movable } from './begin.ts'
import type { InvitedView } from './contract.ts'
import { systemMatters } from './ending.ts'
import { incoming } from './machine.ts'
import { lockPair, type Sides } from './pair.ts'
import { settle } from './settle.ts'

/** How long a union's question to a member stands, in days. */
export const invitationDays = 30
const dayMs = 86_400_000

/** Tells whether a union has asked a member to come and its question still stands. The member's cell is open. */
export async function wasInvited(tx: Tx, { cell, membership }: Movable, unit: string, now: Date): Promise<boolean> {
  const asked = await tx.run(
    `select from membership.transfer_call where cell_id = $1 and membership_id = $2 and to_unit_id = $3 and origin = 'union'
       and answered_at is null and at > $4`,
    [cell, membership, unit, new Date(now.getTime() - invitationDays * dayMs)],
  )
  return asked > 0
}

/** A union that asked has accepted with that: its side is through, and it learns now that they come. */
export async function acceptInvited(sides: Sides, member: Movable, to: OpenUnit, begun: Begun): Promise<void> {
  const { tx, now, open } = sides
  const pair = await lockPair(sides, member.cell, begun.transfer)
  const { digest } = await tx.one<{ digest: Buffer }>(
    'select identity_digest as digest from people.open_person where cell_id = $1 and id = $2',
    [member.cell, member.person],
  )
  await open(to.cell_id)
  await tx.run(
    `update membership.transfer_invitation set came_at = $4
     where cell_id = $1 and unit_id = $2 and identity_digest = $3 and came_at is null`,
    [to.cell_id, to.id, digest, now],
  )
  const into = await systemMatters(sides).take(incoming, pair.into, 'invited')
  await settle(sides, { ...pair, into }, { side: 'accepted' })
}

type Row = Omit<InvitedView, 'unit' | 'at' | 'state'> & {
  readonly unit: string
  readonly at: Date
  readonly came: boolean
}
export const invitedColumns = `cell_id as cell, id, name, identity_mask as "identityMask", unit_id as unit, by_words as by, at,
  expires_on as "expiresOn", came_at is not null as came`

/** Invitations as their union sees them. */
export async function invitedViews(tx: Tx, rows: readonly Row[], today: string): Promise<InvitedView[]> {
  const units = await openUnitsById(
    tx,
    rows.map(({ unit }) => unit),
  )
  return rows.flatMap(({ came, unit: id, at, ...row }) => {
    const unit = units.get(id)
    if (!unit) return []
    const state = came ? 'came' : row.expiresOn < today ? 'over' : 'asked'
    return [{ ...row, unit: unitNameOf(unit), at: at.toISOString(), state }]
  })
}

/** One invitation of a cell in the open scope. */
export async function invitedView(tx: Tx, cell: number, id: string, today: string): Promise<InvitedView> {
  const row = await tx.one<Row>(
    `select ${invitedColumns} from membership.transfer_invitation where cell_id = $1 and id = $2`,
    [cell, id],
  )
  const [view] = await invitedViews(tx, [row], today)
  if (!view) throw new Error('an invitation is of a union that exists')
  return view
}

/** Rows of invitations as `invitedViews` takes them. */
export type InvitedRow = Row
