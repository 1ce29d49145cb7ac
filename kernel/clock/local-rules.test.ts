import { expect, test } from 'vitest'
import { regionsOfCells } from '../../modules/organization/index.ts'
import { endSeat } from '../../modules/organization/officers/commands/end-seat.ts'
import { recordCommitteeByHand } from '../../modules/organization/officers/commands/record-committee-by-hand.ts'
import { findCommittee } from '../../modules/organization/officers/queries/find-committee.ts'
import { openHouse } from '../../tests/house.ts'
import { verify } from '../verify/verify.ts'
import { clockInvariant } from './invariant.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop, 'grassroots_officer')
const far = await house.officer(units.farShop, 'grassroots_officer')

/** The rule of the country, made stricter in one county. */
async function stricter(id: string, change: object): Promise<void> {
  await house.rows(
    `insert into kernel.deadline_rule select (jsonb_populate_record(r, $2::jsonb || '{"region": "440103"}')).* from kernel.deadline_rule r
     where id = $1 and region = '000000'`,
    [id, JSON.stringify(change)],
  )
  await house.services.deadlines.reload()
}
const committee = (unit: { id: string }) => ({
  unit: unit.id,
  electedOn: '2025-03-01',
  years: 3,
  document: '穗荔工〔2025〕7号',
  officers: ['chair', 'committee_member'].map((seat) => ({
    ...{ name: seat === 'chair' ? '王建国' : '赵强', sex: 'male', engagement: 'part_time', seats: [seat], ties: [] },
  })),
})
/** Leaves the chair empty, and gives the vacancy as the committee shows it. */
async function vacated(actor: typeof officer, unit: { id: string; cell: number }) {
  await house.does(actor, recordCommitteeByHand, committee(unit))
  const { officers } = await house.asks(actor, findCommittee, { unit: unit.id })
  const chair = officers.find(({ name }) => name === '王建国')
  const seat = chair?.seats[0]?.id
  await house.does(actor, endSeat, { cell: unit.cell, seat, on: '2026-03-01', because: 'resigned' })
  const [vacancy] = (await house.asks(actor, findCommittee, { unit: unit.id })).vacancies
  return vacancy
}

test('a stricter rule of a county holds for the matters of its unions, in day and in words, and nowhere else (T-CAL-04)', async () => {
  await stricter('ORG-43', { length: 1, unit: 'month', words_zh: '本县：一个月内补选' })

  const here = await vacated(officer, units.shop)
  const there = await vacated(far, units.farShop)

  expect(here).toMatchObject({ dueOn: '2026-04-01', explained: expect.stringContaining('本县：一个月内补选') })
  expect(there?.dueOn).toBe('2026-06-01')
  expect(there?.explained).not.toContain('本县')
  const found: string[] = []
  const onBreach = (_: unknown, { words }: { words: string }) => found.push(words)
  await verify(house.services.pool, [clockInvariant(regionsOfCells)], { onBreach }, new AbortController().signal)
  expect(found).toEqual([])
})
