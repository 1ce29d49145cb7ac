/** What every officer of a union may do about its own officers, its term and its future. */
export const livesUnions = [
  'organization.view_committee',
  'organization.record_committee',
  'organization.appoint_officer',
  'organization.end_seat',
  'organization.ask_extension',
  'organization.view_changes',
  'organization.propose_change',
  'organization.withdraw_change',
  'organization.resubmit_change',
  'organization.view_coverage',
  'organization.enter_employers',
  'organization.export_employers',
] as const

/** What the union above decides about those below. */
export const decidesOverUnions = [
  'organization.extend_term',
  'organization.refuse_extension',
  'organization.end_caretaker',
  'organization.decide_change',
  'organization.return_change',
] as const
