import { type CommandContext, command, type Outcome } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { type OpenUnit, takesMembers } from '@gongqiao/modules/organization/index.ts'
import {
  bindAccount,
  checkedPhone,
  checkPerson,
  openSession,
  phoneCodeRefusal,
} from '@gongqiao/modules/people/index.ts'
import type { Static } from 'typebox'
import { affirmMembership } from '../affirming.ts'
import { keepOccupation } from '../catch-all/occupation.ts'
import { proveRosters, whoProvedThePhone } from '../claiming/prove.ts'
import { holderAbove, keepConfidence } from '../confidential/confidence.ts'
import { keepsConfident } from '../confidential/scan.ts'
import { JoinOutcome, Submission } from '../contract.ts'
import { type Beginning, enterNewPerson } from '../joining/begin.ts'
import { answerMember, beginForKnown, type Known, replaceOpenApplication } from '../joining/known.ts'
import { digestsOf, type Found, lookAtSubmission } from '../joining/look.ts'
import { submissionFaults } from '../joining/submission.ts'
import { cellOfCode, readJoiningCode } from '../joining-code.ts'
import { formerOwner, freePhone } from '../life/free-phone.ts'

type Input = Static<typeof Submission>
type Context = CommandContext<Input, 'anyone'>

/**
 * Joins 扫码入会: a valid submission makes a provisional member in the same minute. Whether the number belongs to somebody
 * already is said only to whoever proves the phone that is bound to it; to everybody else the answer is the newcomer's.
 * Whoever a roster names with that very name, number and phone is signed in and asked about it instead (`listed`).
 *
 * Refuses the five `membership.code_…`, `people.phone_code_wrong`, `people.phone_code_over`, `people.phone_of_another`,
 * `membership.application_open`, `membership.unit_closing`.
 *
 * @see rulebook MEM-10, MEM-13, PI-03, PI-09; design section 2.1
 */
export const submitApplication = command({
  act: 'membership.submit_application',
  by: ['anyone'],
  input: Submission,
  output: JoinOutcome,
  beyond: {
    unit: 'the union whose code was scanned takes in somebody who belongs nowhere yet',
    record: 'the person who proved the bound phone: their own record, in its own cell',
    roster: 'a roster that names the number and the phone that was proved',
    ...formerOwner,
  },
  beginsWithSql: true,
  check: submissionFaults,
  cellOf: (input, services) => cellOfCode(services, input.code),
  async run(context): Promise<Outcome<JoinOutcome>> {
    const { tx, input, now, today, allow, services, reach } = context
    allow.everybody('a worker joins by their own act; what is written is theirs')
    const code = readJoiningCode(services, input.code, now)
    const checked = checkPerson(input, today)
    const phone = checkedPhone(input.phone)
    if ('faults' in checked || 'faults' in phone) throw new Error('the form was checked before')
    const { person } = checked

    const digests = digestsOf(services, person, phone.phone)
    const found = await lookAtSubmission(tx, services, digests, phone.phone, input.phoneCode, code, now)
    refuseUnusable(found)
    if (found.tries_left >= 0) return { cell: code.cell, refusal: phoneCodeRefusal(found.tries_left) }

    const confidential = input.confidential === true
    const unit = confidential ? await holderAbove(tx, found) : found
    const beginning: Beginning = {
      unit,
      person,
      digests,
      phone: phone.phone,
      bindsPhone: true,
      channel: 'self',
      // The code's own union counts what came through it, and is not to count this.
      code: confidential ? null : found.code_id,
      typedBy: null,
      paper: null,
    }
    const bound = await whoProvedThePhone(context, found, digests)
    const changesOwner = input.phoneIsMine === true && bound !== undefined && isAnother(bound, digests)
    if (changesOwner) await freePhone(context, phone.phone, null)
    const known = changesOwner ? undefined : bound
    const isMember = known?.status === 'active' || known?.status === 'retained'
    const proved = isMember || confidential ? undefined : await proveRosters(context, found, known, person, digests)
    if (proved) {
      const { cell, person: subject, unit, cookie } = proved
      const answer = { outcome: 'listed', card: null, memberOf: null } as const
      return { cell, subject, after: { proved: 'listed', unit }, answer, cookie }
    }
    if (known) return joinKnown(context, known, beginning, found, digests)
    await reach('unit', { cell: unit.cell_id, path: unit.path })
    const { session, ...begun } = await enterNewPerson(context, beginning)
    if (confidential) await keepBegun(context, begun.membership, unit, found)
    await keepWork(context, begun.membership, unit)
    return {
      cell: unit.cell_id,
      subject: begun.person,
      after: { matter: begun.matter.id, membership: begun.membership, unit: unit.id, status: 'provisional' },
      facts: begun.facts,
      answer: { outcome: 'provisional', card: begun.card, memberOf: null },
      ...(session && { cookie: session.cookie }),
    }
  },
})

