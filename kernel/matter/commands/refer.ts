import { command } from '../../command/command.ts'
import { Refusal } from '../../refusal.ts'
import { mustBeOpen, type Opened, openForPost } from '../acting.ts'
import { MatterKey, MatterView, Refer, Referred, SendBack } from '../contract.ts'
import type { Matter } from '../matters.ts'
import type { MatterParts } from '../parts.ts'
import { endReferral, goTo, type ReferralRow, referReach, referralsOf } from '../referring.ts'
import type { MatterUnit } from '../unit.ts'
import { matterViewOf, unitRef } from '../view.ts'

type Desk = MatterUnit & { readonly desk: string }

/** Refuses what cannot take a matter. */
function mustReceive(unit: MatterUnit | undefined): Desk {
  if (!unit) throw new Refusal('kernel.invalid_input', { faults: [{ field: '/unit', code: 'kernel.field_choice' }] })
  if (!unit.open) throw new Refusal('matter.unit_takes_none')
  if (unit.desk === null) throw new Refusal('matter.no_desk')
  return { ...unit, desk: unit.desk }
}

/** The nearest unit above both that somebody answers for: it decides where a matter belongs. */
function aboveBoth(one: readonly MatterUnit[], other: readonly MatterUnit[]): MatterUnit | undefined {
  const ids = new Set(other.map(({ id }) => id))
  return one.find(({ id, desk, open }) => ids.has(id) && desk !== null && open)
}

/** Whether a receiver may not send it back: it did so before, or a unit above it decided after somebody had. */
function isFinal(rows: readonly ReferralRow[], to: string, fromAbove: boolean): boolean {
  const sentBack = rows.filter(({ outcome }) => outcome === 'sent_back')
  return sentBack.some((row) => row.to === to) || (fromAbove && sentBack.length > 0)
}

/**
 * Refers a matter to another unit 转办, in the cell or far away, with all there is of it; its clock runs on. The receiver has
 * the days of MAT-REFER, or of the kind’s own rule, to accept it or to send it back with a reason; silence accepts. Whoever refers it again to a unit
 * that has sent it back puts it before the unit above both, which decides.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open` once it has ended or while it waits to be accepted,
 * `matter.not_referable` for a kind that does not travel, `matter.already_there`, `matter.unit_takes_none`, `matter.no_desk`.
 *
 * @see PET 23; rulebook DL-PET-OBJ
 */
