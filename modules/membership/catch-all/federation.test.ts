import { reactAll } from '@gongqiao/kernel/facts/reaction.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { breachesIn, standsAt } from '../../../tests/members.ts'
import { membershipReactions } from '../reactions.ts'
import { acceptTransfer } from '../transfer/commands/accept-transfer.ts'
import { askTransfer } from '../transfer/commands/ask-transfer.ts'
import { letTransferGo } from '../transfer/commands/let-transfer-go.ts'
import { listMyCalls } from '../transfer/queries/list-my-calls.ts'
import { openCatchAll } from './commands/open-catch-all.ts'
import { proposeFederation } from './commands/propose-federation.ts'

const house = await openHouse()
const { units } = house
const { cell } = units.township
const officer = await house.officer(units.township)
const code = await house.code(units.township)
await house.does(officer, openCatchAll, {
  ...{ unit: units.township.id, occupations: ['courier', 'food_rider'] },
  ...{ decidedOn: '2026-03-01', document: '沙工委〔2026〕3号' },
})

/** Somebody of an occupation whom the catch-all union has taken in at once. */
async function member(occupation: string) {
  const who = await house.applies({ code, occupation })
  await house.settled()
  await reactAll(house.jobPool, membershipReactions(house.services), (error) => {
    throw error
  })
  expect((await standsAt(house, who.actor.person)).status).toBe('active')
  return who
}
const callsOf = async ({ actor }: Awaited<ReturnType<typeof member>>) =>
  (await house.asks(actor, listMyCalls, {})).items.map(({ to, origin }) => [to.id, origin])

test('a federation is proposed to those of its trade and to nobody else, and whoever says yes is moved by a transfer of theirs', async () => {
  const [rider, courier] = [await member('food_rider'), await member('courier')]
  const to = units.siblingShop

  const { asked } = await house.does(officer, proposeFederation, {
    ...{ unit: units.township.id, to: to.id, occupation: 'food_rider' },
  })

  expect(asked).toBe(1)
  expect(await callsOf(rider)).toEqual([[to.id, 'union']])
  expect(await callsOf(courier)).toEqual([])
  expect((await standsAt(house, rider.actor.person)).unit).toBe(units.township.id)

  const transfer = await house.does(rider.actor, askTransfer, { unit: to.id })
  const [row] = await house.rows('select incoming_id, to_cell from membership.transfer where matter_id = $1', [
    transfer.matter,
  ])
  const into = { cell: Number(row?.['to_cell']), matter: String(row?.['incoming_id']) }
  if (!transfer.accepted) await house.does(await house.officer(to), acceptTransfer, into)
  await house.does(officer, letTransferGo, { cell, matter: transfer.matter })
  expect((await standsAt(house, rider.actor.person)).unit).toBe(to.id)
  expect((await standsAt(house, courier.actor.person)).unit).toBe(units.township.id)
  expect(await breachesIn(house)).toEqual([])
})
