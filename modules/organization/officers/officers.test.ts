import { expect, test } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { openHouse } from '../../../tests/house.ts'
import { appointOfficer } from './commands/appoint-officer.ts'
import { endSeat } from './commands/end-seat.ts'
import { recordCommitteeByHand } from './commands/record-committee-by-hand.ts'
import { findCommittee } from './queries/find-committee.ts'

const house = await openHouse()
const { units } = house
const township = await house.officer(units.township)
const shop = await house.officer(units.shop, 'grassroots_officer')
const neighbour = await house.officer(units.neighbourShop, 'grassroots_officer')

const seated = (name: string, seats: readonly string[], more: object = {}) => ({
  name,
  sex: 'male',
  engagement: 'part_time',
  seats,
  ties: [],
  ...more,
})
const committee = [
  seated('王建国', ['chair'], { engagement: 'full_time' }),
  seated('李秀英', ['vice_chair', 'women_chair'], { sex: 'female' }),
  seated('赵强', ['committee_member']),
  seated('陈明', ['fund_review_chair']),
  seated('周社', ['staff'], { engagement: 'contracted' }),
]
const recorded = (unit: { id: string }, more: object = {}) => ({
  unit: unit.id,
  electedOn: '2025-03-01',
  years: 3,
  document: '穗荔工〔2025〕7号',
  officers: committee,
  ...more,
})

test('a union records its first committee: seats, engagements and the term that follows (ORG-44, ELE-01)', async () => {
  const term = await house.does(shop, recordCommitteeByHand, recorded(units.shop))

  expect(term).toMatchObject({ electedOn: '2025-03-01', endsOn: '2028-02-29', state: 'running', latest: '2028-08-29' })
  const seen = await house.asks(shop, findCommittee, { unit: units.shop.id })
  expect(seen.officers.map(({ name, engagement, seats }) => [name, engagement, seats.map(({ seat }) => seat)])).toEqual(
    [
      ['王建国', 'full_time', ['chair']],
      ['李秀英', 'part_time', ['vice_chair', 'women_chair']],
      ['赵强', 'part_time', ['committee_member']],
      ['陈明', 'part_time', ['fund_review_chair']],
      ['周社', 'contracted', ['staff']],
    ],
  )
  expect(seen).toMatchObject({ broken: [], vacancies: [], past: [], may: { record: false, ask: true, decide: false } })
})

test('whoever is protected says so: not moved before the term ends, and the contract goes on (ORG-40, ORG-41)', async () => {
  const { officers } = await house.asks(township, findCommittee, { unit: units.shop.id })

  const chair = officers.find(({ name }) => name === '王建国')
  expect(chair).toMatchObject({ keptUntil: '2028-02-29', contractDays: 366 })
  expect(officers.find(({ name }) => name === '赵强')).toMatchObject({ keptUntil: null, contractDays: null })
})

test('the next committee is recorded by the union above alone, and the one before stays in the history (ELE-40)', async () => {
  const next = recorded(units.shop, {
    electedOn: '2026-02-01',
    officers: [seated('孙丽', ['chair'], { sex: 'female' })],
  })

  await expect(house.does(shop, recordCommitteeByHand, next)).rejects.toThrow('organization.committee_by_above')
  await expect(house.does(township, recordCommitteeByHand, { ...next, electedOn: '2024-02-01' })).rejects.toThrow(
    'organization.committee_earlier',
  )
  await house.does(township, recordCommitteeByHand, next)

  const seen = await house.asks(shop, findCommittee, { unit: units.shop.id })
  // Staff is engaged, not elected: it stays.
  expect(seen.officers.map(({ name }) => name)).toEqual(['孙丽', '周社'])
  expect(seen.past).toHaveLength(1)
  expect(seen.past[0]).toMatchObject({ term: { electedOn: '2025-03-01', to: '2026-02-01' } })
  expect(seen.past[0]?.officers.map(({ name }) => name).sort()).toEqual(['李秀英', '王建国', '赵强', '陈明'])
})

test('everything the rules say against a committee is named at once, with who and which rule (ELE-22, ELE-31, ELE-32, ELE-01)', async () => {
  const refused = await house
    .does(
      township,
      recordCommitteeByHand,
      recorded(units.siblingShop, {
        years: 3,
        officers: [
          seated('王建国', ['chair', 'fund_review_member'], { ties: ['personnel_head'] }),
          seated('钱多', ['committee_member'], { ties: ['kin_of_principal'] }),
          seated('孙丽', ['chair'], { ties: ['retained'] }),
        ],
      }),
    )
    .catch((error: unknown) => error)

  expect(refused instanceof Refusal && refused.code).toBe('organization.committee_barred')
  expect(
    refused instanceof Refusal &&
      refused.faults.map(({ field, code, variables }) => [field, code, variables?.['rule']]),
  ).toEqual([
    ['/officers/0/seats', 'organization.bar.personnel_head', 'ELE-32'],
    ['/officers/0/seats', 'organization.bar.chair', 'ELE-22'],
    ['/officers/1/seats', 'organization.bar.kin_of_principal', 'ELE-31'],
    ['/officers/2/seats', 'organization.bar.retained', 'ELE-30'],
    ['/officers', 'organization.committee.several_chairs', 'ORG-21'],
  ])
  expect((await house.asks(township, findCommittee, { unit: units.siblingShop.id })).term).toBeNull()
})

