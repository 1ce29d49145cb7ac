import { expect, test } from 'vitest'
import { matterParts } from '../../../apps/server/matter-parts.ts'
import type { PersonActor, PostActor } from '../../../kernel/command/actor.ts'
import { listQueue } from '../../../kernel/matter/queries/list-queue.ts'
import { openHouse } from '../../../tests/house.ts'
import { breachesIn, standsAt } from '../../../tests/members.ts'
import { listPeople } from '../../../tests/rosters.ts'
import { whoseSession } from '../../people/index.ts'
import { takeDownAsk } from '../../rights/commands/take-down-ask.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { takeRecord } from '../commands/take-record.ts'
import { listMyClaims } from '../queries/list-my-claims.ts'
import { listRoll } from '../queries/list-roll.ts'
import { acceptTransfer } from '../transfer/commands/accept-transfer.ts'
import { askTransfer } from '../transfer/commands/ask-transfer.ts'
import { letTransferGo } from '../transfer/commands/let-transfer-go.ts'
import { transferAtWindow } from '../transfer/commands/transfer-at-window.ts'
import { findTransferTerms } from '../transfer/queries/find-transfer-terms.ts'
import { listMyCalls } from '../transfer/queries/list-my-calls.ts'
import { listTransfers } from '../transfer/queries/list-transfers.ts'
import { findMyConfidence } from './queries/find-my-confidence.ts'

const house = await openHouse()
const { units } = house
const { shop, township, farShop, farCounty } = units
await house.officer(units.nation)
const [boss, next] = [
  await house.officer(shop, 'grassroots_officer'),
  await house.officer(farShop, 'grassroots_officer'),
]
const [holder, there] = [await house.officer(township), await house.officer(farCounty)]
const code = await house.code(shop)

/** Somebody who joined by the shop's code, which is not to know. */
async function confidant(more: object = {}) {
  const person = await house.applies({ code, confidential: true, ...more })
  const { cell = 0, id: matter = '' } = person.outcome.card?.matter ?? {}
  await house.does(holder, confirmApplication, { cell, matter, decidedOn: '2026-03-02' })
  return person
}
const asNow = async ({ actor, cookie }: { actor: PersonActor; cookie: string }): Promise<PersonActor> => ({
  ...actor,
  ...(await whoseSession(house.services, cookie.split('=')[1] ?? '')),
})
/** All that an employer's officer has in front of them: roll, transfers either way, queue, messages. */
async function inFrontOf(officer: PostActor, unit: { id: string }) {
  await house.settled()
  const rows = async (way: 'in' | 'out') => (await house.asks(officer, listTransfers, { unit: unit.id, way })).items
  return {
    roll: (await house.asks(officer, listRoll, { unit: unit.id })).items,
    out: await rows('out'),
    coming: await rows('in'),
    queue: (await house.asks(officer, listQueue(matterParts), { view: 'unit' })).items,
    told: await house.rows('select kind from kernel.message where account_id = $1 order by id', [officer.account]),
    history: await house.rows(
      `select h.* from membership.membership_history h join membership.membership m on m.cell_id = h.cell_id and m.id = h.membership_id
       where m.unit_id = $1 order by h.membership_id, h.number`,
      [unit.id],
    ),
  }
}

test('a confidential member answers their own employer’s roster: it is theirs no more to answer, and the roster’s union sees what it saw', async () => {
  const who = house.stranger()
  await listPeople(house.services, shop, [who])
  const person = await confidant(who)
  // Towards the union that does not know of them there is nothing to answer.
  expect((await house.asks(person.actor, listMyClaims, {})).items).toEqual([])
  const before = await inFrontOf(boss, shop)
  const [row] = await house.rows(
    `select cell_id as cell, id from membership.membership where status = 'listed' and name = $1 and unit_id = $2`,
    [who.name, shop.id],
  )
  const taken = await house.does(person.actor, takeRecord, {
    cell: Number(row?.['cell']),
    membership: String(row?.['id']),
  })

  expect(taken).toEqual({ outcome: 'kept', card: null })
  expect(await inFrontOf(boss, shop)).toEqual(before)
  expect((await standsAt(house, person.actor.person)).unit).toBe(township.id)
  expect(await breachesIn(house)).toEqual([])
})

