import type { CommandContext, Fact } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { adoptPerson, claimIdentities, leaveCell, openRecord } from '@gongqiao/modules/people/index.ts'
import { statusChanged } from '../joining/begin.ts'
import { endMembership } from '../joining/known.ts'
import { application } from '../machine.ts'
import { stoodChanged } from '../standing.ts'
import type { Claiming } from './claimant.ts'
import { dropFromDirectory, endListed, tellDesk } from './ending.ts'
import { isTheirs, type Listed, lockListed, rostersOf } from './rosters.ts'

type Context<I> = CommandContext<I, 'person'>

/** Ends the open application of somebody who takes a record instead: a person has one open application (MEM-13). */
export async function endOwnApplication<I>(context: Context<I>, { known }: Claiming): Promise<Fact[]> {
  const { matters, reach } = context
  if (known.status !== 'provisional' || !known.matter || !known.membership || !known.unit) return []
  await reach('own', { cell: known.cell, path: '' })
  await matters.take(application, await matters.open(application, known.cell, known.matter), 'replace')
  await endMembership(context, known.cell, known.membership)
  return [statusChanged(known.cell, known.membership, known.unit, 'provisional', null)]
}

/**
 * Makes a listed row the person's membership: it takes their record and account into its cell, holds their number in the
 * network, and stands claimed and affirmed. Its cell is open afterwards.
 *
 * Refuses `membership.person_must_prove` where another member holds the number.
 */
export async function startClaimed<I>(context: Context<I>, { known, listed, account }: Claiming): Promise<Fact[]> {
  const { tx, services, now, today, reach } = context
  const { cell, membership, unit, path } = listed
  const mine = { cell: known.cell, person: known.person }
  if (known.person !== listed.person) {
    await reach('own', { cell: known.cell, path: '' })
    const record = await openRecord(tx, services, mine)
    if (known.cell !== cell) await leaveCell(tx, mine, account, today, now)
    await reach('own', { cell, path: '' })
    await adoptPerson(
      tx,
      services,
      { ...record, key: { cell, person: known.person }, path, account },
      listed.person,
      now,
    )
  } else {
    await reach('own', { cell, path: '' })
  }
  const person = known.person
  const held = await claimIdentities(tx, cell, [{ person, identity: known.identity_digest }])
  if (!held.has(person)) throw new Refusal('membership.person_must_prove')
  await dropFromDirectory(tx, cell, membership)
  await tx.run(
    `with before as (
       update membership.membership_history set valid_to = greatest(valid_from, $3), superseded_at = $3
       where cell_id = $1 and membership_id = $2 and valid_to is null and superseded_at is null returning number, valid_from
     ), taken as (
       update membership.membership set status = 'active', person_id = $5, since = coalesce(since, $4::date), claimed_at = $3,
         affirmed_on = $4, affirmed = true
       where cell_id = $1 and id = $2 returning path, unit_id, since
     )
     insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status, change_code)
     select $1, $2, before.number + 1, greatest(before.valid_from, taken.since::timestamptz), $3, taken.path, taken.unit_id, 'active', 1 from taken, before`,
    [cell, membership, now, today, person],
  )
  return [
    statusChanged(cell, membership, unit, 'listed', 'active'),
    stoodChanged(cell, unit, { claimed: 1, affirmed: 1 }),
    { cell, name: 'membership.claimed', body: { membership, person, unit } },
  ]
}

/** Ends every other roster's row of somebody who has chosen one, and tells each union's desk that they did. */
export async function endOtherRosters<I>(context: Context<I>, { known, listed }: Claiming): Promise<Fact[]> {
  const { tx, reach } = context
  const facts: Fact[] = []
  for (const roster of await rostersOf(tx, known)) {
    if (roster.membership === listed.membership) continue
    await reach('own', { cell: roster.cell, path: '' })
    const other = await lockListed(tx, roster)
    if (!other || !isTheirs(other, known)) continue
    facts.push(await endListed(context, other))
    await tellOfRow(context, other, 'membership.message.roster_elsewhere')
  }
  await reach('own', { cell: listed.cell, path: '' })
  return facts
}

/** Tells the desk of a row's union what its person said. */
export async function tellOfRow<I>(context: Context<I>, listed: Listed, kind: string): Promise<void> {
  const unit = await findOpenUnit(context.tx, listed.unit)
  if (!unit) return
  const link = `/console/units/${unit.id}/people`
  await tellDesk(context, unit, kind, { name: listed.name, unit: unit.name }, link)
}
