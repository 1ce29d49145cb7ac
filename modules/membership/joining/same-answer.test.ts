import { sendPhoneCode } from '@gongqiao/modules/people/index.ts'
import { expect, test } from 'vitest'
import { type Applicant, openHouse } from '../../../tests/house.ts'
import { applyAtWindow } from '../commands/apply-at-window.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { listRoll } from '../queries/list-roll.ts'
import { noticeVersion } from '../texts/notice.ts'

const house = await openHouse()
const { units } = house
const code = await house.code(units.shop)
const farOfficer = await house.officer(units.farShop)
const consents = { notice: noticeVersion, sensitive: true }

/** A member far away, of whom nobody here may learn. */
async function memberFarAway(): Promise<Applicant> {
  const person = await house.applies({ unit: units.farShop })
  const matter = person.outcome.card?.matter
  await house.does(farOfficer, confirmApplication, { cell: matter?.cell, matter: matter?.id, decidedOn: '2026-03-02' })
  return person
}

/** An answer without what is anybody's own: ids, numbers, secrets. */
function plain(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer)
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
      .replace(/"(number|secret|cardNumber)":"[^"]+"/g, '"$1":"…"'),
  )
}

test('a number that belongs to a member elsewhere takes the same statements and gets the same answer as one nobody knows', async () => {
  const { name, identityNumber } = await memberFarAway()
  const answers: unknown[] = []
  const joins = (wish: { identityNumber?: string }) =>
    house.statementsOf(async () => {
      answers.push(plain((await house.applies({ ...wish, name, code })).outcome))
    })

  await joins({})
  const unknown = await joins({})
  const known = await joins({ identityNumber })

  expect(known).toEqual(unknown)
  expect(unknown.length).toBeGreaterThan(3)
  expect(answers[2]).toEqual(answers[1])
})

test('a code is asked for a bound phone with the same statements and the same answer as for one nobody knows', async () => {
  const { phone } = await memberFarAway()
  const answers: object[] = []
  const asks = (asked: string) =>
    house.statementsOf(async () => {
      answers.push(await house.does(house.anyone(), sendPhoneCode, { phone: asked }))
    })
  await house.rows('delete from people.phone_code')

  await asks(house.stranger().phone)
  const unknown = await asks(house.stranger().phone)
  const known = await asks(phone)

  expect(known).toEqual(unknown)
  expect(answers[2]).toEqual({ ...answers[1], sentTo: expect.stringMatching(/^154\*+/) })
})

test('a window that types a member’s number and bound phone sends the same statements and sees what it would of anybody', async () => {
  const officer = await house.officer(units.shop)
  const member = await memberFarAway()
  const answers: unknown[] = []
  const types = (person: { name: string; identityNumber: string; phone: string }) =>
    house.statementsOf(async () => {
      const { name, identityNumber, phone } = person
      const proof = { kind: 'code', phoneCode: await house.phoneCode(phone) }
      const form = { unit: units.shop.id, name, identityKind: 'resident_card', identityNumber, phone, proof, consents }
      answers.push(await house.does(officer, applyAtWindow, form))
    })
  const stranger = { ...house.stranger(), name: member.name }

  await types({ ...house.stranger(), name: member.name })
  const unknown = await types(stranger)
  const known = await types(member)

  expect(known).toEqual(unknown)
  const [, free, bound] = answers.map((answer) =>
    Object.keys(answer ?? {}).map((field) => [field, typeOf(answer, field)]),
  )
  expect(bound).toEqual(free)
})

test('a roll and a search of an officer count and show nobody outside, member elsewhere or not', async () => {
  const officer = await house.officer(units.siblingShop)
  const before = await house.asks(officer, listRoll, { unit: units.siblingShop.id })

  await memberFarAway()

  expect(await house.asks(officer, listRoll, { unit: units.siblingShop.id })).toEqual(before)
})

const typeOf = (answer: unknown, field: string) => {
  const value = answer !== null && typeof answer === 'object' ? Reflect.get(answer, field) : undefined
  return value === null ? 'null' : typeof value
}
