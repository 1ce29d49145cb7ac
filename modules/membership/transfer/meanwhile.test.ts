import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { asNow, memberOf } from '../../../tests/members.ts'
import { findMyLife } from '../life/queries/find-my-life.ts'
import { findMyCard } from '../queries/find-my-card.ts'
import { listRoll } from '../queries/list-roll.ts'
import { acceptTransfer } from './commands/accept-transfer.ts'
import { askTransfer } from './commands/ask-transfer.ts'
import { decideTransfer } from './commands/decide-transfer.ts'
import { objectToTransfer } from './commands/object-to-transfer.ts'

const house = await openHouse()
const { shop, farShop, nation } = house.units
const why = '他本人昨天还在车间上班，没有提过转会'

test('from the wish to the last day of an objection the card is good, dues and vote are as they were, and the roll is the old one (MEM-30)', async () => {
  const member = await memberOf(house, shop)
  const [old, coming] = [await house.officer(shop), await house.officer(farShop)]
  const standing = async (unit: { id: string }) => {
    const actor = await asNow(house, member)
    const card = await house.asks(actor, findMyCard, {})
    const { votes, stands, paysDues, status } = await house.asks(actor, findMyLife, {})
    const { items } = await house.asks(unit === shop ? old : coming, listRoll, { unit: unit.id })
    return {
      card: { status: card.status, unit: card.unit.id, number: card.number },
      life: [status, votes, stands, paysDues],
      onRoll: items.some(({ person }) => person === member.actor.person),
    }
  }
  const before = await standing(shop)
  expect(before).toMatchObject({ card: { status: 'active', unit: shop.id }, onRoll: true })

  const asked = await house.does(member.actor, askTransfer, { unit: farShop.id })
  expect(await standing(shop)).toEqual(before)
  const [row] = await house.rows('select to_cell, incoming_id from membership.transfer where matter_id = $1', [
    asked.matter,
  ])
  await house.does(coming, acceptTransfer, { cell: Number(row?.['to_cell']), matter: String(row?.['incoming_id']) })
  expect(await standing(shop)).toEqual(before)
  const out = { cell: asked.cell, matter: asked.matter }
  await house.does(old, objectToTransfer, { ...out, reason: 'still_here_did_not_ask', note: why })
  house.moveTo('2026-03-20T09:00:00+08:00')
  expect(await standing(shop)).toEqual(before)
  expect((await standing(farShop)).onRoll).toBe(false)

  const decision = { decision: 'overrule', note: '本人在电话里确认要转，异议不成立' }
  await house.does(await house.officer(nation), decideTransfer, { ...out, ...decision })

  const after = await standing(farShop)
  expect(after).toEqual({ ...before, card: { ...before.card, unit: farShop.id } })
  house.moveTo('2026-03-02T09:00:00+08:00')
})
