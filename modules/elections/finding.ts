import type { Seat } from '@gongqiao/modules/organization/index.ts'
import type { Body, Declaration } from './arithmetic/bodies.ts'
import type { ContestResult } from './arithmetic/contest.ts'
import type { Standing } from './arithmetic/eligibility.ts'

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
  /** The seats they have in the union already, of a by-election that is not decided yet. */
  readonly sits: readonly Seat[]
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
  readonly decidedOn: string | null
  /** Who sits as chair, of a by-election that is not decided yet. */
  readonly chair: string | null
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

/** A finding about an election, of one body or candidate where it is told. */
export function finding(weight: Weight, rule: string, code: string, more: More = {}): Finding {
  return { rule, code, weight, body: null, candidate: null, variables: {}, ...more }
}
