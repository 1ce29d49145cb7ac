import { expect, test } from 'vitest'
import { makeElections } from '../../../tests/elections.ts'
import { openHouse } from '../../../tests/house.ts'
import { findElection } from '../queries/find-election.ts'
import { approveResult } from './approve-result.ts'
import { refuseResult } from './refuse-result.ts'
import { requestElection } from './request-election.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop, 'grassroots_officer')
const above = await house.officer(units.township)
const elections = makeElections(house, units.shop, officer, above)
const names = ['王一', '丁二', '李三', '张四', '欧阳五', '万六', '龙七', '魏八', '戴九', '卜十', '马十一', '史十二']
await elections.onRoll(names)

test('a re-election goes from the plan to an approved result, and the union has its committees and their term (ELE-01, ELE-40)', async () => {
  const reported = await elections.until('reported', names)
  expect(reported).toMatchObject({ state: 'reported', quorum: 8, members: 12 })
  expect(reported.findings.filter(({ weight }) => weight !== 'warning')).toEqual([])

  const approved = await house.does(above, approveResult, {
    ...elections.key(reported),
    documentNumber: '荔工复〔2026〕3号',
  })

  expect(approved).toMatchObject({
    state: 'approved',
    documentNumber: '荔工复〔2026〕3号',
    newTerm: { from: '2026-03-20', to: '2029-03-19' },
    due: null,
  })
  expect(
    await house.rows(
      'select seat, name from organization.officer where unit_id = $1 and valid_to is null order by seat, name',
      [units.shop.id],
    ),
  ).toEqual([
    { seat: 'chair', name: '王一' },
    ...['丁二', '李三', '王一'].map((name) => ({ seat: 'committee_member', name })),
    ...['万六', '欧阳五', '龙七'].map((name) => ({ seat: 'fund_review_member', name })),
  ])
  expect(
    await house.rows(
      'select years, ends_on::text, origin from organization.term where unit_id = $1 and valid_to is null',
      [units.shop.id],
    ),
  ).toEqual([{ years: 3, ends_on: '2029-03-19', origin: 'election' }])
  expect(await house.audit(reported.matter)).toHaveLength(15)
})

test('no union approves its own election, nor answers its own request (ELE-40)', async () => {
  house.moveTo('2026-03-02T09:00:00+08:00')
  const requested = await elections.until('reported', names)
  const upperInUnion = await house.officer(units.shop)

  const key = elections.key(requested)
  const approving = house.does(upperInUnion, approveResult, { ...key, documentNumber: '一号' })
  await expect(approving).rejects.toMatchObject({ code: 'elections.from_above' })
  const refusing = house.does(upperInUnion, refuseResult, { ...key, reason: '程序不对' })
  await expect(refusing).rejects.toMatchObject({ code: 'elections.from_above' })
  expect((await house.asks(upperInUnion, findElection, elections.key(requested))).steps).toEqual([])
  expect((await house.asks(above, findElection, elections.key(requested))).steps).toEqual(['approve', 'refuse'])
})

test('a request to a union of another cell stands in that union’s own queue (ELE-34)', async () => {
  const there = await house.officer(units.farShop, 'grassroots_officer')
  const province = await house.officer(units.otherProvince)
  await house.rows('update organization.unit set desk_post_id = $2 where id = $1', [
    units.otherProvince.id,
    province.post.id,
  ])
  const [parent] = await house.rows('select parent_id as id from organization.open_unit where id = $1', [
    units.farShop.id,
  ])
  await house.rows('update organization.unit set desk_post_id = $2 where id = $1', [parent?.id, province.post.id])
  const far = makeElections(house, units.farShop, there, province)

  const planned = await far.plan({ meetingOn: '2026-04-20' })
  await house.does(there, requestElection, far.key(planned))

  expect(
    await house.rows('select cell_id as cell from kernel.post_cell where post_id = $1', [province.post.id]),
  ).toEqual([{ cell: units.farShop.cell }])
})