test('wrong shape, wrong names and a day that has not come are told together, and nothing is kept', async () => {
  const refused = await house
    .does(township, recordCommitteeByHand, {
      ...recorded(units.siblingShop),
      electedOn: '2026-09-01',
      years: 9,
      officers: [seated('1', ['king']), seated('3', [], { engagement: 'sometimes' })],
    })
    .catch((error: unknown) => error)

  expect(refused instanceof Refusal && refused.faults.map(({ field }) => field).sort()).toEqual([
    '/electedOn',
    '/officers/0/name',
    '/officers/0/seats/0',
    '/officers/1/engagement',
    '/officers/1/name',
    '/officers/1/seats',
    '/years',
  ])
})

test('an enterprise’s bars do not hold in a public institution (ELE-31, ELE-32)', async () => {
  const [employer] = await house.rows(
    `insert into organization.employer (cell_id, id, path, name, credit_code) values (440103, $1, '001002', '快递站', '12440103MB2C12345X') returning id`,
    ['019d0000-0000-7000-8000-000000000001'],
  )
  await house.rows(
    `insert into organization.covered_unit (cell_id, unit_id, employer_id, valid_from) values (440103, $1, $2, '2024-01-01')`,
    [units.siblingShop.id, employer?.id],
  )
  const officers = [seated('王建国', ['chair'], { ties: ['personnel_head'] })]

  const term = await house.does(township, recordCommitteeByHand, recorded(units.siblingShop, { officers }))

  expect(term.state).toBe('running')
})

test('a chair who leaves begins a clock of three months, and a by-election stops it (ORG-43, ELE-42)', async () => {
  const chair = (await house.asks(township, findCommittee, { unit: units.siblingShop.id })).officers[0]?.seats[0]
  const ending = { cell: 440_103, seat: chair?.id, on: '2026-03-01', because: 'resigned' }

  await house
    .does(shop, endSeat, ending)
    .catch((error: unknown) => expect(error).toMatchObject({ code: 'kernel.absent' }))
  await house.does(township, endSeat, ending)

  const vacant = await house.asks(township, findCommittee, { unit: units.siblingShop.id })
  expect(vacant.vacancies).toMatchObject([{ seat: 'chair', since: '2026-03-01', dueOn: '2026-06-01' }])
  const elected = {
    unit: units.siblingShop.id,
    from: '2026-03-02',
    officer: seated('钱多', ['chair', 'committee_member']),
  }
  await house.does(township, appointOfficer, elected)
  const filled = await house.asks(township, findCommittee, { unit: units.siblingShop.id })
  expect(filled.vacancies).toEqual([])
  await expect(house.does(township, appointOfficer, elected)).rejects.toThrow('organization.seat_taken')
})

test('whoever sits already is judged with the seats they hold (ELE-22)', async () => {
  const [sitting] = (await house.asks(township, findCommittee, { unit: units.siblingShop.id })).officers
  const also = {
    unit: units.siblingShop.id,
    from: '2026-03-02',
    officer: seated('钱多', ['fund_review_member'], { who: sitting?.who }),
  }

  await expect(house.does(township, appointOfficer, also)).rejects.toMatchObject({
    faults: [{ code: 'organization.bar.chair', variables: { rule: 'ELE-22', name: '钱多' } }],
  })
})

test('a chair is not moved before the term ends but by the union above (ORG-40)', async () => {
  const chair = (await house.asks(shop, findCommittee, { unit: units.shop.id })).officers[0]?.seats[0]
  const moving = { cell: 440_103, seat: chair?.id, on: '2026-03-02', because: 'moved' }

  await expect(house.does(shop, endSeat, moving)).rejects.toThrow('organization.seat_protected')
  await expect(house.does(shop, endSeat, { ...moving, on: '2026-01-02' })).rejects.toThrow(
    'organization.seat_before_its_time',
  )
  await house.does(township, endSeat, moving)
})

test('officers of another union see no committee and change none', async () => {
  await expect(house.asks(neighbour, findCommittee, { unit: units.shop.id })).rejects.toThrow('kernel.absent')
  await expect(house.does(neighbour, recordCommitteeByHand, recorded(units.shop))).rejects.toThrow('kernel.absent')
  const statistician = await house.officer(units.shop, 'statistician')
  await expect(house.asks(statistician, findCommittee, { unit: units.shop.id })).rejects.toThrow('kernel.forbidden')
})
