import { perform } from '@gongqiao/kernel/command/perform.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { noticeVersion, submitApplication } from '@gongqiao/modules/membership/index.ts'
import { keepPhoneCode } from '@gongqiao/modules/people/index.ts'
import { demonstrationMembers } from './members.ts'
import { longyou } from './place.ts'
import { demonstrationUnits } from './units.ts'

/** Another seed than the county's, and phones beyond its own. */
const seed = 21
const phonesFrom = 500_000

/** Lets some people apply through a joining code, each by the same act as a worker with a phone. */
export async function applyAsNewcomers(services: Services, code: string, howMany: number): Promise<void> {
  if (howMany === 0) return
  const place = longyou
  const asOf = '2025-06-30'
  const townships = [{ code: `${longyou.countyCode}001`, name: '' }]
  const units = demonstrationUnits({ seed, place, asOf, enterprises: 1, members: Math.max(8, howMany), townships })
  let done = 0
  for (const member of demonstrationMembers({ seed, place, asOf, phonesFrom }, units, 0)) {
    if (done++ >= howMany) return
    const phoneCode = '000000'
    await inTransaction(services.pool, undefined, (tx) =>
      keepPhoneCode(tx, services, member.phone, phoneCode, services.now()),
    )
    await perform(
      services,
      { kind: 'anyone', address: '', language: 'zh', keyOwner: 'demonstration' },
      submitApplication,
      {
        code,
        name: member.name,
        identityKind: 'resident_card',
        identityNumber: member.identityNumber,
        phone: member.phone,
        phoneCode,
        consents: { notice: noticeVersion, sensitive: true },
      },
    )
  }
}
