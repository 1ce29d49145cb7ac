import type { Given } from '@gongqiao/kernel/command/command.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { personFaults, phoneFaults } from '@gongqiao/modules/people/index.ts'
import { noticeVersion } from '../texts/notice.ts'

/** Faults of the two consents: the notice in its present version, and the separate one for the number (PI-03, PI-09). */
function consentFaults(given: Given): Fault[] {
  const consents = given.consents
  if (consents === null || typeof consents !== 'object') return []
  const faults: Fault[] = []
  if ('notice' in consents && consents.notice !== noticeVersion)
    faults.push({ field: '/consents/notice', code: 'people.notice_outdated' })
  if ('sensitive' in consents && consents.sensitive === false)
    faults.push({ field: '/consents/sensitive', code: 'people.no_consent' })
  return faults
}

/** Every fault of a joining form, whatever its shape: the person, the phone and the consents at once. */
export function submissionFaults(given: Given, today: string): Fault[] {
  return [...personFaults(given, today), ...phoneFaults(given), ...consentFaults(given)]
}