/** Tells whether the phone is bound to somebody who belongs somewhere under another number. */
function isAnother(known: Known, digests: { readonly identity: Buffer }): boolean {
  return known.status !== null && !known.identity_digest.equals(digests.identity)
}

/** Keeps that somebody who has just begun is confidential towards the union whose code they scanned. */
async function keepBegun({ tx, services, now }: Context, membership: string, holder: OpenUnit, employer: OpenUnit) {
  await keepConfidence(tx, services, { cell: holder.cell_id, membership, path: holder.path }, employer.id, now)
}

/** Keeps what somebody who has just begun said they do. */
async function keepWork({ tx, input, now }: Context, membership: string, { cell_id: cell, path }: OpenUnit) {
  if (input.occupation !== undefined) await keepOccupation(tx, { cell, membership, path }, input.occupation, now)
}

function refuseUnusable(found: Found): void {
  if (found.code_id === null || found.id === null) throw new Refusal('membership.code_foreign')
  if (found.code_revoked_at) throw new Refusal('membership.code_revoked')
  if (!takesMembers(found)) throw new Refusal('membership.unit_closing')
}

async function joinKnown(
  context: Context,
  known: Known,
  beginning: Beginning,
  scanned: OpenUnit,
  digests: { readonly identity: Buffer; readonly phone: Buffer },
): Promise<Outcome<JoinOutcome>> {
  const { tx, services, now } = context
  if (isAnother(known, digests)) throw new Refusal('people.phone_of_another')
  if (known.status === 'active' || known.status === 'retained') {
    const account = known.account ?? (await bindAccount(tx, known, known.path, digests.phone, now))
    const facts =
      known.account === null && known.membership ? await affirmMembership(context, known.cell, known.membership) : []
    const target = await keepsConfident(context, known, scanned, beginning.unit)
    const answer = await answerMember(context, known, target)
    const cookie = await openSession(tx, services, known.cell, account, now)
    return {
      cell: known.cell,
      subject: known.person,
      after: { wishToTransfer: target.id },
      facts: facts ?? [],
      answer,
      cookie,
    }
  }
  const replaced = await replaceOpenApplication(context, known, context.input.replaces)
  const begun = await beginForKnown(context, known, beginning)
  if (context.input.confidential === true) await keepBegun(context, begun.membership, beginning.unit, scanned)
  await keepWork(context, begun.membership, beginning.unit)
  const account = known.account
  if (account === null) throw new Error('somebody who proved a phone has an account')
  const cookie = await openSession(tx, services, beginning.unit.cell_id, account, now)
  return {
    cell: beginning.unit.cell_id,
    subject: begun.person,
    after: { matter: begun.matter.id, membership: begun.membership, unit: beginning.unit.id, status: 'provisional' },
    facts: [...replaced, ...begun.facts],
    answer: { outcome: 'provisional', card: begun.card, memberOf: null },
    cookie,
  }
}
