import { query } from '@gongqiao/kernel/command/query.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { Card } from '../contract.ts'
import { myCard } from '../mine.ts'

/** My electronic card 电子会员证. Refuses `membership.no_card`. */
export const findMyCard = query({
  act: 'membership.find_my_card',
  by: ['person'],
  input: Nothing,
  output: Card,
  async run({ tx, actor, today, allow, mine, services }) {
    if (actor.kind === 'system') throw new Error('the system has no card')
    allow.self(actor.person)
    await mine(actor.place.cell)
    const card = await myCard(tx, services, actor.place.cell, actor.person, today, actor.language)
    if (!card) throw new Refusal('membership.no_card')
    return card
  },
})
