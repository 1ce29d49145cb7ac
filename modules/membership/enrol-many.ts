import { civilDay } from '@gongqiao/calendar'
import { maskIdentityNumber, nameBigrams } from '@gongqiao/codes'
import type { Fact } from '@gongqiao/kernel/command/command.ts'
import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { CheckedPerson } from '@gongqiao/modules/people/index.ts'
import { affirmationEnded, newCardNumber } from './rules.ts'
import { stoodFacts } from './standing.ts'

/** Somebody to enter on the roll with others of the same cell; their person was entered before. */
export type NewMember = {
  /** Of the row to be; made here where it is not given. */
  readonly id?: string
  readonly personId: string
  readonly path: string
  readonly unit: string
  readonly person: CheckedPerson
  /** `listed` 在册待认领 by a roster: their person reserves no number. */
  readonly status: 'listed' | 'active' | 'retained'
  /** The committee's decision day (MEM-11); null where a roster does not say it. */
  readonly since: string | null
  /** When the person took the record, and the day they last said that it is true; never of somebody listed. */
  readonly claim: { readonly at: Date; readonly affirmedOn: string } | null
}

const statement = hot(
  'membership.enrol_many',
  `with given as (
     select * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::date[], $10::text[],
       $11::text[], $12::date[], $13::text[], $15::timestamptz[], $16::date[], $17::boolean[])
       as g (id, path, person_id, unit_id, name, name_bigrams, sex, birth_date, identity_mask, status, since, card_number,
         claimed_at, affirmed_on, affirmed)
   ), enrolled as (
     insert into membership.membership (cell_id, path, id, person_id, unit_id, name, name_bigrams, sex, birth_date, identity_mask,
       status, applied_at, since, card_number, claimed_at, affirmed_on, affirmed)
     select $1, path, id, person_id, unit_id, name, string_to_array(name_bigrams, ' '), sex, birth_date, identity_mask,
       status, coalesce(since::timestamptz, $14), since, card_number,
       claimed_at, affirmed_on, affirmed from given
   ), named as (
     insert into membership.name_token (cell_id, token, path, membership_id)
     select $1, t.token, g.path, g.id from given g cross join lateral membership.name_tokens(string_to_array(g.name_bigrams, ' ')) as t (token)
   ), told as (
     insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status, change_code)
     select $1, id, 1, case when status = 'listed' then $14::timestamptz else since::timestamptz end, $14, path, unit_id, status,
       case when status = 'listed' then null else 1 end from given
   ), listed as (
     insert into membership.listed_directory (digest, cell_id, membership_id, phone_digest)
     select p.identity_digest, $1, g.id, p.phone_digest from given g
     join people.open_person p on p.cell_id = $1 and p.id = g.person_id where g.status = 'listed'
   )
   insert into membership.card (number, cell_id, membership_id) select card_number, $1, id from given`,
)

/**
 * Enters people of one cell on the roll, thousands in one statement, and gives the facts that figures need. The cell's
 * scope is open, and the persons were entered by a statement before: whoever is listed without a number held.
 */
export async function enrolMany(tx: Tx, cell: number, members: readonly NewMember[], now: Date): Promise<Fact[]> {
  const ms = now.getTime()
  const column = <V>(of: (member: NewMember) => V) => members.map(of)
  const ended = affirmationEnded(civilDay(now))
  const isAffirmed = ({ claim }: NewMember) => claim !== null && claim.affirmedOn > ended
  await tx.run(statement, [
    cell,
    column((m) => m.id ?? newId(ms)),
    column((m) => m.path),
    column((m) => m.personId),
    column((m) => m.unit),
    column((m) => m.person.name),
    column((m) => nameBigrams(m.person.name).join(' ')),
    column((m) => m.person.sex),
    column((m) => m.person.birthDate),
    column((m) => maskIdentityNumber(m.person.identityNumber)),
    column((m) => m.status),
    column((m) => m.since),
    column(() => newCardNumber()),
    now,
    column((m) => m.claim?.at ?? null),
    column((m) => m.claim?.affirmedOn ?? null),
    column(isAffirmed),
  ])
  const entered = [...Map.groupBy(members, (m) => `${m.unit} ${m.status}`)].map(([key, some]): Fact => {
    const [unit = '', to = ''] = key.split(' ')
    return { cell, name: 'membership.status_changed', body: { unit, from: null, to, people: some.length } }
  })
  const standings = column((m) => ({ unit: m.unit, claimed: m.claim !== null, affirmed: isAffirmed(m) }))
  return [...entered, ...stoodFacts(cell, standings, 1)]
}
