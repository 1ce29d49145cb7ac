import type { Fault } from '@gongqiao/kernel/refusal.ts'
import type { NewOfficer } from '../officers/rows.ts'
import type { Seat } from '../officers/seats.ts'
import { faultsOfCommittee } from '../terms/record-committee.ts'
import type { FoundingElection, FoundingEmployer, FoundingPerson } from './contract.ts'

type Elected = Pick<FoundingElection, 'committee' | 'review' | 'women'>

const seatOf: { readonly [P in keyof Elected]: (post: FoundingPerson['post']) => Seat } = {
  committee: (post) => (post === 'chair' || post === 'vice_chair' || post === 'organizer' ? post : 'committee_member'),
  review: (post) => (post === 'head' ? 'fund_review_chair' : 'fund_review_member'),
  women: (post) => (post === 'head' ? 'women_chair' : 'women_member'),
}

/** Everybody who was elected, each once with all their seats; whoever stands for women workers is a woman. */
export function officersElected(result: Elected): NewOfficer[] {
  const found = new Map<string, NewOfficer>()
  for (const part of ['committee', 'review', 'women'] as const) {
    for (const { name, post, ties = [] } of result[part]) {
      const before = found.get(name)
      const seats = [...(before?.seats ?? []), seatOf[part](post)]
      const sex = part === 'women' ? 'female' : (before?.sex ?? 'unknown')
      const said = [...new Set([...(before?.ties ?? []), ...ties])]
      found.set(name, { name, sex, engagement: 'part_time', seats, ties: said })
    }
  }
  return [...found.values()]
}

/** Tells whether an employer is an enterprise, by its credit code: those of the market's registrar. */
export function coversEnterprises(employers: readonly FoundingEmployer[]): boolean {
  return employers.some(({ creditCode }) => creditCode?.startsWith('91') ?? false)
}

/**
 * What the rules about officers say against those who were elected, each at the person's own line.
 *
 * @see ELE-22 to ELE-24, ELE-30 to ELE-33
 */
export function electedFaults(
  result: FoundingElection,
  about: { readonly grassroots: boolean; readonly enterprise: boolean },
): Fault[] {
  const officers = officersElected(result)
  const lines = (['committee', 'review', 'women'] as const).flatMap((part) =>
    result[part].map(({ name }, index) => ({ name, at: `/${part}/${index}` })),
  )
  return faultsOfCommittee({ ...about, officers, years: result.termYears, origin: 'founding' }).flatMap((fault) => {
    const index = /^\/officers\/(\d+)\//.exec(fault.field)?.[1]
    const name = index === undefined ? undefined : officers[Number(index)]?.name
    // Those of the whole committee are this module's own rules, said already.
    if (name === undefined) return []
    return [{ ...fault, field: `${lines.findLast((line) => line.name === name)?.at ?? ''}/name` }]
  })
}
