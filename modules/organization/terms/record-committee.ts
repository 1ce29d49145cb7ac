import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { TSchema } from 'typebox'
import { barsOf, committeeFaults } from '../officers/bars.ts'
import { coversEnterprise } from '../officers/enterprise.ts'
import { type NewOfficer, seatOfficers } from '../officers/rows.ts'
import type { OpenUnit } from '../open-unit.ts'
import { isGrassroots } from '../rules.ts'
import { endOfTerm } from './term.ts'
import { endTermMatter, endVacancies } from './term-matters.ts'

/** What recording works with: a command's context, its scope open at the union's place. */
export type CommitteeContext = Pick<
  CommandContext<TSchema, 'post' | 'system'>,
  'tx' | 'now' | 'today' | 'matters' | 'services'
>

/** A committee as an approved election or a founding gives it. */
export type NewCommittee = {
  readonly unit: OpenUnit
  /** The day of the election: the term counts from it (ELE-01). */
  readonly electedOn: string
  /** 3 or 5 at the grassroots, 5 above; 4 only in data from before. */
  readonly years: number
  readonly origin: 'founding' | 'election' | 'recorded'
  /** Number of the document that approved it. */
  readonly document?: string | undefined
  readonly officers: readonly NewOfficer[]
  /** 会员数 and 女会员数, where the caller knows them: ORG-20 and ELE-23 ask. */
  readonly members?: number
  readonly womenMembers?: number
}

export type RecordedCommittee = { readonly term: string; readonly endsOn: string; readonly officers: readonly string[] }

/**
 * Everything the rules say against a committee, each with a pointer into its `officers`; empty where nothing does.
 *
 * @see ELE-01, ELE-22 to ELE-24, ELE-30 to ELE-33, ORG-20, ORG-21
 */
export function faultsOfCommittee(
  committee: Pick<NewCommittee, 'officers' | 'years' | 'origin' | 'members' | 'womenMembers'> & {
    readonly grassroots: boolean
    readonly enterprise: boolean
  },
): Fault[] {
  const { officers, years, origin, grassroots, enterprise, members, womenMembers } = committee
  const counted = {
    grassroots,
    ...(members !== undefined && { members }),
    ...(womenMembers !== undefined && { womenMembers }),
  }
  return [
    ...officers.flatMap((officer, index) =>
      barsOf(officer, { enterprise }).map(
        ({ rule, seat, because }): Fault => ({
          field: `/officers/${index}/seats`,
          code: `organization.bar.${because}`,
          variables: { rule, name: officer.name, seat: `organization.seat.${seat}` },
        }),
      ),
    ),
    ...committeeFaults(officers, counted, years, origin === 'recorded').map(
      ({ rule, because }): Fault => ({
        field: because === 'years' ? '/years' : '/officers',
        code: `organization.committee.${because}`,
        variables: { rule },
      }),
    ),
  ]
}

/**
 * Records a new committee 新一届委员会 with its term: the one before ends with the day of the election, its matter of the
 * term's end and open vacancies are done, and nobody's post is a caretaker's any longer.
 *
 * Seats of staff and the finance head stay as they are unless they are named again.
 *
 * Refuses `organization.committee_barred` with everything the rules say against it at once.
 *
 * @see ELE-01, ELE-22 to ELE-24, ELE-30 to ELE-33, ORG-20, ORG-21, ORG-44
 */
export async function recordCommittee(context: CommitteeContext, committee: NewCommittee): Promise<RecordedCommittee> {
  const { tx, now } = context
  const { unit, electedOn, years, origin, document, officers } = committee
  const faults = faultsOfCommittee({
    ...committee,
    grassroots: isGrassroots(unit),
    enterprise: await coversEnterprise(tx, unit),
  })
  if (faults.length > 0) throw new Refusal('organization.committee_barred', { faults })
  const endsOn = endOfTerm(electedOn, years)
  const term = newId(now.getTime())
  await tx.run(
    `update organization.term set valid_to = greatest(valid_from, $2::date), end_recorded_at = $3
     where unit_id = $1 and valid_to is null and superseded_at is null`,
    [unit.id, electedOn, now],
  )
  await tx.run(
    `insert into organization.term (id, unit_id, valid_from, years, ends_on, origin, basis, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [term, unit.id, electedOn, years, endsOn, origin, document ?? null, now],
  )
  const seated = await seatOfficers(context, unit, officers, electedOn, 'committee')
  await endTermMatter(context, unit)
  if (officers.some(({ seats }) => seats.includes('chair'))) await endVacancies(context, unit, 'chair')
  return { term, endsOn, officers: seated }
}