export function referMatter(parts: MatterParts) {
  return command({
    act: 'kernel.refer_matter',
    by: ['post'],
    input: Refer,
    output: Referred,
    cellOf: ({ cell }) => cell,
    beyond: referReach,
    async run(context) {
      const { tx, input, today, now, services } = context
      const opened = await openForPost(context, parts)
      mustBeOpen(opened)
      const { matter, kind } = opened
      if (kind.definition.refers !== true) throw new Refusal('matter.not_referable')
      if (matter.referralDue !== null) throw new Refusal('matter.step_not_open')
      const wished = mustReceive((await parts.units.byId(tx, [input.unit])).get(input.unit))
      if (wished.id === matter.hostUnit) throw new Refusal('matter.already_there')

      const rows = await referralsOf(context, matter)
      const own = await parts.units.above(tx, matter.hostUnit)
      const theirs = await parts.units.above(tx, wished.id)
      const wasSentBack = rows.some(
        (row) => row.outcome === 'sent_back' && row.to === wished.id && row.from === matter.hostUnit,
      )
      const fromAbove = theirs.some(({ id }) => id === matter.hostUnit)
      const disputed = wasSentBack && !fromAbove
      const to = disputed ? mustReceive(aboveBoth(own, theirs)) : wished
      if (to.id === matter.hostUnit) throw new Refusal('matter.already_there')
      const final = disputed || isFinal(rows, to.id, fromAbove)
      const dueOn = services.deadlines.due(kind.definition.returnClock ?? 'MAT-REFER', today, {
        cell: to.place.cell,
      }).on

      const step = disputed ? ('dispute' as const) : ('refer' as const)
      const going = { step, to, reason: input.reason, note: input.note, dueOn }
      const { after, facts } = await goTo(context, opened, going)
      await tx.run(
        `insert into kernel.matter_referral (cell_id, matter_id, number, path, from_unit, from_cell, to_unit, at, reason, due_on, final)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[after.cell, after.id, rows.length + 1, after.host.path, matter.hostUnit, matter.cell, to.id],
          ...[now, input.reason, dueOn, final],
        ],
      )
      if (!(await isUnit(parts, context, matter))) await parts.people.rememberCell(tx, matter.subject, after.cell)
      return {
        cell: input.cell,
        subject: input.matter,
        before: { unit: matter.hostUnit },
        after: { unit: to.id, cell: after.cell, reason: input.reason, final },
        facts,
        answer: { cell: after.cell, matter: after.id, unit: unitRef(to), dueOn, final, disputed },
      }
    },
  })
}

async function isUnit(parts: MatterParts, { tx }: Parameters<typeof goTo>[0], { subject }: Matter): Promise<boolean> {
  return (await parts.units.byId(tx, [subject])).has(subject)
}

function mustWait({ matter }: Opened): void {
  if (matter.endedAt !== null || matter.referralDue === null) throw new Refusal('matter.step_not_open')
}

/**
 * Accepts a matter that was referred here 接收转办. Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open` where
 * none waits.
 */
export function acceptReferral(parts: MatterParts) {
  return command({
    act: 'kernel.accept_referral',
    by: ['post'],
    input: MatterKey,
    output: MatterView,
    cellOf: ({ cell }) => cell,
    async run(context) {
      const { tx, input, actor, today, services, matters } = context
      if (actor.kind !== 'post') throw new Error('a post accepts a matter')
      const opened = await openForPost(context, parts)
      mustWait(opened)
      await endReferral(context, opened.matter, 'accepted')
      const after = await matters.mark(opened.matter, 'accept', { referralDue: null })
      return {
        cell: input.cell,
        subject: input.matter,
        after: { accepted: true },
        answer: await matterViewOf(parts, tx, after, actor, { services, today, language: actor.language }),
      }
    },
  })
}

/**
 * Sends a referred matter back to where it came from 退回转办, with a listed reason, once.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open` where none waits, `matter.referral_final` where it was
 * sent back before or decided above.
 */
export function sendReferralBack(parts: MatterParts) {
  return command({
    act: 'kernel.send_back_referral',
    by: ['post'],
    input: SendBack,
    output: Referred,
    cellOf: ({ cell }) => cell,
    beyond: referReach,
    async run(context) {
      const { tx, input } = context
      const opened = await openForPost(context, parts)
      mustWait(opened)
      const { matter } = opened
      const open = (await referralsOf(context, matter)).find(({ outcome }) => outcome === null)
      if (!open) throw new Refusal('matter.step_not_open')
      if (open.final) throw new Refusal('matter.referral_final')
      // Whoever sent it may be gone since: then it goes to the nearest above that is there.
      const home = (await parts.units.above(tx, open.from)).find(({ open: isOpen, desk }) => isOpen && desk !== null)
      const to = mustReceive(home)
      await endReferral(context, matter, 'sent_back')
      const { after, facts } = await goTo(context, opened, {
        step: 'send_back',
        to,
        reason: input.reason,
        note: input.note,
        dueOn: null,
      })
      return {
        cell: input.cell,
        subject: input.matter,
        before: { unit: matter.hostUnit },
        after: { unit: to.id, cell: after.cell, reason: input.reason },
        facts,
        answer: { cell: after.cell, matter: after.id, unit: unitRef(to), dueOn: null, final: false, disputed: false },
      }
    },
  })
}
