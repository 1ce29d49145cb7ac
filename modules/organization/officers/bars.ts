import { isCommitteeSeat, isFundReviewSeat, type Seat, type Tie } from './seats.ts'

/** Somebody with the seats they hold or are to hold, as far as the rules look. */
export type Seated = {
  readonly name: string
  readonly sex: 'male' | 'female' | 'unknown'
  readonly seats: readonly Seat[]
  readonly ties: readonly Tie[]
}

/** What a rule says against somebody in a seat: the rule, the seat, and what of them is in its way. */
export type Bar = {
  readonly rule: 'ELE-22' | 'ELE-24' | 'ELE-30' | 'ELE-31' | 'ELE-32' | 'ELE-33'
  readonly seat: Seat
  readonly because: Tie | Seat | 'not_a_woman' | 'not_of_committee'
}

/** What the union is of; the bars of ELE-31 and ELE-32 hold in enterprises. */
export type BarredIn = { readonly enterprise: boolean }

const fundReviewExcludes: readonly Seat[] = ['chair', 'vice_chair', 'standing_member', 'finance_head']
const kinOfPrincipal: readonly Tie[] = ['kin_of_principal']
const chairExcludes: readonly Tie[] = [
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
]
const committeeExcludes: readonly Tie[] = [
  'principal',
  'legal_representative',
  'partner',
  'kin_of_principal',
  'kin_of_legal_representative',
  'kin_of_partner',
]
const needsFullMembership: readonly Tie[] = ['retained', 'not_a_member']

/**
 * Everything the rules say against one person in the seats they are to hold, each once, in the order of the seats: every
 * bar is named, not the first alone.
 *
 * @see ELE-22, ELE-24, ELE-30, ELE-31, ELE-32, ELE-33
 */
export function barsOf(person: Seated, { enterprise }: BarredIn): Bar[] {
  const has = (tie: Tie) => person.ties.includes(tie)
  const bars: Bar[] = []
  for (const seat of person.seats) {
    const add = (rule: Bar['rule'], because: Bar['because']) => bars.push({ rule, seat, because })
    if (isFundReviewSeat(seat)) {
      for (const other of fundReviewExcludes) if (person.seats.includes(other)) add('ELE-22', other)
      if (has('handles_money')) add('ELE-22', 'handles_money')
    }
    if (isCommitteeSeat(seat) || isFundReviewSeat(seat))
      for (const tie of needsFullMembership) if (has(tie)) add('ELE-30', tie)
    if (isCommitteeSeat(seat)) {
      // One tie is named by the rule that says most about it: the law before the measures, the chair before the committee.
      const byLaw = enterprise ? kinOfPrincipal : []
      const asChair = enterprise && seat === 'chair' ? chairExcludes : []
      for (const tie of person.ties) {
        if (byLaw.includes(tie)) add('ELE-31', tie)
        else if (asChair.includes(tie)) add('ELE-32', tie)
        else if (committeeExcludes.includes(tie)) add('ELE-33', tie)
      }
    }
    if (seat === 'women_chair') {
      if (person.sex !== 'female') add('ELE-24', 'not_a_woman')
      if (!person.seats.some(isCommitteeSeat)) add('ELE-24', 'not_of_committee')
    }
  }
  return bars
}

/** The committee as a whole: what its numbers break. */
export type CommitteeFault = {
  readonly rule: 'ELE-01' | 'ELE-23' | 'ORG-20' | 'ORG-21'
  readonly because: 'no_chair' | 'several_chairs' | 'several_organizers' | 'years' | 'committee_needed' | 'women_needed'
}

/** What is known of the union whose committee it is. */
export type CommitteeUnit = {
  readonly grassroots: boolean
  /** 会员数; undefined where nobody counted. */
  readonly members?: number
  readonly womenMembers?: number
}

/** Fewer members may do with one organizer instead of a committee (ORG-21). */
export const committeeFromMembers = 25
/** From so many women members there is a women's committee, below it one member for women (ELE-23). */
export const womenCommitteeFrom = 10

/**
 * Everything the numbers of a committee break.
 *
 * @param years of the term; undefined where it came to us without
 * @see ELE-01, ELE-23, ORG-20, ORG-21
 */
export function committeeFaults(
  people: readonly Seated[],
  unit: CommitteeUnit,
  years: number | undefined,
  legacy = false,
): CommitteeFault[] {
  const count = (seat: Seat) => people.filter((person) => person.seats.includes(seat)).length
  const faults: CommitteeFault[] = []
  const chairs = count('chair')
  const organizers = count('organizer')
  const committee = people.some((person) => person.seats.some(isCommitteeSeat))
  if (chairs > 1) faults.push({ rule: 'ORG-21', because: 'several_chairs' })
  if (organizers > 1) faults.push({ rule: 'ORG-21', because: 'several_organizers' })
  if (chairs === 0 && (committee || organizers === 0)) faults.push({ rule: 'ORG-21', because: 'no_chair' })
  if (!committee && (unit.members ?? 0) >= committeeFromMembers)
    faults.push({ rule: 'ORG-20', because: 'committee_needed' })
  if ((unit.womenMembers ?? 0) >= womenCommitteeFrom && count('women_chair') === 0 && count('women_member') === 0)
    faults.push({ rule: 'ELE-23', because: 'women_needed' })
  const allowed = unit.grassroots ? (legacy ? [3, 4, 5] : [3, 5]) : [5]
  if (years !== undefined && !allowed.includes(years)) faults.push({ rule: 'ELE-01', because: 'years' })
  return faults
}
