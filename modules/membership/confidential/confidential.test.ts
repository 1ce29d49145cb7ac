import { perform } from '@gongqiao/kernel/command/perform.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { applyAtWindow } from '../commands/apply-at-window.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { submitApplication } from '../commands/submit-application.ts'
import { noticeVersion } from '../index.ts'
import { findMyCard } from '../queries/find-my-card.ts'
import { listJoiningCodes } from '../queries/list-joining-codes.ts'
import { listRoll } from '../queries/list-roll.ts'
import { searchPeople } from '../queries/search-people.ts'
import { discloseMembership } from './commands/disclose-membership.ts'
import { hideMembership } from './commands/hide-membership.ts'
import { countByEmployer } from './queries/count-by-employer.ts'
import { findMyConfidence } from './queries/find-my-confidence.ts'

const house = await openHouse()
const { units } = house
const boss = await house.officer(units.shop, 'grassroots_officer')
const upper = await house.officer(units.township)
const code = await house.code(units.shop)
const consents = { notice: noticeVersion, sensitive: true }

/** Somebody joins by the shop's code, confidentially. */
async function confidant(more: object = {}) {
  const person = await house.applies({ code, confidential: true, ...more })
  const { cell = 0, id: matter = '' } = person.outcome.card?.matter ?? {}
  await house.does(upper, confirmApplication, { cell, matter, decidedOn: '2026-03-02' })
  const [row] = await house.rows(`select id from membership.membership where person_id = $1 and status = 'active'`, [
    person.actor.person,
  ])
  return { ...person, key: { cell, membership: String(row?.id) } }
}
const rollOf = async (officer: typeof boss, unit: { id: string }) =>
  (await house.asks(officer, listRoll, { unit: unit.id })).items.map(({ person }) => person)

test('who joins confidentially is held by the union above: the employer’s union has them on no roll, and its code counts nobody', async () => {
  const person = await confidant()

  expect(await rollOf(boss, units.shop)).not.toContain(person.actor.person)
  expect(await rollOf(upper, units.township)).toContain(person.actor.person)
  const { items } = await house.asks(boss, listJoiningCodes, { unit: units.shop.id })
  expect(items.map(({ used }) => used)).toEqual([0])
  expect(await house.asks(person.actor, findMyCard, {})).toMatchObject({
    status: 'active',
    unit: { id: units.township.id },
  })
  expect(await house.asks(person.actor, findMyConfidence, {})).toMatchObject({
    confidential: true,
    employer: { id: units.shop.id },
    acts: ['disclose'],
  })
})

test('which employer it is stands in no table in the clear', async () => {
  const person = await confidant()

  const [row] = await house.rows(
    'select encode(employer, $2) as employer from membership.confidence where membership_id = $1',
    [person.key.membership, 'escape'],
  )

  expect(String(row?.employer)).not.toContain(units.shop.id)
})

test('the member alone discloses, and can take it back: the employer’s union has them then, and has them no more', async () => {
  const [person, other] = [await confidant(), await confidant()]
  await expect(house.does(other.actor, discloseMembership, person.key)).rejects.toMatchObject({ code: 'kernel.absent' })

  const told = await house.does(person.actor, discloseMembership, person.key)
  expect(told).toMatchObject({ confidential: false, holder: { id: units.shop.id }, acts: ['hide'] })
  expect(await rollOf(boss, units.shop)).toContain(person.actor.person)
  const hidden = await house.does(person.actor, hideMembership, { cell: told.cell, membership: told.membership })

  expect(hidden).toMatchObject({
    confidential: true,
    holder: { id: units.township.id },
    employer: { id: units.shop.id },
  })
  expect(await rollOf(boss, units.shop)).not.toContain(person.actor.person)
  const found = await house.asks(boss, searchPeople, { unit: units.shop.id, text: person.name })
  expect(found.items.map(({ person: who }) => who)).not.toContain(person.actor.person)
  expect(await house.asks(person.actor, findMyCard, {})).toMatchObject({ status: 'active' })
})

test('at the window of the union above somebody joins confidentially; the employer’s own window cannot', async () => {
  const { phone, ...person } = house.stranger()
  const proof = { kind: 'code', phoneCode: await house.phoneCode(phone) }
  const form = {
    unit: units.shop.id,
    ...person,
    phone,
    identityKind: 'resident_card',
    proof,
    consents,
    confidential: true,
  }

  await expect(house.does(boss, applyAtWindow, form)).rejects.toMatchObject({ code: 'kernel.absent' })
  const view = await house.does(upper, applyAtWindow, form)

  expect(view.unit.id).toBe(units.township.id)
  expect(await rollOf(boss, units.shop)).not.toContain(view.person)
})

test('a confidential member who scans another employer’s code stays confidential, towards that one', async () => {
  const person = await confidant()
  const { name, identityNumber, phone } = person
  const next = await house.code(units.siblingShop)
  const form = {
    code: next,
    name,
    identityKind: 'resident_card',
    identityNumber,
    phone,
    phoneCode: await house.phoneCode(phone),
  }

  const { answer } = await perform(house.services, house.anyone(), submitApplication, { ...form, consents })

  expect(answer).toMatchObject({ outcome: 'member_already', memberOf: { id: units.township.id } })
  expect(await house.asks(person.actor, findMyConfidence, {})).toMatchObject({ employer: { id: units.siblingShop.id } })
  expect(
    await house.rows('select to_unit_id from membership.transfer_call where person_id = $1', [person.actor.person]),
  ).toEqual([])
})

test('the roster of an employer that names a confidential member stays what it is, a line nobody has claimed', async () => {
  const { listPeople } = await import('../../../tests/rosters.ts')
  const who = house.stranger()
  await listPeople(house.services, units.shop, [who])

  const person = await confidant(who)

  const roll = await house.asks(boss, listRoll, { unit: units.shop.id, status: 'listed' })
  const line = roll.items.find(({ name, person: id }) => name === who.name && id !== person.actor.person)
  expect(line).toMatchObject({ status: 'listed', claimed: false })
})

test('a union without one above it that is no employer’s has nobody to hold confidential members', async () => {
  const top = await house.code(units.township)

  await expect(house.applies({ code: top, confidential: true })).rejects.toMatchObject({
    code: 'membership.nobody_above',
  })
})

test('figures by employer count whom the employer does not know of, and hide what is small so that nobody can work it out (G-03)', async () => {
  const people = Array.from({ length: 14 }, () => ({ ...house.stranger(), phone: null }))
  const { listPeople } = await import('../../../tests/rosters.ts')
  await listPeople(house.services, units.siblingShop, people)
  const before = await house.asks(upper, countByEmployer, { unit: units.township.id })

  const figures = new Map(before.items.map(({ unit, people: shown, small }) => [unit.id, { shown, small }]))
  expect(figures.get(units.shop.id)).toEqual({ shown: null, small: true })
  expect(figures.get(units.siblingShop.id)?.shown).toBeNull()
  expect(before.total).toBeGreaterThan(14)
  await expect(house.asks(boss, countByEmployer, { unit: units.shop.id })).rejects.toMatchObject({
    code: 'membership.employers_by_county',
  })
})