test('a confidential member who works elsewhere now goes from the one union that holds such members to the other, and neither employer learns of it (MEM-30)', async () => {
  const who = house.stranger()
  await listPeople(house.services, farShop, [who])
  const person = await confidant(who)
  const before = [await inFrontOf(boss, shop), await inFrontOf(next, farShop)]
  const claims = await house.asks(person.actor, listMyClaims, {})
  expect(claims).toMatchObject({ confidential: true, items: [{ unit: { id: farShop.id } }] })
  const [claim] = claims.items
  const taken = await house.does(person.actor, takeRecord, { cell: claim?.cell, membership: claim?.membership })
  expect(taken).toEqual({ outcome: 'kept', card: null })
  expect(await house.asks(person.actor, findMyConfidence, {})).toMatchObject({ employer: { id: farShop.id } })

  const { items } = await house.asks(person.actor, listMyCalls, {})
  expect(items.map(({ to }) => to.id)).toEqual([farCounty.id])
  const asked = await house.does(person.actor, askTransfer, { unit: farCounty.id })
  const [row] = await house.rows('select to_cell, incoming_id from membership.transfer where matter_id = $1', [
    asked.matter,
  ])
  await house.does(there, acceptTransfer, { cell: Number(row?.['to_cell']), matter: String(row?.['incoming_id']) })
  await house.does(holder, letTransferGo, { cell: asked.cell, matter: asked.matter })

  expect(await standsAt(house, person.actor.person)).toMatchObject({ unit: farCounty.id, status: 'active' })
  expect(await house.asks(await asNow(person), findMyConfidence, {})).toMatchObject({
    confidential: true,
    employer: { id: farShop.id },
    acts: ['disclose'],
  })
  expect([await inFrontOf(boss, shop), await inFrontOf(next, farShop)]).toEqual(before)
  expect(await breachesIn(house)).toEqual([])
})

test('whoever is confidential and names an employer’s union moves to the one above it, unless they let it know', async () => {
  const [kept, open] = [await confidant(), await confidant()]
  const terms = await house.asks(kept.actor, findTransferTerms, { unit: farShop.id })
  expect(terms).toMatchObject({ to: { id: farCounty.id }, hiddenFrom: { id: farShop.id } })
  const before = await inFrontOf(next, farShop)
  expect(await house.does(kept.actor, askTransfer, { unit: farShop.id })).toMatchObject({ to: { id: farCounty.id } })
  expect(await inFrontOf(next, farShop)).toEqual(before)

  const told = { unit: farShop.id, disclose: true }
  expect(await house.asks(open.actor, findTransferTerms, told)).toMatchObject({
    to: { id: farShop.id },
    hiddenFrom: null,
  })
  expect(await house.does(open.actor, askTransfer, told)).toMatchObject({ to: { id: farShop.id } })
  // Within the area of the one that holds them now there is nothing to move.
  const { actor } = await confidant()
  await expect(house.does(actor, askTransfer, { unit: units.siblingShop.id })).rejects.toMatchObject({
    code: 'membership.already_there',
  })
})

test('at the window of the union above, a member moves there and stays confidential towards their employer’s union', async () => {
  const { name, identityNumber, phone, actor, cookie } = await house.applies({ unit: shop })
  const [row] = await house.rows('select matter_id from membership.application where person_id = $1', [actor.person])
  await house.does(boss, confirmApplication, { cell: shop.cell, matter: row?.['matter_id'], decidedOn: '2026-03-02' })
  const form = async () => ({
    ...{ unit: farShop.id, name, identityNumber, identityKind: 'resident_card', phone, confidential: true },
    phoneCode: await house.phoneCode(phone),
  })
  await expect(house.does(next, transferAtWindow, await form())).rejects.toMatchObject({ code: 'kernel.absent' })
  const before = await inFrontOf(next, farShop)
  const coming = await house.does(there, transferAtWindow, await form())
  expect(coming).toMatchObject({ to: { id: farCounty.id }, state: 'accepted' })
  const [out] = await house.rows('select cell_id, matter_id from membership.transfer where person_id = $1', [
    actor.person,
  ])
  await house.does(boss, letTransferGo, { cell: out?.['cell_id'], matter: out?.['matter_id'] })

  expect(await house.asks(await asNow({ actor, cookie }), findMyConfidence, {})).toMatchObject({
    confidential: true,
    holder: { id: farCounty.id },
    employer: { id: farShop.id },
  })
  expect(await inFrontOf(next, farShop)).toEqual(before)
})

test('what is asked at the window of the union that holds a confidential member is that union’s to answer, and not the employer’s', async () => {
  const person = await confidant()
  const before = await inFrontOf(boss, shop)
  const taken = await house.does(holder, takeDownAsk, {
    ...{ unit: township.id, channel: 'window', topic: '04', words: '单位没有按时发工资，请不要告诉单位是我说的' },
    ...{ name: person.name, phone: person.phone },
  })
  expect(taken.ask).toMatchObject({ unit: { id: township.id } })
  expect(await inFrontOf(boss, shop)).toEqual(before)
})
