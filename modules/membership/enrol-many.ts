import { maskIdentityNumber, nameBigrams } from '@gongqiao/codes'
import type { Fact } from '@gongqiao/kernel/command/command.ts'
import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { CheckedPerson } from '@gongqiao/modules/people/index.ts'
import { newCardNumber } from './rules.ts'

/** A confirmed member to enrol with others of the same cell. */
export type NewMember = {
  readonly personId: string
  readonly path: string
  readonly unit: string
  readonly person: CheckedPerson
  /** The committee's decision day (MEM-11). */
  readonly since: string
  readonly retained: boolean
}

const statement = hot(
  'membership.enrol_many',
  `with given as (
     select * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::date[], $10::text[],
       $11::text[], $12::date[], $13::text[])
       as g (id, path, person_id, unit_id, name, name_bigrams, sex, birth_date, identity_mask, status, since, card_number)
   ), enrolled as (
     insert into membership.membership (cell_id, path, id, person_id, unit_id, name, name_bigrams, sex, birth_date, identity_mask,
       status, applied_at, since, card_number)
     select $1, path, id, person_id, unit_id, name, string_to_array(name_bigrams, ' '), sex, birth_date, identity_mask,
       status, since::timestamptz, since, card_number from given
   ), told as (
     insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status, change_code)
     select $1, id, 1, since::timestamptz, $14, path, unit_id, status, 1 from given
   )
   insert into membership.card (number, cell_id, membership_id) select card_number, $1, id from given`,
)

/** Enrols confirmed members of one cell, thousands in one statement, and gives the facts that figures need. The cell's scope is open. */
export async function enrolMany(tx: Tx, cell: number, members: readonly NewMember[], now: Date): Promise<Fact[]> {
  const ms = now.getTime()
  const column = <V>(of: (member: NewMember) => V) => members.map(of)
  const status = (member: NewMember) => (member.retained ? 'retained' : 'active')
  await tx.run(statement, [
    cell,
    column(() => newId(ms)),
    column((m) => m.path),
    column((m) => m.personId),
    column((m) => m.unit),
    column((m) => m.person.name),
    column((m) => nameBigrams(m.person.name).join(' ')),
    column((m) => m.person.sex),
    column((m) => m.person.birthDate),
    column((m) => maskIdentityNumber(m.person.identityNumber)),
    column(status),
    column((m) => m.since),
    column(() => newCardNumber()),
    now,
  ])
  return [...Map.groupBy(members, (m) => `${m.unit} ${status(m)}`)].map(([key, some]) => {
    const [unit = '', to = ''] = key.split(' ')
    return { cell, name: 'membership.status_changed', body: { unit, from: null, to, people: some.length } }
  })
}
