import { command, type Fact } from '../../command/command.ts'
import { Refusal } from '../../refusal.ts'
import { subtreeOf } from '../../shared/place.ts'
import { openForPost, openOwn, ownReach } from '../acting.ts'
import { MatterView, MyMatterWhole, StepResults, TakeStep, TakeSteps } from '../contract.ts'
import type { MatterParts } from '../parts.ts'
import { takeKindStep } from '../stepping.ts'
import { matterViewOf, myWholeMatterOf } from '../view.ts'

/**
 * Takes a step of a matter 办理一步, by an officer.
 *
 * Refuses every wrong field at once (a reason that is asked for, the form); `kernel.absent`, `kernel.forbidden`,
 * `matter.step_not_open`, `matter.signatures_open`, `matter.own_steps` where the module has an act of its own.
 */
export function takeStep(parts: MatterParts) {
  return command({
    act: 'kernel.take_step',
    by: ['post'],
    input: TakeStep,
    output: MatterView,
    cellOf: ({ cell }) => cell,
    async run(context) {
      const { tx, input, actor, today, services, within } = context
      if (actor.kind !== 'post') throw new Error('a step of an officer is taken by a post')
      const opened = await openForPost(context, parts)
      const { after, facts } = await takeKindStep({ ...context, actor }, opened, input, {
        uploads: (place) => within(subtreeOf(place)),
        matter: () => within(subtreeOf(opened.matter.host)),
      })
      return {
        cell: input.cell,
        subject: input.matter,
        before: { state: opened.matter.state },
        after: { state: after.state, step: input.step },
        facts,
        answer: await matterViewOf(parts, tx, after, actor, { services, today, language: actor.language }),
      }
    },
  })
}

/**
 * Takes one step of up to 100 matters 批量办理. Each stands by itself and what cannot be done is named with its reason; with
 * `whole`, all of them or none.
 */
export function takeSteps(parts: MatterParts) {
  return command({
    act: 'kernel.take_step',
    by: ['post'],
    input: TakeSteps,
    output: StepResults,
    cellOf: ({ items }) => items[0]?.cell,
    async run(context) {
      const { tx, input, actor, services, within, allow } = context
      if (actor.kind !== 'post') throw new Error('steps of an officer are taken by a post')
      const { post } = actor
      allow.anywhere()
      const { items, whole, ...words } = input
      const facts: Fact[] = []
      const results: StepResults['items'] = []
      const keys = [...new Map(items.map((item) => [`${item.cell} ${item.matter}`, item])).values()]
      for (const key of keys.sort((a, b) => a.cell - b.cell || (a.matter < b.matter ? -1 : 1))) {
        const range = post.ranges.find(({ cellLo, cellHi }) => key.cell >= cellLo && key.cell <= cellHi)
        await tx.run('savepoint one')
        try {
          if (!range) throw new Refusal('kernel.absent')
          await within(range)
          const opened = await openForPost({ ...context, input: key }, parts)
          const taken = await takeKindStep({ ...context, actor }, opened, words, {
            uploads: (place) => within(subtreeOf(place)),
            matter: () => within(subtreeOf(opened.matter.host)),
          })
          facts.push(...taken.facts)
          results.push({ ...key, done: true, code: null, text: null })
        } catch (error) {
          // One wrong form is wrong for all of them, and is told field by field.
          if (whole || !(error instanceof Refusal) || error.code === 'kernel.invalid_input') throw error
          await tx.run('rollback to savepoint one')
          const said = services.say(actor.language, error.code, error.variables)
          const text = said.replace('\n', actor.language === 'zh' ? '：' : ': ')
          results.push({ ...key, done: false, code: error.code, text })
        }
      }
      const done = results.filter((result) => result.done).map(({ matter }) => matter)
      return { cell: keys[0]?.cell ?? 0, after: { step: words.step, done }, facts, answer: { items: results } }
    },
  })
}

/**
 * Takes a step of one's own matter 本人办理, reopening included.
 *
 * Refuses every wrong field at once; `kernel.absent`, `matter.step_not_open`, `matter.own_steps`.
 */
export function takeMyStep(parts: MatterParts) {
  return command({
    act: 'kernel.take_my_step',
    by: ['person'],
    input: TakeStep,
    output: MyMatterWhole,
    cellOf: ({ cell }) => cell,
    beyond: { ...ownReach, uploads: 'files the person has just uploaded, where their record is' },
    async run(context) {
      const { tx, input, actor, today, services, reach } = context
      if (actor.kind !== 'person') throw new Error('the system has no matters')
      const opened = await openOwn(context, parts)
      const { after, facts } = await takeKindStep({ ...context, actor }, opened, input, {
        uploads: (place) => reach('uploads', place),
        matter: () => reach('own', { cell: input.cell, path: '' }),
      })
      return {
        cell: input.cell,
        subject: input.matter,
        before: { state: opened.matter.state },
        after: { state: after.state, step: input.step },
        facts,
        answer: await myWholeMatterOf(parts, tx, after, actor.person, { services, today, language: actor.language }),
      }
    },
  })
}
