import type { RefusalTable } from '@gongqiao/kernel/refusal.ts'

/** The lawful noes of transfers. */
export const transferRefusals = {
  'membership.not_a_member': { status: 409, basis: 'MEM-30' },
  'membership.already_there': { status: 409 },
  'membership.unit_unknown': { status: 404 },
  'membership.transfer_open': { status: 409, basis: 'MEM-13' },
  'membership.transfer_not_proved': { status: 409, basis: 'MEM-31' },
  'membership.decided_from_above': { status: 403, basis: 'MEM-31' },
} as const satisfies RefusalTable
