import { hasQuorum, quorumOf } from './arithmetic/attendance.ts'
import { bandOf, findSize, type SizeTable } from './arithmetic/bands.ts'
import type { Body } from './arithmetic/bodies.ts'
import type { ContestResult } from './arithmetic/contest.ts'
import { differs, fewestCandidates } from './arithmetic/difference.ts'
import { type ContestFacts, type ElectionFacts, type Finding, finding, type Weight } from './finding.ts'
import type { ElectionParameters } from './parameter-keys.ts'

const sizeTableOf = (rules: ElectionParameters): { readonly [B in Body]?: readonly [SizeTable, string, Weight] } => ({
  committee: [rules.committeeSize, 'ELE-60', 'violation'],
  standing: [rules.standingSize, 'ELE-20', 'warning'],
  fund_review: [rules.fundReviewSize, 'ELE-21', 'warning'],
})

/** What the rules find about one body: its size, how many stand, and its rounds. @see ELE-20, ELE-21, ELE-50 to ELE-61 */
export function contestFindings(contest: ContestFacts, facts: ElectionFacts, rules: ElectionParameters): Finding[] {
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
