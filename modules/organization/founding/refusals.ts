import type { RefusalTable } from '@gongqiao/kernel/refusal.ts'

/** The lawful noes of founding and registration. */
export const foundingRefusals = {
  'organization.founding.not_above': { status: 409, basis: 'ORG-22' },
  'organization.founding.group_needed': { status: 409, basis: 'ORG-21' },
  'organization.founding.placed_already': { status: 409 },
  'organization.founding.covers_one': { status: 409, basis: 'ORG-11' },
  'organization.founding.own_needed': { status: 409, basis: 'ORG-20' },
  'organization.founding.second_union': { status: 409, basis: 'ORG-07' },
  'organization.registration.by_law': { status: 409, basis: 'ORG-30' },
  'organization.registration.not_founded': { status: 409, basis: 'ORG-33' },
  'organization.registration.not_registrable': { status: 409, basis: 'ORG-31' },
  'organization.registration.open_already': { status: 409 },
  'organization.registration.registered_already': { status: 409 },
  'organization.registration.not_registered': { status: 409 },
  'organization.registration.too_early': { status: 409, basis: 'ORG-36' },
  'organization.registration.term_over': { status: 409, basis: 'ELE-04' },
} as const satisfies RefusalTable
