import type { Seat } from '@gongqiao/modules/organization/index.ts'
import type { Body } from './arithmetic/bodies.ts'
import { barsOf, type CandidateBar } from './arithmetic/eligibility.ts'
import { type CandidateFacts, type ElectionFacts, type Finding, finding } from './finding.ts'

/** What bars those who stand, and whom a list should have. @see ELE-22, ELE-30 to ELE-33, ELE-36 */
export function candidateFindings({ candidates, inEnterprise }: ElectionFacts): Finding[] {
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

/**
 * Whoever ballots named: of somebody elected so it has to be declared who they are, what they may not hold together bars the
 * result, and votes for somebody who may not sit are said with the rule.
 *
 * @see ELE-22, ELE-30 to ELE-33, ELE-55
 */
export function writtenInFindings({ candidates, contests, inEnterprise }: ElectionFacts): Finding[] {
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

/** The seats that make somebody a member of the committee. */
const ofCommittee: ReadonlySet<Seat> = new Set(['chair', 'vice_chair', 'standing_member', 'committee_member'])

/**
 * What stands against a by-election because of who sits there already: a chair is a member of the committee first, and
 * nobody may hold the seat they have together with the one they stand for; a chair is elected when nobody is one.
 *
 * @see ELE-22, ELE-42, ORG-43
 */
export function besideFindings(facts: ElectionFacts): Finding[] {
  const { kind, decidedOn, candidates, contests, heldOn, chair: sitting, inEnterprise } = facts
  if (kind !== 'by_election' || decidedOn !== null) return []
  const electedTo = (body: Body, id: string) =>
    contests.some((contest) => contest.body === body && contest.result.elected.some((one) => one.candidate === id))
  const taken = sitting !== null && contests.some(({ body }) => body === 'chair')
  const found = taken
    ? [finding('violation', 'ORG-43', 'chair_sits', { body: 'chair', variables: { name: sitting } })]
    : []
  const against = candidates.flatMap((candidate) => {
    const { id, name, bodies, sits } = candidate
    const chair = heldOn === null ? bodies.includes('chair') : electedTo('chair', id)
    const member = heldOn === null ? bodies.includes('committee') : electedTo('committee', id)
    const outside = chair && !member && !sits.some((seat) => ofCommittee.has(seat))
    const takes = heldOn === null ? bodies : contests.map(({ body }) => body).filter((body) => electedTo(body, id))
    const together = takes.length === 0 || sits.length === 0 ? [] : barsBeside({ ...candidate, bodies: takes }, sits)
    return [
      ...(outside
        ? [finding('violation', 'ELE-42', 'not_in_committee', { body: 'chair', candidate: id, variables: { name } })]
        : []),
      ...onceEach(together).map(({ rule, because, body }) =>
        finding('violation', rule, `bar_${because}`, { body, candidate: id, variables: { name } }),
      ),
    ]
  })
  return [...found, ...against]

  function barsBeside(standing: CandidateFacts, sits: readonly Seat[]): CandidateBar[] {
    const alone = new Set(barsOf(standing, inEnterprise).map(({ because }) => because))
    return barsOf(standing, inEnterprise, sits).filter(({ because }) => !alone.has(because))
  }
}
