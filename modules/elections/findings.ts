import { findForm, hasQuorum, quorumOf } from './arithmetic/attendance.ts'
import { bandOf, findSize, type SizeTable } from './arithmetic/bands.ts'
import type { Body, Declaration } from './arithmetic/bodies.ts'
import type { ContestResult } from './arithmetic/contest.ts'
import { differs, fewestCandidates } from './arithmetic/difference.ts'
import { barsOf, type CandidateBar, type Standing } from './arithmetic/eligibility.ts'
import { isTermAllowed, timingOf } from './arithmetic/term.ts'
import { womensForm } from './arithmetic/womens.ts'
import type { ElectionParameters } from './parameter-keys.ts'

/** A candidate as the rules see one. */
export type CandidateFacts = {
  readonly id: string
  readonly name: string
  readonly sex: 'male' | 'female' | 'unknown'
  readonly status: Standing['status']
  readonly bodies: readonly Body[]
  readonly declared: readonly Declaration[]
  /** Who declared it; empty while nobody has. */
  readonly declaredBy: string
  readonly frontLine: boolean
}

/** One body to be elected, with what came of it so far. */
export type ContestFacts = {
  readonly body: Body
  readonly seats: number
  /** Places on the final list where there is a preliminary vote. */
  readonly places: number | null
  readonly reducedTo: number | null
  /** Who votes: those of the meeting, or the committee that it has just elected. */
  readonly expected: number
  readonly presentInRounds: readonly number[]
  readonly result: ContestResult
  /** Whom ballots named without their standing, with the votes. */
  readonly writtenIn: ReadonlyMap<string, number>
}

/** Everything the rules of an election look at. */
export type ElectionFacts = {
  readonly kind: 're_election' | 'by_election'
  /** A grassroots union, or one above. */
  readonly grassroots: boolean
  readonly inEnterprise: boolean
  readonly keepsAccounts: boolean
  readonly form: 'general' | 'delegate'
  readonly chairBy: 'meeting' | 'committee'
  readonly termYears: number
  readonly termEndsOn: string | null
  /** The day to which an approval has extended the term. */
  readonly extendedTo: string | null
  readonly members: number
  readonly women: number
  readonly womenEmployees: number | null
  readonly meetingOn: string
  /** Where delegates meet: the last day to tell them. */
  readonly tellBy: string
  readonly toldOn: string | null
  readonly publicUntil: string | null
  readonly heldOn: string | null
  readonly expected: number | null
  readonly present: number | null
  readonly ballot: 'secret' | 'show_of_hands' | null
  readonly proxies: number
  readonly delegates: { readonly count: number; readonly managers: number }
  readonly candidates: readonly CandidateFacts[]
  readonly contests: readonly ContestFacts[]
}

/** How grave a finding is: it forbids approval, it still has to be done, or it is to be thought about. */
export type Weight = 'violation' | 'open' | 'warning'

/** Something that a rule says about an election, with the rule. */
export type Finding = {
  readonly rule: string
  readonly code: string
  readonly weight: Weight
  readonly body: Body | null
  readonly candidate: string | null
  readonly variables: { readonly [name: string]: string | number }
}

type More = Partial<Pick<Finding, 'body' | 'candidate' | 'variables'>>

function finding(weight: Weight, rule: string, code: string, more: More = {}): Finding {
  return { rule, code, weight, body: null, candidate: null, variables: {}, ...more }
}

/**
 * Everything the rules find about an election as it stands: what forbids approving it, what is still open, and what is to
 * be thought about, each with its rule. Pure: the same facts and parameters give the same findings in the same order.
 *
 * @see ELE-01 to ELE-61
 */
export function findingsOf(facts: ElectionFacts, rules: ElectionParameters): Finding[] {
  return [
    ...termFindings(facts, rules),
    ...formFindings(facts, rules),
    ...facts.contests.flatMap((contest) => contestFindings(contest, facts, rules)),
    ...bodiesFindings(facts, rules),
    ...candidateFindings(facts),
    ...writtenInFindings(facts),
    ...meetingFindings(facts, rules),
  ]
}

function termFindings(facts: ElectionFacts, rules: ElectionParameters): Finding[] {
  if (facts.kind === 'by_election') return []
  const allowed = facts.grassroots ? rules.termYears : rules.upperTermYears
  const found: Finding[] = []
  if (!isTermAllowed(facts.termYears, allowed))
    found.push(
      finding('violation', 'ELE-01', 'term_years', {
        variables: { years: facts.termYears, allowed: allowed.join(' / ') },
      }),
    )
  const end = facts.extendedTo ?? facts.termEndsOn
  if (end !== null) {
    const timing = timingOf(facts.heldOn ?? facts.meetingOn, end, rules.earlyDays)
    if (timing === 'late') found.push(finding('violation', 'ELE-03', 'late', { variables: { end } }))
    if (timing === 'early') found.push(finding('warning', 'ELE-03', 'early', { variables: { end } }))
  }
  return found
}

