import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { expect, test } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { codes, employerCode, foundingsOf, key, plant } from '../../../tests/foundings.ts'
import { openHouse } from '../../../tests/house.ts'
import { approveResult } from './commands/approve-result.ts'
import { askForUnion } from './commands/ask-for-union.ts'
import { beginFoundingAtDesk } from './commands/begin-founding.ts'
import { changeFounding } from './commands/change-founding.ts'
import { declineFounding } from './commands/decline-founding.ts'
import { joinExisting } from './commands/join-existing.ts'
import { stopFounding } from './commands/stop-founding.ts'
import { withdrawAsk } from './commands/withdraw-ask.ts'
import type { FoundingView } from './contract.ts'
import { foundingInvariants } from './invariants.ts'
import { listAsks } from './queries/list-asks.ts'

const house = await openHouse()
const { township, siblingTownship, farCounty, shop, siblingShop } = house.units
const upper = await house.officer(township)
const next = await house.officer(siblingTownship)
const far = await house.officer(farCounty)
const { begin, upTo } = foundingsOf(house, upper)

let ordinals = 5_000
const fresh = (name = '一个厂') => ({ name, creditCode: employerCode(++ordinals), employees: 30 })
const atDesk = (officer: typeof upper, unit: { readonly id: string }, employers: readonly object[], more = {}) =>
  house.does(officer, beginFoundingAtDesk, { unit: unit.id, ...plant, name: '又一家工会', employers, ...more })
const alone = '/employers/0/creditCode organization.founding'

/** What a refusal says of one field to whoever reads it. */
async function told(work: Promise<unknown>) {
  const refused = await work.catch((error: unknown) => error)
  return refused instanceof Refusal ? refused.faults.map(({ variables }) => variables) : []
}

async function worker(unit: { readonly id: string }, employer: object) {
  const { name, phone } = house.stranger()
  const typed = { name, phone, phoneCode: await house.phoneCode(phone) }
  return () => house.does(house.anyone(), askForUnion, { upper: unit.id, askedAs: 'worker', employer, ...typed })
}

test('an employer that has a union gets no second one, in its street, the next, or another county (ORG-07)', async () => {
  const view = await upTo('approved')

  for (const [officer, unit] of [
    [upper, township],
    [next, siblingTownship],
    [far, farCounty],
  ] as const) {
    const second = () => atDesk(officer, unit, view.employers)
    expect(await codes(second())).toEqual(['kernel.invalid_input', `${alone}.union_there`])
    expect(await told(second())).toEqual([{ union: view.name }])
  }
  const ask = await worker(siblingTownship, { name: '沙面灯具厂', creditCode: view.employers[0]?.creditCode })
  expect(await codes(ask())).toEqual(['kernel.invalid_input', '/employer/creditCode organization.founding.union_there'])
})

test('while one is being founded nobody founds another, and whoever tries is told which union has it in hand (ORG-07)', async () => {
  const view = await upTo('recruiting')
  const { employers } = view

  expect(await codes(atDesk(upper, township, employers))).toEqual(['kernel.invalid_input', `${alone}.in_hand`])
  expect(await codes(atDesk(far, farCounty, employers))).toEqual(['kernel.invalid_input', `${alone}.in_hand`])
  expect(await told(atDesk(next, siblingTownship, employers))).toEqual([{ upper: township.name }])

  await house.does(upper, stopFounding, { ...key(view), reason: 'other_place' })
  const there = await atDesk(next, siblingTownship, employers)
  await house.does(next, declineFounding, { ...key(there), reason: 'other' })
  expect((await atDesk(far, farCounty, employers)).state).toBe('requested')
})

test('of two streets that begin at once one has the employer, and the other is told so (ORG-07)', async () => {
  const employers = [fresh(), fresh()]
  const both = await Promise.allSettled([
    atDesk(upper, township, employers, { form: 'joint' }),
    atDesk(next, siblingTownship, employers.toReversed(), { form: 'joint' }),
  ])

  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(lost instanceof Refusal && lost.faults.map(({ code }) => code)).toEqual([
    'organization.founding.in_hand',
    'organization.founding.in_hand',
  ])
})

test('of a joint union each employer is looked at by itself, and nothing is held where one is refused (ORG-07, ORG-11)', async () => {
  const [mine, theirs, free] = [fresh('甲店'), fresh('乙店'), fresh('丙店')]
  const covered = (await upTo('approved', { employers: [mine] })).name
  await atDesk(next, siblingTownship, [theirs])
  const joint = { form: 'joint', employers: [free, mine, { name: '丁店' }, theirs] }

  expect(await codes(begin(joint))).toEqual([
    'kernel.invalid_input',
    '/employers/1/creditCode organization.founding.union_there',
    '/employers/3/creditCode organization.founding.in_hand',
  ])
  expect(await told(begin(joint))).toEqual([{ union: covered }, { upper: siblingTownship.name }])
  const left = await atDesk(next, siblingTownship, [free])
  expect(left.state).toBe('requested')
  expect(await codes(house.does(next, changeFounding, { ...key(left), ...plant, employers: [theirs] }))).toEqual([
    'kernel.invalid_input',
    `${alone}.in_hand`,
  ])
})

