import type { RefusalTable } from '@gongqiao/kernel/refusal.ts'
import { foundingRefusals } from './founding/refusals.ts'

/** This module's lawful noes. */
export const organizationRefusals = {
  'organization.not_an_officer_here': { status: 422 },
  'organization.holds_it_already': { status: 409 },
  'organization.too_many_tokens': { status: 409 },
  'organization.unit_not_active': { status: 409 },
  'organization.role_of_another_level': { status: 422 },
  'organization.invited_already': { status: 409 },
  'organization.invitation_unknown': { status: 404 },
  'organization.invitation_used': { status: 410 },
  'organization.invitation_revoked': { status: 410 },
  'organization.invitation_expired': { status: 410 },
  'organization.code_wrong': { status: 422 },
  'organization.login_taken': { status: 409 },
  'organization.caretaker': { status: 403, basis: 'ELE-03' },
  'organization.committee_barred': { status: 422, basis: 'ELE-33' },
  'organization.committee_by_above': { status: 403, basis: 'ELE-40' },
  'organization.committee_earlier': { status: 409 },
  'organization.seat_taken': { status: 409 },
  'organization.seat_protected': { status: 409, basis: 'ORG-40' },
  'organization.seat_before_its_time': { status: 422 },
  'organization.no_term': { status: 409 },
  'organization.not_a_caretaker': { status: 409 },
  'organization.caretaker_too_high': { status: 409 },
  'organization.change_open': { status: 409 },
  'organization.coverage_of_a_county': { status: 409 },
  ...foundingRefusals,
} as const satisfies RefusalTable
