import { expect, test } from 'vitest'
import { reactAll } from '../../kernel/facts/reaction.ts'
import { openHouse } from '../../tests/house.ts'
import { memberOf } from '../../tests/members.ts'
import { expectEveryChangeFound, linesOf, takeRecord } from '../../tests/records.ts'
import { sayNotMe } from './commands/say-not-me.ts'
import { listAlerts } from './queries/list-alerts.ts'
import { membershipReactions } from './reactions.ts'

const house = await openHouse()
const { shop, farShop } = house.units

test('the record of a report “this is not me” says where somebody applied with that number, and not with which (MEM-13)', async () => {
  const officer = await house.officer(shop)
  const victim = await memberOf(house, shop)
  const { name, identityNumber } = victim
  await house.applies({ unit: farShop, name, identityNumber, phone: house.stranger().phone })
  await house.settled()
  await reactAll(house.jobPool, membershipReactions(house.services), (error) => {
    throw error
  })
  const [alert] = (await house.asks(victim.actor, listAlerts, {})).items
  await house.does(victim.actor, sayNotMe, { cell: alert?.cell, alert: alert?.id })
  const [row] = await house.rows(`select cell_id, id from kernel.matter where kind = 'membership.not_me'`)

  const record = await takeRecord(house, officer, { cell: Number(row?.['cell_id']), matter: String(row?.['id']) })

  expect(linesOf(record)).toEqual([
    ['申告的是', '有人用本人的证件号码申请入会'],
    ['向哪家工会申请', farShop.name],
    ['申请时间', alert?.at],
  ])
  expect(record.json).not.toContain(identityNumber)
  expectEveryChangeFound(record)
})
