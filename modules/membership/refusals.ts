import type { RefusalTable } from '@gongqiao/kernel/refusal.ts'

/** This module's lawful noes. */
export const membershipRefusals = {
  'membership.code_malformed': { status: 422 },
  'membership.code_forged': { status: 422 },
  'membership.code_foreign': { status: 422 },
  'membership.code_expired': { status: 410 },
  'membership.code_revoked': { status: 410 },
  'membership.short_code_unknown': { status: 404 },
  'membership.posters_by_county': { status: 422 },
  'membership.no_open_codes': { status: 409 },
  'membership.unit_closing': { status: 409, basis: '工会法 §13' },
  'membership.application_open': { status: 409, basis: 'MEM-13' },
  'membership.no_card': { status: 404 },
  'membership.person_must_prove': { status: 409, basis: 'MEM-13' },
  'membership.application_ended': { status: 409 },
  'membership.number_of_another': { status: 409, basis: 'MEM-13' },
  'membership.nothing_to_claim': { status: 404 },
  'membership.listed_unclaimed': { status: 409 },
  'membership.alert_answered': { status: 409 },
  'membership.too_many_views': { status: 409 },
} as const satisfies RefusalTable
