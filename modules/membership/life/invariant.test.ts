import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { announceResignation } from './commands/announce-resignation.ts'
import { resign } from './commands/resign.ts'
import { lifeInvariant } from './invariant.ts'

const house = await openHouse()
const { cell } = house.units.shop
const officer = await house.officer(house.units.shop)

async function broken(): Promise<string[]> {
  const found: string[] = []
  const onBreach = (_invariant: unknown, { words }: { words: string }) => found.push(words)
  await verify(house.services.pool, [lifeInvariant], { onBreach }, new AbortController().signal)
  return found
}

test('a membership that goes on after its resignation was announced is named', async () => {
  const person = await house.applies({ unit: house.units.shop })
  await house.does(officer, confirmApplication, {
    cell,
    matter: person.outcome.card?.matter?.id,
    decidedOn: '2026-03-02',
  })
  const [row] = await house.rows('select id from membership.membership where person_id = $1', [person.actor.person])
  const { matter } = await house.does(person.actor, resign, { cell, membership: String(row?.id) })
  await house.does(officer, announceResignation, { cell, matter, on: '2026-03-02' })
  expect(await broken()).toEqual([])

  await house.rows(`update membership.membership set status = 'active' where id = $1`, [row?.id])

  expect(await broken()).toEqual(['membership.resignation is announced, and its membership goes on as active'])
})
