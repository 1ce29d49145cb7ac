import { expect, test } from 'vitest'
import { type Applicant, openHouse } from '../../../tests/house.ts'
import { listPeople } from '../../../tests/rosters.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { listRoll } from '../queries/list-roll.ts'
import { mergeRecords } from './commands/merge-records.ts'
import { undoMerge } from './commands/undo-merge.ts'
import { listDuplicates } from './queries/list-duplicates.ts'
import { listMerges } from './queries/list-merges.ts'
import { previewMerge } from './queries/preview-merge.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
const beside = await house.officer(units.siblingShop)
const code = await house.code(units.shop)
const { cell } = units.shop

const rowOf = async (person: string) =>
  String((await house.rows(`select id from membership.membership where person_id = $1`, [person]))[0]?.id)
async function member(more: object = {}): Promise<Applicant & { membership: string }> {
  const person = await house.applies({ code, ...more })
  await house.does(officer, confirmApplication, {
    cell,
    matter: person.outcome.card?.matter?.id,
    decidedOn: '2026-03-02',
  })
  return { ...person, membership: await rowOf(person.actor.person) }
}
/** Somebody with the same name, birth date and sex under another number: one digit was mistyped. */
async function twin(of: { name: string; identityNumber: string }): Promise<{ membership: string; person: string }> {
  const { makeIdentityNumber } = await import('@gongqiao/codes')
  const sequence = (Number(of.identityNumber.slice(14, 17)) + 2) % 1000
  const birthDate = of.identityNumber.slice(6, 14).replace(/(....)(..)(..)/, '$1-$2-$3')
  const identityNumber = makeIdentityNumber({ address: '440104', birthDate, sequence })
  await listPeople(house.services, units.shop, [{ name: of.name, identityNumber, phone: null, since: '2020-05-01' }])
  const [row] = await house.rows(
    `select id, person_id from membership.membership where status = 'listed' and name = $1 order by applied_at desc, id desc limit 1`,
    [of.name],
  )
  return { membership: String(row?.id), person: String(row?.person_id) }
}
const statusOf = async (membership: string) =>
  (await house.rows('select status, since::text from membership.membership where id = $1', [membership]))[0]
let names = 0
const unlike = () => `欧阳重${String.fromCodePoint(0x4e00 + names++)}`

test('two records with one name, birth date and sex are found inside one’s own union, and in nobody else’s', async () => {
  const one = await member({ name: unlike() })
  const other = await twin(one)

  const mine = await house.asks(officer, listDuplicates, { unit: units.shop.id })
  const theirs = await house.asks(beside, listDuplicates, { unit: units.siblingShop.id })

  const pair = mine.items.find((item) => [item.one.membership, item.other.membership].includes(other.membership))
  expect(pair).toMatchObject({ why: 'name_birth_sex' })
  expect([pair?.one.membership, pair?.other.membership]).toContain(one.membership)
  expect(theirs.items).toEqual([])
})

test('a roster’s row and a member under one number are found by the number', async () => {
  const one = await member({ name: unlike() })
  await listPeople(house.services, units.shop, [{ ...one, name: unlike() }])

  const { items } = await house.asks(officer, listDuplicates, { unit: units.shop.id })

  expect(
    items.filter(({ why }) => why === 'number').map((item) => [item.one.membership, item.other.membership]),
  ).toEqual([expect.arrayContaining([one.membership])])
})

test('a preview shows every field of both and of what stays; nothing has changed by it', async () => {
  const one = await member({ name: unlike() })
  const other = await twin(one)

  const preview = await house.asks(officer, previewMerge, { cell, keep: one.membership, drop: other.membership })

  expect(preview).toMatchObject({
    keep: { status: 'active', since: '2026-03-02', signsIn: true },
    drop: { status: 'listed', since: '2020-05-01', signsIn: false },
    after: { membership: one.membership, since: '2020-05-01' },
    earlierSince: '2020-05-01',
    undoUntil: '2026-04-01',
  })
  expect(await statusOf(other.membership)).toMatchObject({ status: 'listed' })
})

