import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { memberOf, standsAt } from '../../../tests/members.ts'
import { submitApplication } from '../commands/submit-application.ts'
import { noticeVersion } from '../texts/notice.ts'
import { answerCall } from './commands/answer-call.ts'
import { askTransfer } from './commands/ask-transfer.ts'
import { inviteMember } from './commands/invite-member.ts'
import { letTransferGo } from './commands/let-transfer-go.ts'
import { transferAtWindow } from './commands/transfer-at-window.ts'
import { listInvited } from './queries/list-invited.ts'
import { listMyCalls } from './queries/list-my-calls.ts'
import { searchUnions } from './queries/search-unions.ts'
import { callWhoWasInvited } from './reactions.ts'

const house = await openHouse()
const { units } = house
const { shop, farShop } = units
const kind = 'resident_card'

/** What follows from an invitation, as the pump lets it follow. */
const react = (invitation: string) =>
  callWhoWasInvited(house.services).react(farShop.cell, [
    { number: 1, name: 'membership.member_invited', body: { invitation, unit: farShop.id }, at: house.now() },
  ])

test('whoever scans another union’s code and proves the bound phone is asked, and the answer is theirs (T-MEM-1)', async () => {
  const member = await memberOf(house, shop)
  const form = {
    ...{
      code: await house.code(farShop),
      name: member.name,
      identityKind: kind,
      identityNumber: member.identityNumber,
    },
    ...{ phone: member.phone, phoneCode: await house.phoneCode(member.phone) },
    consents: { notice: noticeVersion, sensitive: true },
  }
  expect((await house.does(house.anyone(), submitApplication, form)).outcome).toBe('member_already')
  await house.phoneCode(member.phone)
  await house.does(house.anyone(), submitApplication, form)
  const { items } = await house.asks(member.actor, listMyCalls, {})
  expect(items).toMatchObject([{ to: { id: farShop.id }, from: { id: shop.id }, origin: 'scan' }])
  const [call] = items
  if (!call) throw new Error('a question waits')
  await house.does(member.actor, answerCall, { cell: call.cell, call: call.id })
  expect((await house.asks(member.actor, listMyCalls, {})).items).toEqual([])
  expect((await standsAt(house, member.actor.person)).unit).toBe(shop.id)
})

test('a union that invites somebody hears the same of a member elsewhere, of one of nowhere, and of whoever says no (design 2.3)', async () => {
  const [member, unwilling] = [await memberOf(house, shop), await memberOf(house, shop)]
  const nobody = house.stranger()
  const officer = await house.officer(farShop)
  const statements: string[][] = []
  for (const { name, identityNumber } of [member, unwilling, nobody]) {
    statements.push(
      await house.statementsOf(async () => {
        const asked = await house.does(officer, inviteMember, {
          unit: farShop.id,
          name,
          identityKind: kind,
          identityNumber,
        })
        expect(asked).toMatchObject({ name, state: 'asked' })
      }),
    )
  }
  expect(statements[1]).toEqual(statements[0])
  expect(statements[2]).toEqual(statements[0])
  const page = await house.asks(officer, listInvited, { unit: farShop.id })
  for (const { id } of page.items) await react(id)
  for (const { id } of page.items) await react(id)
  const [call] = (await house.asks(unwilling.actor, listMyCalls, {})).items
  if (!call) throw new Error('a question waits')
  await house.does(unwilling.actor, answerCall, { cell: call.cell, call: call.id })
  const after = await house.asks(officer, listInvited, { unit: farShop.id })
  expect(after).toEqual(page)
  expect(after.items.map(({ state }) => state)).toEqual(['asked', 'asked', 'asked'])

  const asked = await house.does(member.actor, askTransfer, { unit: farShop.id })
  expect(asked).toMatchObject({ channel: 'invited', accepted: true })
  const came = await house.asks(officer, listInvited, { unit: farShop.id })
  expect(came.items.find(({ name }) => name === member.name)?.state).toBe('came')
  await house.does(await house.officer(shop), letTransferGo, { cell: asked.cell, matter: asked.matter })
  expect((await standsAt(house, member.actor.person)).unit).toBe(farShop.id)
})

test('whoever said no to a union is left in peace by it for ninety days', async () => {
  const member = await memberOf(house, shop)
  const officer = await house.officer(farShop)
  const invites = async () => {
    const { name, identityNumber } = member
    const { id } = await house.does(officer, inviteMember, {
      unit: farShop.id,
      name,
      identityKind: kind,
      identityNumber,
    })
    await react(id)
    return (await house.asks(member.actor, listMyCalls, {})).items
  }
  const [call] = await invites()
  if (!call) throw new Error('a question waits')
  await house.does(member.actor, answerCall, { cell: call.cell, call: call.id })
  expect(await invites()).toEqual([])
})

test('at the window of the new union the code on the member’s own phone is their yes; the old union still has its days', async () => {
  const member = await memberOf(house, shop)
  const officer = await house.officer(farShop)
  const { name, identityNumber, phone } = member
  const form = { unit: farShop.id, name, identityKind: kind, identityNumber, phone }
  const view = await house.does(officer, transferAtWindow, { ...form, phoneCode: await house.phoneCode(phone) })
  expect(view).toMatchObject({ state: 'accepted', from: { id: shop.id }, channel: 'window' })
  expect((await standsAt(house, member.actor.person)).unit).toBe(shop.id)
  const [row] = await house.rows('select cell_id, matter_id from membership.transfer where incoming_id = $1', [
    view.matter,
  ])
  await house.does(await house.officer(shop), letTransferGo, {
    cell: Number(row?.['cell_id']),
    matter: String(row?.['matter_id']),
  })
  expect((await standsAt(house, member.actor.person)).unit).toBe(farShop.id)
})

test('at the window one answer is given whatever does not belong together: a stranger’s number, another name, another phone (design 2.3)', async () => {
  const [member, other] = [await memberOf(house, shop), await memberOf(house, shop)]
  const officer = await house.officer(farShop)
  const nobody = house.stranger()
  const tries = [
    { ...member, phone: nobody.phone },
    { ...member, name: nobody.name === member.name ? '李不同' : nobody.name },
    { ...member, phone: other.phone },
    nobody,
  ]
  for (const { name, identityNumber, phone } of tries) {
    const form = {
      unit: farShop.id,
      name,
      identityKind: kind,
      identityNumber,
      phone,
      phoneCode: await house.phoneCode(phone),
    }
    await expect(house.does(officer, transferAtWindow, form)).rejects.toMatchObject({
      code: 'membership.transfer_not_proved',
    })
  }
  await house.phoneCode(member.phone)
  const form = {
    unit: farShop.id,
    name: member.name,
    identityKind: kind,
    identityNumber: member.identityNumber,
    phone: member.phone,
    phoneCode: '000000',
  }
  await expect(house.does(officer, transferAtWindow, form)).rejects.toMatchObject({ code: 'people.phone_code_wrong' })
})

test('a member finds unions of the whole country by name, with those above them', async () => {
  const member = await memberOf(house, shop)
  const { items } = await house.asks(member.actor, searchUnions, { text: '龙游造纸' })
  expect(items.map(({ unit, above }) => [unit.id, above.at(-1)?.id])).toEqual([[farShop.id, units.farCounty.id]])
})
