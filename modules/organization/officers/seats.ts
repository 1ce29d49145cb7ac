/** 职务: the seats of a union's committees, and those who work for it, in the order they are named. */
export const seats = [
  'chair',
  'vice_chair',
  'standing_member',
  'committee_member',
  'fund_review_chair',
  'fund_review_member',
  'women_chair',
  'women_member',
  'organizer',
  'finance_head',
  'staff',
] as const
export type Seat = (typeof seats)[number]

/** 任职方式: full-time, part-time, seconded, contracted union worker (ORG-44). */
export const engagements = ['full_time', 'part_time', 'seconded', 'contracted'] as const
export type Engagement = (typeof engagements)[number]

/**
 * 与用人单位的关系: what a person says about themselves as far as a rule asks for it, and no more.
 *
 * @see ELE-22, ELE-31, ELE-32, ELE-33
 */
export const ties = [
  'principal',
  'legal_representative',
  'partner',
  'deputy',
  'personnel_head',
  'kin_of_principal',
  'kin_of_legal_representative',
  'kin_of_partner',
  'kin_of_deputy',
  'foreign',
  'handles_money',
  'retained',
  'not_a_member',
] as const
export type Tie = (typeof ties)[number]

/** Why somebody leaves a seat. */
export const seatEnds = [
  'term_ended',
  'resigned',
  'moved',
  'removed',
  'retired',
  'died',
  'unit_closed',
  'other',
] as const
export type SeatEnd = (typeof seatEnds)[number]

const ofCommittee: ReadonlySet<Seat> = new Set(['chair', 'vice_chair', 'standing_member', 'committee_member'])
const ofFundReview: ReadonlySet<Seat> = new Set(['fund_review_chair', 'fund_review_member'])

/** Seats of the committee itself 工会委员会, elected by the meeting. */
export const isCommitteeSeat = (seat: Seat): boolean => ofCommittee.has(seat)
/** Seats of the fund-review committee 经费审查委员会. */
export const isFundReviewSeat = (seat: Seat): boolean => ofFundReview.has(seat)
/** Seats that end with the term of the committee. */
export const endsWithTerm = (seat: Seat): boolean => seat !== 'staff' && seat !== 'finance_head'
