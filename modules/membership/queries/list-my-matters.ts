import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { type MyMatter, MyMatterList } from '../contract.ts'
import { cellsOf, mattersIn, myMatter } from '../mine.ts'

/** All my matters 我的事项, newest first, wherever they are kept. */
export const listMyMatters = query({
  act: 'membership.list_my_matters',
  by: ['person'],
  input: Nothing,
  output: MyMatterList,
  async run({ tx, actor, today, allow, mine, services }) {
    if (actor.kind === 'system') throw new Error('the system has no matters')
    allow.self(actor.person)
    const items: MyMatter[] = []
    for (const cell of await cellsOf(tx, actor.person)) {
      await mine(cell)
      for (const matter of await mattersIn(tx, cell, actor.person)) {
        items.push(await myMatter(tx, services, matter, actor.person, today, actor.language))
      }
    }
    return { items: items.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1)) }
  },
})
