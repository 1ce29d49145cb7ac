import { findForm, hasQuorum, quorumOf } from './arithmetic/attendance.ts'
import { bandOf, findSize } from './arithmetic/bands.ts'
import type { Body } from './arithmetic/bodies.ts'
import { isTermAllowed, timingOf } from './arithmetic/term.ts'
import { womensForm } from './arithmetic/womens.ts'
import { contestFindings } from './contest-findings.ts'
import { type ElectionFacts, type Finding, finding } from './finding.ts'
import type { ElectionParameters } from './parameter-keys.ts'
import { besideFindings, candidateFindings, writtenInFindings } from './people-findings.ts'

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
    ...besideFindings(facts),
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
