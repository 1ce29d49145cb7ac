import { query } from '../../command/query.ts'
import { Nothing } from '../../shapes.ts'
import { type MyMatter, MyMatterList } from '../contract.ts'
import { mattersIn } from '../my-matters.ts'
import type { MatterParts } from '../parts.ts'
import { kindOf, myMatterOf } from '../view.ts'

/** All my matters 我的事项, newest first, wherever they are kept. */
export function listMyMatters(parts: MatterParts) {
  return query({
    act: 'membership.list_my_matters',
    by: ['person'],
    input: Nothing,
    output: MyMatterList,
    async run({ tx, actor, today, allow, mine, services }) {
      if (actor.kind === 'system') throw new Error('the system has no matters')
      allow.self(actor.person)
      const { language } = actor
      const items: MyMatter[] = []
      for (const cell of await parts.people.cellsOf(tx, actor.person)) {
        await mine(cell)
        for (const matter of await mattersIn(tx, cell, actor.person)) {
          if (kindOf(parts, matter)?.counterpart) continue
          items.push(await myMatterOf(parts, tx, matter, actor.person, { services, today, language }))
        }
      }
      return { items: items.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1)) }
    },
  })
}
