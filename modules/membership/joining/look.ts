import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { type OpenUnit, openUnitColumns } from '@gongqiao/modules/organization/index.ts'
import { type CheckedPerson, identityText } from '@gongqiao/modules/people/index.ts'
import { type Roster, rostersColumn } from '../claiming/rosters.ts'
import type { CodePayload } from '../rules.ts'

/** What the network knows when somebody submits: the phone code's answer, the joining code, and who is bound already. */
export type Found = OpenUnit & {
  /** -1 when the phone code was right, else the tries that are left. */
  readonly tries_left: number
  readonly code_id: string | null
  readonly code_revoked_at: Date | null
  readonly account_cell: number | null
  readonly account_id: string | null
  readonly member_cell: number | null
  readonly member_person: string | null
  /** The record of whoever holds the number was claimed with this very phone. */
  readonly member_phone: boolean
  /** Rosters that name the number with this very phone. */
  readonly rosters: readonly Roster[]
}

/** Keyed digests of what was typed: directories know people by these only. */
export type Digests = { readonly phone: Buffer; readonly identity: Buffer }

/** The digests of a checked person and phone. */
export function digestsOf(services: Services, person: CheckedPerson, phone: string): Digests {
  const { keyring } = services
  return {
    phone: keyring.digest('phone', phone),
    identity: keyring.digest('identity', identityText(person.identityKind, person.identityNumber)),
  }
}

const look = hot(
  'membership.look_at_submission',
  `select t.tries_left, c.id as code_id, c.revoked_at as code_revoked_at, a.cell_id as account_cell, a.account_id,
     i.cell_id as member_cell, i.person_id as member_person,
     coalesce(i.phone_digest = $1, false) as member_phone, ${rostersColumn('$7', '$1')}, ${openUnitColumns}
   from (select people.take_phone_code($1, $2, $3) as tries_left) t
   left join membership.joining_code c on c.cell_id = $4 and c.id = $5
   left join organization.open_unit u on u.id = organization.open_successor($6)
   left join people.phone_directory a on a.digest = $1
   left join people.identity_directory i on i.digest = $7`,
)

/**
 * Takes the phone code and looks up everything a submission needs, in one statement: it takes as long for somebody who is
 * a member as for somebody nobody knows.
 */
export async function lookAtSubmission(
  tx: Tx,
  services: Services,
  digests: Digests,
  phone: string,
  phoneCode: string,
  code: CodePayload,
  now: Date,
): Promise<Found> {
  return tx.one<Found>(look, [
    digests.phone,
    services.keyring.digest('code', `${phone} ${phoneCode}`),
    now,
    code.cell,
    code.code,
    code.unit,
    digests.identity,
  ])
}
