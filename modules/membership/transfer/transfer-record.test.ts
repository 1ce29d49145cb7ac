import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { asNow, memberOf } from '../../../tests/members.ts'
import { expectEveryChangeFound, linesOf, takeRecord } from '../../../tests/records.ts'
import { acceptTransfer } from './commands/accept-transfer.ts'
import { askTransfer } from './commands/ask-transfer.ts'
import { objectToTransfer } from './commands/object-to-transfer.ts'

const house = await openHouse()
const { shop, farShop } = house.units

test('the records of a transfer say between whom, how it was asked for, and the objection; the new union’s no more than its view (MEM-30, MEM-31)', async () => {
  const [old, coming] = [await house.officer(shop), await house.officer(farShop)]
  const member = await memberOf(house, shop)
  const asked = await house.does(await asNow(house, member), askTransfer, { unit: farShop.id })
  const out = { cell: asked.cell, matter: asked.matter }
  const [row] = await house.rows('select to_cell, incoming_id from membership.transfer where matter_id = $1', [
    asked.matter,
  ])
  const into = { cell: Number(row?.['to_cell']), matter: String(row?.['incoming_id']) }
  await house.does(coming, acceptTransfer, into)
  const note = '他本人昨天还在车间上班，没有提过转会'
  await house.does(old, objectToTransfer, { ...out, reason: 'still_here_did_not_ask', note })

  const left = await takeRecord(house, old, out)
  const came = await takeRecord(house, coming, into)

  expect(linesOf(left)).toEqual([
    ['转出工会', shop.name],
    ['转入工会', farShop.name],
    ['怎样提出', '本人网上提出'],
    ['提出时间', asked.askedAt],
    ['转入工会已同意', '是'],
    ['理由', '仍在本单位工作，本人没有提出转会'],
    ['说明', note],
    ['提出时间', expect.any(String)],
    ['由哪家工会决定', expect.any(String)],
  ])
  expect(linesOf(came)).toEqual([
    ['姓名', member.name],
    ['证件号码', expect.stringMatching(/^..\*+.$/)],
    ['转出工会', shop.name],
    ['转入工会', farShop.name],
    ['怎样提出', '本人网上提出'],
    ['提出时间', asked.askedAt],
  ])
  expect(came.json).not.toContain(note)
  expect(came.json).not.toContain(member.identityNumber)
  for (const record of [left, came]) expectEveryChangeFound(record)
  expect(linesOf(await takeRecord(house, await asNow(house, member), out))).toEqual(linesOf(left))
})
