import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { tellFacts } from '@gongqiao/kernel/facts/outbox.ts'
import { reactInCell } from '@gongqiao/kernel/facts/reaction.ts'
import { numberAllFacts } from '@gongqiao/kernel/facts/sequencer.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { membershipReactions } from '../reactions.ts'
import { tellDueMoved } from './tell-due-moved.ts'

const house = await openHouse()

test('whose own time became shorter is told at once, and once (T-CAL-06)', async () => {
  const person = await house.applies()
  const matter = person.outcome.card?.matter
  const cell = house.units.shop.cell
  const from = '2026-03-25'
  const body = { matter: matter?.id, from, to: matter?.due?.on }
  await inTransaction(house.services.pool, undefined, (tx) =>
    tellFacts(tx, [{ cell, name: 'matter.due_moved', body }], house.now()),
  )
  await numberAllFacts(house.jobPool)
  const reaction = membershipReactions(house.services).find(({ name }) => name === 'membership.due_moved')
  if (!reaction) throw new Error('the module reacts to it')

  await reactInCell(house.jobPool, reaction, cell)
  await house.does(systemActor('test'), tellDueMoved, { cell, ...body })

  const listed = await house.server.inject({ url: '/api/me/messages', headers: { cookie: person.cookie } })
  expect(listed.json().items).toMatchObject([
    { title: '您的一个期限提前到 2026-03-23', link: `/matters/${cell}/${matter?.id}` },
  ])
})
