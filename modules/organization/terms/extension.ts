import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { latestExtension } from './term.ts'

/** What is wrong with a day that a term is to be extended to: not later than its end, past, or beyond six months (ELE-03). */
export function extensionFaults(endsOn: string, until: string, today: string): Fault[] {
  const faults: Fault[] = []
  if (until <= endsOn)
    faults.push({ field: '/until', code: 'organization.extension_not_later', variables: { day: endsOn } })
  else if (until <= today) faults.push({ field: '/until', code: 'organization.extension_past' })
  const latest = latestExtension(endsOn)
  if (until > latest)
    faults.push({
      field: '/until',
      code: 'organization.extension_too_long',
      variables: { day: latest, rule: 'ELE-03' },
    })
  return faults
}
