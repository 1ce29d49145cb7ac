import { command } from '@gongqiao/kernel/command/command.ts'
import { askView } from '../ask-view.ts'
import { AskView, Sorting } from '../contract.ts'
import { changeRow, clockOfClass, goingOn, holdAsk, stepOn } from '../handling.ts'
import { counted, countedOf } from '../standing.ts'

/**
 * Sets an ask's class or topic 分类. Another class has another clock, counted from the same day; a topic changes no clock.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`.
 *
 * @see rulebook 0.6, 2.7
 */
export const sortAsk = command({
  act: 'rights.handle_ask',
  by: ['post'],
  input: Sorting,
  output: AskView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, today, allow, services, actor } = context
    const { cell, matter } = input
    const held = await holdAsk(context, cell, matter)
    const { before, row } = held
    allow(before.host)
    const change = { class: input.class ?? row.class, topic: input.topic ?? row.topic }
    const reclocks = before.state === 'handling' && change.class !== row.class
    const facts = reclocks
      ? (await stepOn(context, held, { name: 'classify', note: noteOf(), change })).facts
      : [counted(row.askedCell, row.askedUnit, countedOf(row, before.state), countedOf(await changed(), before.state))]
    const { view } = await askView({ tx, services, today, language: actor.language }, cell, matter)
    return {
      cell,
      subject: matter,
      before: { class: row.class, topic: row.topic },
      after: change,
      facts,
      answer: view,
    }

    function noteOf() {
      const clock = clockOfClass({ ...row, ...change })
      return { clock, ...goingOn(before) }
    }
    function changed() {
      return changeRow(context, cell, row, change)
    }
  },
})
