/** What every officer of a union may do about its elections: plan, bring forward, hold, count, report. */
export const electsInUnion = [
  'elections.list_elections',
  'elections.view_election',
  'elections.view_removal',
  'elections.view_document',
  'elections.view_sheet',
  'elections.plan',
  'elections.change_plan',
  'elections.request',
  'elections.cancel',
  'elections.enter_candidates',
  'elections.enter_delegates',
  'elections.read_sheet',
  'elections.publish',
  'elections.reopen',
  'elections.hold_meeting',
  'elections.hold_again',
  'elections.enter_count',
  'elections.declare_written_in',
  'elections.vote_again',
  'elections.leave_seats_empty',
  'elections.close_count',
  'elections.recount',
  'elections.report_result',
  'elections.propose_removal',
  'elections.record_removal_vote',
  'elections.withdraw_removal',
  'elections.report_removal',
] as const

/** What the union one level up decides about elections below (ELE-40). */
export const decidesElections = [
  'elections.agree',
  'elections.return_plan',
  'elections.approve_result',
  'elections.refuse_result',
  'elections.approve_removal',
  'elections.refuse_removal',
] as const

/** Seeing what the rules of elections are in a place, for every officer. */
export const readsElectionParameters = ['elections.view_parameters'] as const
/** Changing them; for which place says the post's own reach. */
export const keepsElectionParameters = [
  'elections.change_parameter',
  'elections.preview_parameter',
  'elections.undo_parameter_change',
] as const
