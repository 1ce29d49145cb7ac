import type { RefusalTable } from '@gongqiao/kernel/refusal.ts'

/** This module's lawful noes. */
export const organizationRefusals = {
  'organization.not_an_officer_here': { status: 422 },
  'organization.holds_it_already': { status: 409 },
  'organization.too_many_tokens': { status: 409 },
} as const satisfies RefusalTable
