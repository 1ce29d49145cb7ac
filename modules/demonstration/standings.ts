import { addDays, civilDay, startOfDay } from '@gongqiao/calendar'
import type { NewMember } from '@gongqiao/modules/membership/index.ts'
import type { DemonstrationMember } from './members.ts'
import { randomOf } from './random.ts'

/** How somebody stands on the demonstration's roll. */
export type DemonstrationStanding = Pick<NewMember, 'status' | 'claim'>

const listedShare = 0.015
const claimedShare = 0.61
/** Of those who claimed. */
const affirmedShare = 0.74

/**
 * Tells of each member how they stand: some hundred are only listed, most have claimed their record, and fewer said within
 * twelve months that it is true. The worker who stands for the member's own view has done both.
 *
 * @param workerPhone whose standing is not left to chance
 * @param listed ordinals of members who are listed for certain: whoever looks around may claim one
 */
export function demonstrationStandings(
  seed: number,
  workerPhone: string,
  listed: ReadonlySet<number>,
  now: Date,
): (member: DemonstrationMember) => DemonstrationStanding {
  const random = randomOf(seed, 'standings')
  const today = civilDay(now)
  return (member) => {
    const [isListed, hasClaimed, hasAffirmed] = [listedShare, claimedShare, affirmedShare].map((share) =>
      random.chance(share),
    )
    const daysAgo = random.between(1, 330)
    const isWorker = member.phone === workerPhone
    if (listed.has(member.ordinal) || (isListed && !isWorker && !member.retired)) {
      return { status: 'listed', claim: null }
    }
    const status = member.retired ? 'retained' : 'active'
    if (!hasClaimed && !isWorker) return { status, claim: null }
    const affirmedOn = addDays(today, hasAffirmed || isWorker ? -daysAgo : -daysAgo - 400)
    return { status, claim: { at: startOfDay(affirmedOn), affirmedOn } }
  }
}
