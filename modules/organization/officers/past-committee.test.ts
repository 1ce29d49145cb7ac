import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { extendTerm } from '../terms/commands/extend-term.ts'
import { appointOfficer } from './commands/appoint-officer.ts'
import { endSeat } from './commands/end-seat.ts'
import { recordCommitteeByHand } from './commands/record-committee-by-hand.ts'
import { findCommittee } from './queries/find-committee.ts'
import { findPastCommittee } from './queries/find-past-committee.ts'

const house = await openHouse()
const { units } = house
const township = await house.officer(units.township)
const shop = await house.officer(units.shop, 'grassroots_officer')
const neighbour = await house.officer(units.neighbourShop, 'grassroots_officer')
const unit = units.shop.id

const seated = (name: string, seat: string, more: object = {}) => ({
  ...{ name, sex: 'female', engagement: 'part_time', seats: [seat], ties: [] },
  ...more,
})
const at = (day: string) => house.moveTo(`${day}T10:00:00+08:00`)

/** Who sat there at the end of a day, and until when their term ran, as one knowledge tells it. */
async function toldOf(on: string, known: 'then' | 'now') {
  const { officers, term } = await house.asks(shop, findPastCommittee, { unit, on, known })
  const names = officers.flatMap(({ name, seats }) => seats.map(({ seat }) => `${name} ${seat}`))
  return { names, term: term && (term.extendedUntil ?? term.endsOn) }
}

// Elected on 10 March 2023, written down on 2 March 2026; a member leaves on the 4th, which is written down on the 9th.
at('2026-03-02')
await house.does(shop, recordCommitteeByHand, {
  ...{ unit, electedOn: '2023-03-10', years: 3 },
  officers: [seated('王建国', 'chair', { engagement: 'full_time' }), seated('李秀英', 'committee_member')],
})
at('2026-03-09')
const sitting = await house.asks(shop, findCommittee, { unit })
const leaving = sitting.officers.find(({ name }) => name === '李秀英')
await house.does(shop, endSeat, {
  ...{ cell: units.shop.cell, seat: leaving?.seats[0]?.id, on: '2026-03-04', because: 'resigned' },
})

test('a committee that was written down late was not known on the days before, and is there as corrected since', async () => {
  expect(await toldOf('2026-03-01', 'then')).toEqual({ names: [], term: null })
  expect(await toldOf('2026-03-01', 'now')).toEqual({
    names: ['王建国 chair', '李秀英 committee_member'],
    term: '2026-03-09',
  })
  expect(await toldOf('2023-03-09', 'now')).toEqual({ names: [], term: null })
})

test('who left on a day that was told later still sat there as known then, and not as corrected since', async () => {
  const both = ['王建国 chair', '李秀英 committee_member']
  expect((await toldOf('2026-03-03', 'now')).names).toEqual(both)
  for (const day of ['2026-03-04', '2026-03-08']) {
    expect((await toldOf(day, 'then')).names, day).toEqual(both)
    expect((await toldOf(day, 'now')).names, day).toEqual(['王建国 chair'])
  }
  expect((await toldOf('2026-03-09', 'then')).names).toEqual(['王建国 chair'])
})

test('a past day knows of no later end: nobody in it has left, and what protected them is of that day (ORG-40, ORG-41)', async () => {
  const then = await house.asks(shop, findPastCommittee, { unit, on: '2026-03-03' })

  expect(then).toMatchObject({ on: '2026-03-03', known: 'then', term: { state: 'ending', to: null } })
  expect(then.officers).toMatchObject([
    { name: '王建国', keptUntil: '2026-03-09', contractDays: 1089, seats: [{ to: null, because: null }] },
    { name: '李秀英', keptUntil: null, contractDays: null, seats: [{ to: null, because: null }] },
  ])
})

test('a term that was extended afterwards was over as known then, and is extended as corrected since (ELE-03)', async () => {
  at('2026-03-12')
  await house.does(township, extendTerm, { unit, until: '2026-06-30', document: '穗荔工〔2026〕3号' })

  const over = await house.asks(shop, findPastCommittee, { unit, on: '2026-03-11' })
  const extended = await house.asks(shop, findPastCommittee, { unit, on: '2026-03-11', known: 'now' })
  expect(over.term).toMatchObject({ extendedUntil: null, state: 'overdue' })
  expect(extended.term).toMatchObject({ extendedUntil: '2026-06-30', state: 'extended' })
})

test('the committee before stays the one of its days when the next one is recorded late (ELE-40)', async () => {
  at('2026-03-20')
  await house.does(township, recordCommitteeByHand, {
    ...{ unit, electedOn: '2026-03-16', years: 5, officers: [seated('孙丽', 'chair')] },
  })
  at('2026-03-23')
  await house.does(township, appointOfficer, { unit, from: '2026-03-18', officer: seated('赵强', 'committee_member') })

  expect((await toldOf('2026-03-15', 'now')).names).toEqual(['王建国 chair'])
  expect((await toldOf('2026-03-18', 'then')).names).toEqual(['王建国 chair'])
  expect(await toldOf('2026-03-20', 'then')).toEqual({ names: ['孙丽 chair'], term: '2031-03-15' })
  expect(await toldOf('2026-03-18', 'now')).toEqual({
    names: ['孙丽 chair', '赵强 committee_member'],
    term: '2031-03-15',
  })
})

test('an end whose hour was not kept counts as known from its day', async () => {
  await house.rows('update organization.officer set end_recorded_at = null where unit_id = $1 and name = $2', [
    unit,
    '李秀英',
  ])

  expect((await toldOf('2026-03-03', 'then')).names).toContain('李秀英 committee_member')
  expect((await toldOf('2026-03-04', 'then')).names).toEqual(['王建国 chair'])
})

test('a day ahead is today, and another county learns of nobody', async () => {
  expect(await house.asks(shop, findPastCommittee, { unit, on: '2027-01-01' })).toMatchObject({
    on: '2026-03-23',
    officers: [{ name: '孙丽' }, { name: '赵强' }],
  })
  await expect(house.asks(neighbour, findPastCommittee, { unit, on: '2026-03-15' })).rejects.toThrow('kernel.absent')
})