function formFindings(
  { form, members, delegates, grassroots, toldOn, tellBy }: ElectionFacts,
  rules: ElectionParameters,
): Finding[] {
  const found: Finding[] = []
  const meeting = findForm(form, members, rules.delegatesFrom)
  if (meeting === 'members_meet')
    found.push(finding('violation', 'ELE-10', 'members_meet', { variables: { members, from: rules.delegatesFrom } }))
  if (meeting === 'texts_differ') found.push(finding('warning', 'ELE-10', 'texts_differ', { variables: { members } }))
  if (form === 'general') return found
  const table = grassroots ? rules.delegateCount : rules.congressCount
  const band = bandOf(table, members)
  if (delegates.count === 0) found.push(finding('open', 'ELE-14', 'no_delegates'))
  else if (band && findSize(table, members, delegates.count) !== 'ok')
    found.push(
      finding('warning', 'ELE-14', 'delegate_count', {
        variables: { count: delegates.count, min: band.min, max: band.max },
      }),
    )
  if (100 * delegates.managers > rules.managerPercent * delegates.count)
    found.push(
      finding('warning', 'ELE-14', 'too_many_managers', {
        variables: { managers: delegates.managers, count: delegates.count, percent: rules.managerPercent },
      }),
    )
  if (toldOn !== null && toldOn > tellBy)
    found.push(finding('warning', 'ELE-15', 'told_late', { variables: { told: toldOn, by: tellBy } }))
  return found
}

const sizeTableOf = (rules: ElectionParameters): { readonly [B in Body]?: readonly [SizeTable, string, Weight] } => ({
  committee: [rules.committeeSize, 'ELE-60', 'violation'],
  standing: [rules.standingSize, 'ELE-20', 'warning'],
  fund_review: [rules.fundReviewSize, 'ELE-21', 'warning'],
})

function contestFindings(contest: ContestFacts, facts: ElectionFacts, rules: ElectionParameters): Finding[] {
  const { body, seats, result } = contest
  const found: Finding[] = []
  const sized = facts.kind === 're_election' ? sizeTableOf(rules)[body] : undefined
  if (sized) {
    const [table, rule, weight] = sized
    const size = findSize(table, facts.members, contest.reducedTo ?? seats)
    const band = bandOf(table, facts.members)
    if (size !== 'ok' && band)
      found.push(
        finding(weight, rule, `size_${size}`, {
          body,
          variables: { seats: contest.reducedTo ?? seats, min: band.min, max: band.max },
        }),
      )
  }
  const standing = facts.candidates.filter(({ bodies }) => bodies.includes(body)).length
  found.push(...ratioFindings(body, seats, standing, facts, rules))
  if (contest.places !== null && standing > 0 && standing <= contest.places)
    found.push(
      finding('violation', 'ELE-61', 'list_chooses_nobody', { body, variables: { standing, places: contest.places } }),
    )
  if (facts.heldOn !== null) found.push(...roundFindings(contest, result, rules))
  return found
}

function ratioFindings(
  body: Body,
  seats: number,
  standing: number,
  facts: ElectionFacts,
  rules: ElectionParameters,
): Finding[] {
  if (standing === 0) return [finding('open', 'ELE-34', 'nobody_stands', { body })]
  if (body === 'chair' || body === 'vice_chair') {
    if (standing < seats) return [finding('open', 'ELE-53', 'too_few_stand', { body, variables: { seats, standing } })]
    return facts.inEnterprise && standing === seats
      ? [finding('warning', 'ELE-53', 'as_many_as_seats', { body, variables: { seats } })]
      : []
  }
  if (body === 'womens') return []
  const percent = body === 'standing' ? rules.standingDifferencePercent : rules.differencePercent
  if (differs(standing, seats, percent)) return []
  const variables = { seats, standing, percent, need: fewestCandidates(seats, percent) }
  return [finding('violation', body === 'standing' ? 'ELE-52' : 'ELE-51', 'ratio', { body, variables })]
}

function roundFindings(contest: ContestFacts, result: ContestResult, rules: ElectionParameters): Finding[] {
  const { body, expected } = contest
  const found: Finding[] = []
  const absent = contest.presentInRounds.filter((present) => !hasQuorum(present, expected, rules.quorum))
  for (const present of absent)
    found.push(
      finding('violation', 'ELE-50', 'no_quorum_in_round', {
        body,
        variables: { present, expected, need: quorumOf(expected, rules.quorum) },
      }),
    )
  switch (result.standing) {
    case 'waiting':
      found.push(finding('open', 'ELE-58', 'not_counted', { body }))
      break
    case 'differs':
      found.push(finding('violation', 'ELE-58', 'tellers_differ', { body }))
      break
    case 'void':
      found.push(finding('violation', 'ELE-56', 'void', { body }))
      break
    case 'tie':
      found.push(
        finding('violation', 'ELE-59', 'tie', {
          body,
          variables: { seats: result.next?.seats ?? 0, tied: result.next?.candidates.length ?? 0 },
        }),
      )
      break
    case 'short':
      found.push(finding('violation', 'ELE-60', 'seats_empty', { body, variables: { empty: result.next?.seats ?? 0 } }))
      break
    case 'listed':
      found.push(
        finding('open', 'ELE-61', 'formal_election', {
          body,
          variables: { listed: result.next?.candidates.length ?? 0 },
        }),
      )
      break
    case 'complete':
      break
  }
  return found
}

