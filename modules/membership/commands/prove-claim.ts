import { command, type Outcome } from '@gongqiao/kernel/command/command.ts'
import { hot } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import {
  bindAccount,
  checkedPhone,
  checkPerson,
  openSession,
  phoneCodeRefusal,
} from '@gongqiao/modules/people/index.ts'
import { affirmMembership } from '../affirming.ts'
import { proveRosters, whoProvedThePhone } from '../claiming/prove.ts'
import { type Roster, rostersColumn } from '../claiming/rosters.ts'
import { ClaimOutcome, ClaimProof } from '../contract.ts'
import { digestsOf } from '../joining/look.ts'
import { submissionFaults } from '../joining/submission.ts'

type Found = {
  readonly tries_left: number
  readonly account_cell: number | null
  readonly account_id: string | null
  readonly member_cell: number | null
  readonly member_person: string | null
  readonly member_phone: boolean
  readonly rosters: readonly Roster[]
}

const look = hot(
  'membership.look_at_claim',
  `select t.tries_left, a.cell_id as account_cell, a.account_id, i.cell_id as member_cell, i.person_id as member_person,
     coalesce(i.phone_digest = $1, false) as member_phone, ${rostersColumn('$4', '$1')}
   from (select people.take_phone_code($1, $2, $3) as tries_left) t
   left join people.phone_directory a on a.digest = $1
   left join people.identity_directory i on i.digest = $4`,
)

/**
 * Proves who one is to claim a record 认领, without a joining code: name, number and a phone by its code. Whoever a roster
 * names with all three is signed in and asked about it, and so is a member by their phone; everybody else hears one same
 * answer, whether the number is known or not, after the same statements.
 *
 * Refuses `people.phone_code_wrong`, `people.phone_code_over`, `people.phone_of_another`, `membership.nothing_to_claim`.
 *
 * @see design sections 2.1 and 2.3; rulebook MEM-13, PI-03, PI-09
 */
export const proveClaim = command({
  act: 'membership.prove_claim',
  by: ['anyone'],
  input: ClaimProof,
  output: ClaimOutcome,
  check: submissionFaults,
  beyond: {
    record: 'the person who proved the bound phone: their own record, in its own cell',
    roster: 'a roster that names the number and the phone that was proved',
  },
  async run(context): Promise<Outcome<ClaimOutcome>> {
    const { tx, input, now, today, allow, services } = context
    allow.everybody('whoever proves a phone is asked about the rosters that name them with it')
    const checked = checkPerson(input, today)
    const phone = checkedPhone(input.phone)
    if ('faults' in checked || 'faults' in phone) throw new Error('the form was checked before')
    const { person } = checked
    const digests = digestsOf(services, person, phone.phone)
    const code = services.keyring.digest('code', `${phone.phone} ${input.phoneCode}`)
    const found = await tx.one<Found>(look, [digests.phone, code, now, digests.identity])
    if (found.tries_left >= 0) return { cell: 0, refusal: phoneCodeRefusal(found.tries_left) }

    const known = await whoProvedThePhone(context, found, digests)
    const isThem = known?.identity_digest.equals(digests.identity) ?? false
    if (known?.membership && isThem && (known.status === 'active' || known.status === 'retained')) {
      const account = known.account ?? (await bindAccount(tx, known, known.path, digests.phone, now))
      const facts = known.account === null ? await affirmMembership(context, known.cell, known.membership) : []
      const cookie = await openSession(tx, services, known.cell, account, now)
      const { cell, person: subject } = known
      return { cell, subject, after: { proved: 'member' }, facts: facts ?? [], answer: { outcome: 'member' }, cookie }
    }
    const proved = await proveRosters(context, found, known, person, digests)
    if (!proved) return { cell: 0, refusal: new Refusal('membership.nothing_to_claim') }
    const { cell, person: subject, unit, cookie } = proved
    return { cell, subject, after: { proved: 'listed', unit }, answer: { outcome: 'listed' }, cookie }
  },
})
