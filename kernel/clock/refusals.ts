import type { RefusalTable } from '../refusal.ts'

/** The lawful noes of the rule table and the calendar. */
export const clockRefusals = {
  'clock.not_yours': { status: 403, basis: 'G-07' },
  'clock.no_such_rule': { status: 404 },
  'clock.version_there': { status: 409 },
  'clock.not_prolonged': { status: 409, basis: 'T-16' },
  'clock.too_late': { status: 409, basis: 'T-16' },
  'clock.own_extension': { status: 403, basis: 'T-16' },
  'clock.undone_already': { status: 409 },
  'clock.changed_since': { status: 409 },
} as const satisfies RefusalTable