test('a village, a federation and an industry stand above unions of members and take in their employers (ORG-06, ORG-07)', async () => {
  const { employers } = await upTo('approved')
  for (const form of ['village', 'federation', 'industry', 'catch_all'])
    expect((await begin({ form, employers })).state).toBe('requested')
})

test('workers who ask at two places at once are joined to one founding, and neither learns of the other (ORG-07)', async () => {
  const employer = fresh('两处问的厂')
  const asks = [await worker(township, employer), await worker(siblingTownship, employer)]
  const made = await Promise.all(asks.map((ask) => ask()))

  const [founding, ...more] = await house.rows(
    `select f.cell_id as cell, f.matter_id as matter, f.asks, f.host_unit_id as host from organization.founding f
     join organization.founding_employer e on e.cell_id = f.cell_id and e.matter_id = f.matter_id where e.credit_code = $1`,
    [employer.creditCode],
  )
  expect([founding?.asks, more]).toEqual([2, []])
  const [own, other] = founding?.host === township.id ? [upper, next] : [next, upper]
  const at = { cell: Number(founding?.cell), matter: String(founding?.matter) }
  expect((await house.asks(own, listAsks, at)).items).toHaveLength(2)
  await expect(house.asks(other, listAsks, at)).rejects.toThrow('kernel.absent')
  expect(new Set(made.map(({ ask }) => ask.upper.id))).toEqual(new Set([founding?.host]))

  for (const { follow } of made) await house.does(house.anyone(), withdrawAsk, { follow })
  expect((await atDesk(far, farCounty, [employer])).state).toBe('requested')
})

test('whoever asks across a county is joined to the founding that is open there (ORG-07)', async () => {
  const employer = fresh('外县的厂')
  await atDesk(far, farCounty, [employer])
  const { ask } = await (await worker(township, employer))()
  expect(ask.upper.id).toBe(farCounty.id)
})

test('nothing is approved and nobody is taken in where another union covers the employer by now (ORG-07)', async () => {
  const [founded, small] = [fresh('后来的厂'), fresh('小店')]
  const waiting = await upTo('result_reported', { employers: [founded] })
  const joint = await upTo('preparing', { form: 'joint', employers: [fresh()] })
  const asked = await begin({ employers: [small], membersExpected: 3 })
  for (const { name, creditCode } of [founded, small])
    await house.rows(
      `with employer as (
         insert into organization.employer (cell_id, id, path, name, credit_code) values ($1, gen_random_uuid(), $2, $3, $4) returning id
       ) insert into organization.covered_unit (cell_id, unit_id, employer_id, valid_from) select $1, $5, id, '2026-01-01' from employer`,
      [township.cell, shop.path, name, creditCode, shop.id],
    )

  const approve = house.does(upper, approveResult, { ...key(waiting), on: '2026-03-02' })
  await expect(approve).rejects.toMatchObject({
    code: 'organization.founding.second_union',
    variables: { employer: founded.name, union: shop.name },
  })
  await expect(house.does(upper, joinExisting, { ...key(asked), unit: joint.unit?.id })).rejects.toThrow(
    'organization.founding.second_union',
  )
})

test('verify names two unions in one employer, and a founding that does not have its employer in hand (ORG-07)', async () => {
  const broken = async () => {
    const found: string[] = []
    const onBreach = (_: unknown, { words }: { words: string }) => found.push(words)
    await verify(house.services.pool, foundingInvariants, { onBreach }, new AbortController().signal)
    return found
  }
  const view = await upTo('approved')
  const open = await begin()
  expect(await broken()).toEqual([])

  const cover = (sql: string) => house.rows(sql, [siblingShop.id, view.cell, coveredBy(view)])
  await cover(`insert into organization.covered_unit (cell_id, unit_id, employer_id, valid_from)
    select $2, $1, employer_id, '2026-01-01' from organization.covered_unit where cell_id = $2 and unit_id = $3`)
  expect(await broken()).toEqual(['is covered by more than one union of members'])
  await cover(`delete from organization.covered_unit where unit_id = $1 and cell_id = $2 and employer_id in (
    select employer_id from organization.covered_unit where unit_id = $3)`)
  await house.rows('update organization.founding_claim set matter_id = $2 where matter_id = $1', [
    open.matter,
    view.matter,
  ])
  expect((await broken()).sort()).toEqual([
    'holds an employer it has no more in hand',
    'is for an employer that another founding has in hand',
  ])
  await house.rows('update organization.founding_claim set matter_id = $2 where matter_id = $1', [
    view.matter,
    open.matter,
  ])
})

const coveredBy = ({ unit }: FoundingView) => unit?.id ?? ''
