import type { RefusalTable } from '@gongqiao/kernel/refusal.ts'

/** This module's lawful noes. */
export const electionRefusals = {
  'elections.unit_not_active': { status: 409 },
  'elections.under_way': { status: 409 },
  'elections.members_meet': { status: 409, basis: 'ELE-10' },
  'elections.cannot_publish': { status: 422, basis: 'ELE-35' },
  'elections.still_published': { status: 409, basis: 'ELE-35' },
  'elections.no_quorum': { status: 409, basis: 'ELE-50' },
  'elections.committee_first': { status: 409, basis: 'ELE-54' },
  'elections.same_teller': { status: 422 },
  'elections.other_round': { status: 409 },
  'elections.nothing_to_vote': { status: 409 },
  'elections.not_standing': { status: 422, basis: 'ELE-59' },
  'elections.size_not_allowed': { status: 409, basis: 'ELE-60' },
  'elections.count_open': { status: 409, basis: 'ELE-58' },
  'elections.violations': { status: 409, basis: 'ELE-40' },
  'elections.from_above': { status: 403, basis: 'ELE-40' },
  'elections.parameter_not_yours': { status: 403 },
  'elections.parameter_of_law': { status: 409, basis: '工会法' },
  'elections.parameter_there': { status: 409 },
  'elections.parameter_undone': { status: 409 },
  'elections.sheet_headings': { status: 422 },
} as const satisfies RefusalTable
