import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { agreeAgain, bindAccount, type CheckedPerson, mendPerson, openSession } from '@gongqiao/modules/people/index.ts'
import { findKnown, type Known } from '../joining/known.ts'
import type { Digests } from '../joining/look.ts'
import { noticeVersion } from '../texts/notice.ts'
import { isTheirs, type Listed, listedRows, type Roster } from './rosters.ts'

/** What one look said of whoever proved a phone. */
type Looked = {
  readonly account_cell: number | null
  readonly account_id: string | null
  readonly member_cell: number | null
  readonly member_person: string | null
  readonly member_phone: boolean
  readonly rosters: readonly Roster[]
}

/**
 * The record that the proven phone is bound to: by its account, or, for a member without one, by the roll. A number that
 * somebody else holds takes the same statements as one that nobody does: how long it takes tells nothing (design 2.3).
 */
export async function whoProvedThePhone<I, K extends ActorKind>(
  context: CommandContext<I, K>,
  found: Looked,
  digests: Pick<Digests, 'phone'>,
): Promise<Known | undefined> {
  const { reach } = context
  if (found.account_id !== null && found.account_cell !== null) {
    await reach('record', { cell: found.account_cell, path: '' })
    return findKnown(context, found.account_cell, { account: found.account_id })
  }
  if (!found.member_phone || found.member_cell === null || found.member_person === null) return undefined
  await reach('record', { cell: found.member_cell, path: '' })
  const member = await findKnown(context, found.member_cell, { person: found.member_person })
  return member?.phone_digest?.equals(digests.phone) ? member : undefined
}

/** A record that was proved: who, where, and the account that signs in to it. */
type Proved = { readonly cell: number; readonly person: string; readonly account: string }

/**
 * Signs whoever proved a phone in to the record that a roster keeps under their name, number and that phone 认领. Nothing
 * is taken by that: the rosters wait for their word. Undefined where no roster names them so.
 *
 * Refuses `people.phone_of_another` where the phone belongs to a record of another number.
 */
export async function proveRosters<I, K extends ActorKind>(
  context: CommandContext<I, K>,
  found: Looked,
  known: Known | undefined,
  person: CheckedPerson,
  digests: Digests,
) {
  const listed = await firstTheirs(context, found.rosters, known, person)
  if (!listed) return undefined
  const { tx, services, now, reach } = context
  const proved = await signedIn()
  const cookie = await openSession(tx, services, proved.cell, proved.account, now)
  return { ...proved, unit: listed.unit, cookie }

  async function signedIn(): Promise<Proved> {
    if (!known || known.account === null) {
      const key = { cell: listed?.cell ?? 0, person: listed?.person ?? '' }
      const account = await bindAccount(tx, key, listed?.path ?? '', digests.phone, now)
      await agreeAgain(tx, key, noticeVersion, now)
      return { ...key, account }
    }
    const key = { cell: known.cell, person: known.person }
    await reach('record', { cell: known.cell, path: '' })
    if (!known.identity_digest.equals(digests.identity)) {
      if (known.status !== null) throw new Refusal('people.phone_of_another')
      await mendPerson(tx, services, key, person)
    }
    await agreeAgain(tx, key, noticeVersion, now)
    return { ...key, account: known.account }
  }
}

/** The first of some rosters that has the typed name; read only for whoever proved the phone that stands on each. */
async function firstTheirs<I, K extends ActorKind>(
  { tx, reach }: CommandContext<I, K>,
  rosters: readonly Roster[],
  known: Known | undefined,
  { name }: CheckedPerson,
): Promise<Listed | undefined> {
  for (const { cell, membership } of rosters) {
    await reach('roster', { cell, path: '' })
    const [listed] = await listedRows(tx, cell, [membership])
    if (listed && isTheirs(listed, { person: known?.person ?? '', name })) return listed
  }
  return undefined
}