test('making them one ends the other, takes the earlier day, and the figures count one person less', async () => {
  const one = await member({ name: unlike() })
  const other = await twin(one)
  await house.settled()
  const counted = async () =>
    Number(
      (await house.rows('select own_on_roll as n from insight.unit_count where unit_id = $1', [units.shop.id]))[0]?.n,
    )
  const before = await counted()

  const merged = await house.does(officer, mergeRecords, {
    cell,
    keep: one.membership,
    drop: other.membership,
    earlierSince: true,
  })
  await house.settled()

  expect(merged).toMatchObject({ undone: false, kept: { since: '2020-05-01' }, dropped: { status: 'ended' } })
  expect(await counted()).toBe(before - 1)
  const roll = await house.asks(officer, listRoll, { unit: units.shop.id })
  expect(roll.items.map(({ membership }) => membership)).not.toContain(other.membership)
  const listed = await house.rows('select from membership.listed_directory where membership_id = $1', [
    other.membership,
  ])
  expect(listed).toEqual([])
})

test('an undo within 30 days puts both back as they stood, and a second one is refused', async () => {
  const one = await member({ name: unlike() })
  const other = await twin(one)
  const input = { cell, keep: one.membership, drop: other.membership, earlierSince: true }
  const { merge } = await house.does(officer, mergeRecords, input)

  const after = await house.does(officer, undoMerge, { cell, merge })

  expect(after).toMatchObject({ undone: true, kept: { since: '2026-03-02' }, dropped: { status: 'listed' } })
  expect(
    await house.rows('select from membership.listed_directory where membership_id = $1', [other.membership]),
  ).toHaveLength(1)
  await expect(house.does(officer, undoMerge, { cell, merge })).rejects.toMatchObject({
    code: 'membership.merge_undone',
  })
})

test('two members are made one and come apart again with number, phone and sign-in', async () => {
  const name = unlike()
  const one = await member({ name })
  const other = await member({ name: unlike() })
  const { merge } = await house.does(officer, mergeRecords, {
    ...{ cell, keep: one.membership, drop: other.membership, earlierSince: false },
  })
  const holds = (person: string) => house.rows('select from people.identity_directory where person_id = $1', [person])
  const reached = (account: string) => house.rows('select from people.phone_directory where account_id = $1', [account])
  expect([await holds(other.actor.person), await reached(other.actor.account)]).toEqual([[], []])

  await house.does(officer, undoMerge, { cell, merge })

  expect((await holds(other.actor.person)).length + (await reached(other.actor.account)).length).toBe(2)
  expect(await statusOf(other.membership)).toMatchObject({ status: 'active' })
})

test('after 30 days, and where the number has another holder, an undo is refused', async () => {
  const [one, other] = [await member({ name: unlike() }), await member({ name: unlike() })]
  const { merge } = await house.does(officer, mergeRecords, {
    ...{ cell, keep: one.membership, drop: other.membership, earlierSince: false },
  })
  await member({ name: other.name, identityNumber: other.identityNumber })

  await expect(house.does(officer, undoMerge, { cell, merge })).rejects.toMatchObject({
    code: 'membership.number_of_another',
  })
  house.moveTo('2026-04-02T09:00:00+08:00')
  await expect(house.does(officer, undoMerge, { cell, merge })).rejects.toMatchObject({
    code: 'membership.merge_too_late',
  })
  house.moveTo('2026-03-02T09:00:00+08:00')
})

test('what cannot be one is said: one record, a lesser kept over a greater, an application to be decided', async () => {
  const one = await member({ name: unlike() })
  const other = await twin(one)
  const open = await house.applies({ code, name: unlike() })
  const applied = await rowOf(open.actor.person)
  const merging = (keep: string, drop: string) =>
    house.does(officer, mergeRecords, { cell, keep, drop, earlierSince: false })

  await expect(merging(one.membership, one.membership)).rejects.toMatchObject({ code: 'membership.merge_not_two' })
  await expect(merging(other.membership, one.membership)).rejects.toMatchObject({
    code: 'membership.merge_keep_greater',
  })
  await expect(merging(one.membership, applied)).rejects.toMatchObject({ code: 'membership.merge_decide_first' })
  await expect(
    house.does(beside, mergeRecords, { cell, keep: one.membership, drop: other.membership, earlierSince: false }),
  ).rejects.toMatchObject({ code: 'kernel.absent' })
})

test('what was made one is listed with who did it, until when it can be undone', async () => {
  const one = await member({ name: unlike() })
  const other = await twin(one)
  const { merge } = await house.does(officer, mergeRecords, {
    ...{ cell, keep: one.membership, drop: other.membership, earlierSince: false },
  })

  const { items } = await house.asks(officer, listMerges, { unit: units.shop.id })

  expect(items.find((item) => item.merge === merge)).toMatchObject({
    by: expect.stringContaining(units.shop.name),
    undoUntil: '2026-04-01',
  })
})
