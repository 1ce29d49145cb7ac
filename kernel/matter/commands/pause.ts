import { command } from '../../command/command.ts'
import { Refusal } from '../../refusal.ts'
import type { MatterDefinition } from '../../shared/matter.ts'
import { mustBeOpen, openForPost } from '../acting.ts'
import { pauseReasonsOf } from '../clock-acts.ts'
import { MatterView, Pause, Resume } from '../contract.ts'
import { pauseBetween } from '../due-day.ts'
import { clockPlace } from '../matters.ts'
import type { MatterParts } from '../parts.ts'
import { matterViewOf } from '../view.ts'

/**
 * Stops the clock of a matter for a reason that its state lists and the rule of its clock allows 中止. The due day is known again when it runs on.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open` where nothing may stop it or it stands still already,
 * `matter.clock_runs_on` where the rule lets it stand still for no such reason, and `kernel.invalid_input` for any other reason.
 *
 * @see rulebook T-11
 */
export function pauseMatter(parts: MatterParts) {
  return command({
    act: 'kernel.pause_matter',
    by: ['post'],
    input: Pause,
    output: MatterView,
    cellOf: ({ cell }) => cell,
    async run(context) {
      const { tx, input, actor, today, services, matters } = context
      if (actor.kind !== 'post') throw new Error('a post stops a clock')
      const opened = await openForPost(context, parts)
      mustBeOpen(opened)
      const { matter, kind } = opened
      const definition: MatterDefinition = kind.definition
      const listed = definition.states[matter.state]?.pause
      if (!listed || matter.pausedFrom !== null) throw new Refusal('matter.step_not_open')
      const reasons = pauseReasonsOf(services.deadlines, kind, matter)
      if (reasons.length === 0) throw new Refusal('matter.clock_runs_on')
      if (!reasons.includes(input.reason))
        throw new Refusal('kernel.invalid_input', { faults: [{ field: '/reason', code: 'kernel.field_choice' }] })
      const { pauses, dueOn, dueProvisional } = matter
      const after = await matters.mark(matter, 'pause', {
        reason: input.reason,
        ...(input.note !== undefined && { note: input.note }),
        clock: { pauses, pausedFrom: today, pausedFor: input.reason, dueOn, dueProvisional },
      })
      return {
        cell: input.cell,
        subject: input.matter,
        after: { paused: input.reason },
        answer: await matterViewOf(parts, tx, after, actor, { services, today, language: actor.language }),
      }
    },
  })
}

/**
 * Lets a clock run on 恢复: the days it stood still do not count, and the due day follows.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open` where it runs.
 *
 * @see rulebook T-11
 */
export function resumeMatter(parts: MatterParts) {
  return command({
    act: 'kernel.resume_matter',
    by: ['post'],
    input: Resume,
    output: MatterView,
    cellOf: ({ cell }) => cell,
    async run(context) {
      const { tx, input, actor, today, services, matters } = context
      if (actor.kind !== 'post') throw new Error('a post lets a clock run on')
      const opened = await openForPost(context, parts)
      mustBeOpen(opened)
      const { pausedFrom, pausedFor, clockRule, clockFrom, extensions, ...matter } = opened.matter
      if (pausedFrom === null || pausedFor === null || clockRule === null || clockFrom === null)
        throw new Refusal('matter.step_not_open')
      const stood = pauseBetween(pausedFrom, today, pausedFor)
      const pauses = stood ? [...matter.pauses, stood] : matter.pauses
      const due = services.deadlines.due(clockRule, clockFrom, { ...clockPlace(opened.matter), pauses, extensions })
      const after = await matters.mark(opened.matter, 'resume', {
        reason: pausedFor,
        ...(input.note !== undefined && { note: input.note }),
        clock: { pauses, pausedFrom: null, pausedFor: null, dueOn: due.on, dueProvisional: due.provisional },
      })
      return {
        cell: input.cell,
        subject: input.matter,
        before: { dueOn: matter.dueOn },
        after: { dueOn: after.dueOn },
        answer: await matterViewOf(parts, tx, after, actor, { services, today, language: actor.language }),
      }
    },
  })
}
