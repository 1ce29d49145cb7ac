import type { RefusalTable } from '@gongqiao/kernel/refusal.ts'

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
} as const satisfies RefusalTable
