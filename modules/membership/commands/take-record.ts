import { command, type Fact, type Outcome } from '@gongqiao/kernel/command/command.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { openSession } from '@gongqiao/modules/people/index.ts'
import { type Claiming, openClaim } from '../claiming/claimant.ts'
import { endListed } from '../claiming/ending.ts'
import { endOtherRosters, endOwnApplication, startClaimed, tellOfRow } from '../claiming/take.ts'
import { followEmployer } from '../confidential/follow-employer.ts'
import { ClaimKey, Taking } from '../contract.ts'
import { myCard } from '../mine.ts'
import { callToMove } from '../transfer/calls.ts'

/**
 * Takes a record that a roster keeps of oneself 认领: membership starts with the roster's decision day, the number is held
 * from now on, and every other roster that names one ends with a notice. An open application elsewhere ends. Whoever is a
 * member already wishes to transfer instead, and keeps what they have (T-MEM-1).
 *
 * Of a confidential member the roster's union learns nothing by it: its row stays as it is, that they work there is kept
 * sealed, and they are asked whether to move to the union above it where another one holds them (`kept`).
 *
 * Refuses `kernel.absent`, `membership.person_must_prove`.
 *
 * @see rulebook MEM-11, MEM-13; design sections 2.1 and 2.2
 */
export const takeRecord = command({
  act: 'membership.take_record',
  by: ['person'],
  input: ClaimKey,
  output: Taking,
  cellOf: (input) => input.cell,
  beyond: { own: 'the person’s own record, and rosters that name their number with the phone they proved' },
  async run(context): Promise<Outcome<Taking>> {
    const { tx, today, actor, services, now } = context
    const claiming = await openClaim(context)
    const { known, listed, account } = claiming
    const { cell, membership: subject } = listed
    if (known.status === 'active' || known.status === 'retained') {
      const kept = await keptFrom(claiming)
      if (kept) return { cell: known.cell, subject: known.person, after: kept, answer: { outcome: 'kept', card: null } }
      const facts = await wishInstead(claiming)
      const after = { wishToTransfer: listed.unit, ended: subject }
      return { cell, subject, after, facts, answer: { outcome: 'wished', card: null } }
    }
    const replaced = await endOwnApplication(context, claiming)
    const started = await startClaimed(context, claiming)
    const ended = await endOtherRosters(context, claiming)
    const card = await myCard(tx, services, cell, known.person, today, actor.language)
    const moved = known.cell !== cell
    const cookie = moved ? await openSession(tx, services, cell, account, now) : undefined
    return {
      cell,
      subject,
      before: { status: 'listed' },
      after: { status: 'active', person: known.person },
      facts: [...replaced, ...started, ...ended],
      answer: { outcome: 'taken', card: card ?? null },
      ...(cookie && { cookie }),
    }

    /** What is kept of a confidential member who works there; undefined for everybody else. */
    async function keptFrom({
      known: member,
      listed: row,
    }: Claiming): Promise<{ wishToTransfer: string | null } | undefined> {
      const { membership, path } = member
      const employer = await findOpenUnit(tx, row.unit)
      if (membership === null || path === null || !employer) return undefined
      await context.reach('own', { cell: member.cell, path: '' })
      const holder = await followEmployer(context, { cell: member.cell, membership, path }, employer)
      if (!holder) return undefined
      const wishes = holder.id !== member.unit
      if (wishes) await callToMove(tx, member.cell, membership, holder.id, 'roster', now)
      return { wishToTransfer: wishes ? holder.id : null }
    }

    async function wishInstead({ known: member, listed: row }: Claiming): Promise<Fact[]> {
      await context.reach('own', { cell: row.cell, path: '' })
      const facts = [await endListed(context, row)]
      await tellOfRow(context, row, 'membership.message.roster_wish')
      if (member.unit !== row.unit) {
        await context.reach('own', { cell: member.cell, path: '' })
        await callToMove(tx, member.cell, member.membership ?? '', row.unit, 'roster', now)
      }
      return facts
    }
  },
})
