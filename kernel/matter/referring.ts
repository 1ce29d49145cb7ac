import type { CommandContext, Fact } from '../command/command.ts'
import { leaveMessages } from '../messages/inbox.ts'
import type { Place } from '../shared/place.ts'
import { hookContext, type Opened } from './acting.ts'
import { leaveTrace, pickUp, putDown } from './carry.ts'
import { kindText } from './history.ts'
import type { Matter } from './matters.ts'
import { postsById } from './posts.ts'
import type { MatterUnit } from './unit.ts'

/** Each time a matter went to another unit. */
export type ReferralRow = {
  readonly number: number
  readonly from: string
  readonly fromCell: number
  readonly to: string
  readonly final: boolean
  readonly outcome: 'accepted' | 'silent' | 'sent_back' | 'passed_on' | null
}

/** Where a referral goes, as which step, and what it says. */
export type Going = {
  readonly step: 'refer' | 'send_back' | 'dispute' | 'hand_over'
  readonly to: MatterUnit & { readonly desk: string }
  readonly reason: string | undefined
  readonly note: string | undefined
  /** Until then it may be sent back; null when it only goes home. */
  readonly dueOn: string | null
}

type Context = Omit<CommandContext<{ readonly cell: number; readonly matter: string }, 'post'>, 'input'>

/** The reach of acts that take a matter to another unit. */
export const referReach = {
  sender: 'the unit a matter leaves keeps a trace of it',
  receiver: 'the unit a matter is referred to, wherever it is',
} as const

/** The referrals of a matter, oldest first. */
export async function referralsOf({ tx }: Pick<Context, 'tx'>, { cell, id }: Matter): Promise<readonly ReferralRow[]> {
  return tx.many<ReferralRow>(
    `select number, from_unit as "from", from_cell as "fromCell", to_unit as "to", final, outcome from kernel.matter_referral
     where cell_id = $1 and matter_id = $2 order by number limit 200`,
    [cell, id],
  )
}

/** Ends the referral that waits, if one does; the matter's place is open. */
export async function endReferral(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { cell, id }: Pick<Matter, 'cell' | 'id'>,
  outcome: NonNullable<ReferralRow['outcome']>,
): Promise<void> {
  await tx.run(
    `update kernel.matter_referral set outcome = $3, ended_at = $4 where cell_id = $1 and matter_id = $2 and outcome is null`,
    [cell, id, outcome, now],
  )
}

/** The path that both lie under. */
function commonPath(one: string, other: string): string {
  let length = 0
  while (length < Math.min(one.length, other.length) && one.slice(0, length + 3) === other.slice(0, length + 3))
    length += 3
  return one.slice(0, Math.min(length, one.length, other.length))
}

/**
 * Takes a matter to another unit, in its cell or another, with all there is of it; whoever answers there is told.
 *
 * @returns the matter as it is there; its new place is open
 */
export async function goTo(
  context: Context,
  { matter, kind }: Opened,
  { step, to, reason, note, dueOn }: Going,
): Promise<{ readonly after: Matter; readonly facts: readonly Fact[] }> {
  const { tx, services, now, reach, matters } = context
  const said = { ...(reason !== undefined && { reason }), ...(note !== undefined && { note }) }
  const arrived = { hostUnit: to.id, host: to.place, owner: to.desk, referralDue: dueOn }
  const inCell = to.place.cell === matter.cell
  const place = (at: Place) => ({ cell: at.cell, path: inCell ? commonPath(matter.host.path, to.place.path) : at.path })
  const enterFrom = () => reach('sender', place(matter.host))
  const enterTo = () => reach('receiver', place(to.place))
  let after: Matter
  if (inCell) {
    await enterFrom()
    await tx.run('select kernel.follow_matters($1, $2, $3)', [matter.cell, [matter.id], to.place.path])
    after = await matters.mark(matter, step, { ...said, ...arrived })
  } else {
    await enterFrom()
    const marked = await matters.mark(matter, step, { ...said, referralDue: null })
    const carried = await pickUp(tx, marked)
    await enterTo()
    const arrival = { place: to.place, unit: to.id, owner: to.desk, referralDue: dueOn }
    await putDown(tx, services, marked, carried, arrival)
    await enterFrom()
    await leaveTrace(tx, marked, to.place.cell, now)
    after = { ...marked, ...arrived, cell: to.place.cell }
  }
  await kind.onMove?.(hookContext(context), {
    matter: matter.id,
    from: matter.host,
    to: { ...to.place, unit: to.id },
    enterFrom,
    enterTo,
  })
  await enterTo()
  const message = step === 'hand_over' ? 'kernel.message.matter_handed' : 'kernel.message.matter_referred'
  await tellPost(context, after, to.desk, message)
  const { id, cell, subject, lastEvent } = after
  const body = {
    matter: id,
    kind: after.kind,
    step,
    from: matter.hostUnit,
    to: to.id,
    cell,
    person: subject,
    number: lastEvent,
  }
  return { after, facts: [{ cell: matter.cell, name: 'matter.referred', body }] }
}

/** Tells whoever holds a post of a matter that is theirs now. */
export async function tellPost(
  { tx, now, matters }: Pick<Context, 'tx' | 'now' | 'matters'>,
  matter: Matter,
  id: string,
  kind: string,
): Promise<void> {
  const post = (await postsById(tx, [id])).get(id)
  if (!post || post.account === null) return
  const variables = { by: matters.byWords ?? '', kind: kindText(matter.kind, 'name') }
  const link = `/matters/${matter.cell}/${matter.id}`
  await leaveMessages(tx, post.cell, [{ account: post.account, kind, variables, link }], now)
}
