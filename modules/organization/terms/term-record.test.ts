import { expect, test } from 'vitest'
import { systemActor } from '../../../kernel/command/actor.ts'
import { openHouse } from '../../../tests/house.ts'
import { expectEveryChangeFound, linesOf, takeRecord } from '../../../tests/records.ts'
import { endSeat } from '../officers/commands/end-seat.ts'
import { recordCommitteeByHand } from '../officers/commands/record-committee-by-hand.ts'
import { findCommittee } from '../officers/queries/find-committee.ts'
import { askExtension } from './commands/ask-extension.ts'
import { extendTerm } from './commands/extend-term.ts'
import { tendTerms } from './commands/tend-terms.ts'

const house = await openHouse()
const { shop, siblingShop, township } = house.units
const upper = await house.officer(township)
const chair = { name: '王建国', sex: 'male', engagement: 'part_time', seats: ['chair'], ties: [] }

/** The one matter of a kind, and its record. */
async function recordOf(kind: string) {
  const [row] = await house.rows('select cell_id, id from kernel.matter where kind = $1', [kind])
  return takeRecord(house, upper, { cell: Number(row?.['cell_id']), matter: String(row?.['id']) })
}

test('the record of the end of a term has its day, why more time was asked for, and the document that approved it (ELE-03)', async () => {
  const officer = await house.officer(shop, 'grassroots_officer')
  await house.does(officer, recordCommitteeByHand, {
    ...{ unit: shop.id, electedOn: '2023-06-15', years: 3, officers: [chair] },
  })
  await house.does(systemActor('test'), tendTerms, { cell: shop.cell })
  await house.does(officer, askExtension, { unit: shop.id, until: '2026-09-30', wish: '厂里正在搬迁' })
  await house.does(upper, extendTerm, { unit: shop.id, until: '2026-09-30', document: '穗荔工〔2026〕12号' })

  const record = await recordOf('organization.term_end')

  expect(linesOf(record)).toEqual([
    ['任期届满', '2026-06-14'],
    ['申请延期的理由', '厂里正在搬迁'],
    ['申请延期至', '2026-09-30'],
    ['申请日期', '2026-03-02'],
    ['上级答复', '同意延期'],
    ['批复文号', '穗荔工〔2026〕12号'],
  ])
  expectEveryChangeFound(record)
})

test('the record of a vacancy says which seat is vacant since when (ORG-43)', async () => {
  await house.does(upper, recordCommitteeByHand, {
    ...{ unit: siblingShop.id, electedOn: '2025-06-15', years: 3, officers: [chair] },
  })
  const { officers } = await house.asks(upper, findCommittee, { unit: siblingShop.id })
  await house.does(upper, endSeat, {
    ...{ cell: siblingShop.cell, seat: officers[0]?.seats[0]?.id, on: '2026-03-01', because: 'resigned' },
  })

  const record = await recordOf('organization.vacancy')

  expect(linesOf(record)).toEqual([
    ['职务', '主席'],
    ['从哪天起空缺', '2026-03-01'],
  ])
  expectEveryChangeFound(record)
})
