import { maskIdentityNumber, maskPhone } from '@gongqiao/codes'
import { sealField } from '@gongqiao/kernel/crypto/field.ts'
import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { type CheckedPerson, identityText } from './rules.ts'

/** A person to enter with others of the same cell. */
export type NewPerson = {
  readonly id: string
  readonly path: string
  readonly person: CheckedPerson
  /** Normalised, or null where none is known. */
  readonly phone: string | null
  /** Binds an account to the phone at once; otherwise the person claims the record later. */
  readonly account: string | null
  /** Holds the number in the network (MEM-13): members do, whoever is only listed by a roster does not. */
  readonly holdsNumber: boolean
}

const statement = hot(
  'people.enter_many',
  `with given as (
     select * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::text[], $9::bytea[],
       $10::bytea[], $11::text[], $12::bytea[], $13::bytea[], $14::text[], $16::boolean[])
       as g (id, path, account_id, name, sex, birth_date, identity_kind, identity_cipher, identity_digest, identity_mask,
         phone_cipher, phone_digest, phone_mask, holds_number)
   ), entered as (
     insert into people.person (cell_id, id, path, account_id, name, sex, birth_date, identity_kind, identity_cipher,
       identity_digest, identity_mask, phone_cipher, phone_digest, phone_mask, verification, created_at)
     select $1, id, path, account_id, name, sex, birth_date, identity_kind, identity_cipher, identity_digest, identity_mask,
       phone_cipher, phone_digest, phone_mask, 'not_verified', $15 from given
   ), placed as (
     insert into people.person_cell (person_id, cell_id) select id, $1 from given
   ), bound as (
     insert into people.account (cell_id, id, path, person_id, created_at) select $1, account_id, path, id, $15 from given where account_id is not null
   ), reachable as (
     insert into people.phone_directory (digest, cell_id, account_id) select phone_digest, $1, account_id from given where account_id is not null
   )
   insert into people.identity_directory (digest, cell_id, person_id, phone_digest) select identity_digest, $1, id, phone_digest from given where holds_number`,
)

/** Enters people of one cell into the network, thousands in one statement. The cell's scope is open. */
export async function enterMany(
  tx: Tx,
  services: Services,
  cell: number,
  people: readonly NewPerson[],
  now: Date,
): Promise<void> {
  const key = await services.keyring.dataKey(cell)
  const { keyring } = services
  const seal = (id: string, column: string, plain: string) =>
    sealField(key, { cell, table: 'people.person', column, id }, plain)
  const column = <V>(of: (person: NewPerson) => V) => people.map(of)
  await tx.run(statement, [
    cell,
    column((p) => p.id),
    column((p) => p.path),
    column((p) => p.account),
    column((p) => p.person.name),
    column((p) => p.person.sex),
    column((p) => p.person.birthDate),
    column((p) => p.person.identityKind),
    column((p) => seal(p.id, 'identity_cipher', p.person.identityNumber)),
    column((p) => keyring.digest('identity', identityText(p.person.identityKind, p.person.identityNumber))),
    column((p) => maskIdentityNumber(p.person.identityNumber)),
    column((p) => (p.phone === null ? null : seal(p.id, 'phone_cipher', p.phone))),
    column((p) => (p.phone === null ? null : keyring.digest('phone', p.phone))),
    column((p) => (p.phone === null ? null : maskPhone(p.phone))),
    now,
    column((p) => p.holdsNumber),
  ])
}