function bodiesFindings(facts: ElectionFacts, rules: ElectionParameters): Finding[] {
  if (facts.kind === 'by_election') return []
  const has = (body: Body) => facts.contests.some((contest) => contest.body === body)
  const found: Finding[] = []
  if (!has('committee')) found.push(finding('violation', 'ELE-16', 'no_committee'))
  if (!has('chair')) found.push(finding('violation', 'ORG-21', 'no_chair'))
  if (facts.keepsAccounts && !has('fund_review')) found.push(finding('violation', 'ELE-21', 'no_fund_review'))
  const women = womensForm(rules.womens, { members: facts.women, employees: facts.womenEmployees })
  if (women === 'committee' && !has('womens'))
    found.push(finding('warning', 'ELE-23', 'womens_committee', { variables: { women: facts.women } }))
  if (women === 'member' && !has('womens'))
    found.push(finding('warning', 'ELE-23', 'womens_member', { variables: { women: facts.women } }))
  return found
}

function candidateFindings({ candidates, inEnterprise }: ElectionFacts): Finding[] {
  const found = candidates.flatMap((candidate) =>
    onceEach(barsOf(candidate, inEnterprise)).map(({ rule, because, body }) =>
      finding('violation', rule, `bar_${because}`, {
        body,
        candidate: candidate.id,
        variables: { name: candidate.name },
      }),
    ),
  )
  const committee = candidates.filter(({ bodies }) => bodies.includes('committee'))
  if (committee.length > 0 && !committee.some(({ sex }) => sex === 'female'))
    found.push(finding('warning', 'ELE-36', 'no_women', { body: 'committee' }))
  if (committee.length > 0 && !committee.some(({ frontLine }) => frontLine))
    found.push(finding('warning', 'ELE-36', 'no_front_line', { body: 'committee' }))
  return found
}

/** A bar that holds for several bodies is said once. */
function onceEach(bars: readonly CandidateBar[]): CandidateBar[] {
  const seen = new Set<string>()
  return bars.filter(({ because }) => !seen.has(because) && seen.add(because))
}

function meetingFindings(facts: ElectionFacts, rules: ElectionParameters): Finding[] {
  const found: Finding[] = []
  const { heldOn, expected, present, publicUntil } = facts
  if (publicUntil !== null && (heldOn ?? facts.meetingOn) <= publicUntil)
    found.push(
      finding('violation', 'ELE-35', 'published_too_short', {
        variables: { until: publicUntil, held: heldOn ?? facts.meetingOn },
      }),
    )
  if (heldOn === null || expected === null || present === null) return found
  if (!hasQuorum(present, expected, rules.quorum))
    found.push(
      finding('violation', 'ELE-50', 'no_quorum', {
        variables: { present, expected, need: quorumOf(expected, rules.quorum) },
      }),
    )
  if (facts.ballot === 'show_of_hands' && facts.members >= rules.showOfHandsBelow)
    found.push(finding('violation', 'ELE-55', 'show_of_hands'))
  if (facts.proxies > 0)
    found.push(finding('violation', 'ELE-55', 'proxies', { variables: { proxies: facts.proxies } }))
  if (facts.form === 'delegate' && expected !== facts.delegates.count)
    found.push(
      finding('warning', 'ELE-50', 'expected_differs', { variables: { expected, count: facts.delegates.count } }),
    )
  if (facts.form === 'general' && expected !== facts.members)
    found.push(finding('warning', 'ELE-50', 'expected_differs', { variables: { expected, count: facts.members } }))
  return found
}

/**
 * Whoever ballots named: of somebody elected so it has to be declared who they are, what they may not hold together bars the
 * result, and votes for somebody who may not sit are said with the rule.
 *
 * @see ELE-22, ELE-30 to ELE-33, ELE-55
 */
function writtenInFindings({ candidates, contests, inEnterprise }: ElectionFacts): Finding[] {
  return candidates.flatMap((candidate) => {
    const { id, name } = candidate
    const named = contests.filter(({ writtenIn }) => writtenIn.has(id))
    if (named.length === 0) return []
    const electedTo = contests.filter(({ result }) => result.elected.some((one) => one.candidate === id))
    const bodies = electedTo.map(({ body }) => body)
    const undeclared = bodies.length > 0 && candidate.declaredBy === ''
    return [
      ...(undeclared
        ? [finding('open', 'ELE-55', 'written_in_undeclared', { candidate: id, variables: { name } })]
        : []),
      ...onceEach(barsOf({ ...candidate, bodies }, inEnterprise)).map(({ rule, because, body }) =>
        finding('violation', rule, `bar_${because}`, { body, candidate: id, variables: { name } }),
      ),
      ...named.flatMap(({ body, writtenIn }) => {
        const [bar] = barsOf({ ...candidate, bodies: [body] }, inEnterprise)
        const variables = { name, votes: writtenIn.get(id) ?? 0 }
        return bar ? [finding('warning', bar.rule, 'written_in_barred', { body, candidate: id, variables })] : []
      }),
    ]
  })
}
