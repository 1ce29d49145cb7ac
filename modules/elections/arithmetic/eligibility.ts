import { barsOf as barsOfOfficer, type Seat, type Tie } from '@gongqiao/modules/organization/index.ts'
import type { Body, Declaration } from './bodies.ts'

/** Somebody who stands, as the checks see them. */
export type Standing = {
  readonly name: string
  readonly sex: 'male' | 'female' | 'unknown'
  /** As the roll has them. */
  readonly status: 'active' | 'listed' | 'retained' | 'provisional' | 'ended' | 'not_on_roll'
  readonly declared: readonly Declaration[]
  /** Every body they stand for or have been elected to. */
  readonly bodies: readonly Body[]
}

/** The seat of a union that somebody elected to a body takes. */
export const seatOf = {
  committee: 'committee_member',
  standing: 'standing_member',
  fund_review: 'fund_review_member',
  womens: 'women_member',
  chair: 'chair',
  vice_chair: 'vice_chair',
} as const satisfies { readonly [B in Body]: Seat }

/** A check that somebody does not pass: its rule, what is in the way, and for which body. */
export type CandidateBar = { readonly rule: string; readonly because: string; readonly body: Body }

/** What somebody takes, and what ties them, as the rules of officers see them; a finance head sits where money is kept. */
export function asOfficer({ name, sex, status, declared, bodies }: Standing) {
  const seats: Seat[] = bodies.map((body) => seatOf[body])
  const ties: Tie[] = declared.filter((one) => one !== 'finance_head')
  if (status === 'retained') ties.push('retained')
  else if (status !== 'active' && status !== 'listed') ties.push('not_a_member')
  return { name, sex, seats, ties, keepsMoney: declared.includes('finance_head') }
}

/**
 * Everything that bars somebody from what they stand for; empty where nothing does. The rules are those of officers: who may
 * not sit may not stand.
 *
 * @param sits seats they have already and keep
 *
 * @see ELE-22, ELE-30 to ELE-33
 */
export function barsOf(one: Standing, inEnterprise: boolean, sits: readonly Seat[] = []): CandidateBar[] {
  const { keepsMoney, seats, ...officer } = asOfficer(one)
  const taken = [...new Set([...seats, ...sits])]
  const sitting = keepsMoney ? [...taken, 'finance_head' as const] : taken
  return barsOfOfficer({ ...officer, seats: sitting }, { enterprise: inEnterprise }).flatMap(
    ({ rule, seat, because }) => {
      const body =
        one.bodies.find((stands) => seatOf[stands] === seat) ?? (sits.includes(seat) ? one.bodies[0] : undefined)
      return body === undefined ? [] : [{ rule, because, body }]
    },
  )
}
