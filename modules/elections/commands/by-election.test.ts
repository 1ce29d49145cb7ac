import { expect, test } from 'vitest'
import { makeElections, stands } from '../../../tests/elections.ts'
import { openHouse } from '../../../tests/house.ts'
import { agreeToElection } from './agree-to-election.ts'
import { approveRemoval } from './approve-removal.ts'
import { approveResult } from './approve-result.ts'
import { cancelElection } from './cancel-election.ts'
import { closeCount } from './close-count.ts'
import { enterCandidates } from './enter-candidates.ts'
import { holdMeeting } from './hold-meeting.ts'
import { proposeRemoval } from './propose-removal.ts'
import { publishCandidates } from './publish-candidates.ts'
import { recordRemovalVote } from './record-removal-vote.ts'
import { refuseRemoval } from './refuse-removal.ts'
import { reportRemoval } from './report-removal.ts'
import { reportResult } from './report-result.ts'
import { requestElection } from './request-election.ts'

const house = await openHouse()
const { units } = house
const { id, cell } = units.shop
const officer = await house.officer(units.shop, 'grassroots_officer')
const above = await house.officer(units.township)
const elections = makeElections(house, units.shop, officer, above)
const { key } = elections
const names = ['王一', '丁二', '李三', '张四', '欧阳五', '万六', '龙七', '魏八', '戴九', '卜十', '马十一', '史十二']
await elections.onRoll(names)
const reported = await elections.until('reported', names)
await house.does(above, approveResult, { ...key(reported), documentNumber: '〔2026〕1号' })

const sitting = () =>
  house.rows(
    `select seat, name from organization.officer where unit_id = $1 and valid_to is null and superseded_at is null order by seat, name`,
    [id],
  )
const term = () => house.rows('select years, ends_on::text, valid_to from organization.term where unit_id = $1', [id])
const vacancies = () =>
  house.rows(
    `select m.state, m.clock_rule as rule, m.clock_from::text as "from", m.ended_at is null as open
     from organization.vacancy v join kernel.matter m on m.id = v.matter_id where v.unit_id = $1`,
    [id],
  )
const others = [
  ...['丁二', '李三', '王一'].map((name) => ({ seat: 'committee_member', name })),
  ...['万六', '欧阳五', '龙七'].map((name) => ({ seat: 'fund_review_member', name })),
]

test('a removal goes from the proposal to the empty seat, whose three months begin on the day of the vote (ELE-41, ORG-43)', async () => {
  house.moveTo('2026-05-06T09:00:00+08:00')
  const wish = { unit: id, name: '王一', post: 'chair', electorate: 'members', reason: '长期不履行职责' }
  const removal = await house.does(officer, proposeRemoval, wish)
  const about = { cell, matter: removal.matter }
  expect(removal).toMatchObject({ state: 'proposed', steps: ['remove', 'withdraw'] })
  await expect(
    house.does(officer, recordRemovalVote, { ...about, heldOn: '2026-05-07', all: 12, yes: 13 }),
  ).rejects.toMatchObject({ faults: [{ field: '/heldOn' }, { field: '/yes' }] })

  const vote = { ...about, heldOn: '2026-05-06', all: 12, yes: 7 }
  expect(await house.does(officer, recordRemovalVote, vote)).toMatchObject({ state: 'removed', removal: { need: 7 } })
  const sent = await house.does(officer, reportRemoval, about)
  expect(sent).toMatchObject({ state: 'reported', owner: { unit: units.township.name } })
  expect(await house.does(above, refuseRemoval, { ...about, reason: '请补会议记录' })).toMatchObject({
    state: 'removed',
  })
  expect(await sitting()).toEqual([{ seat: 'chair', name: '王一' }, ...others])
  await house.does(officer, reportRemoval, about)
  house.moveTo('2026-05-12T09:00:00+08:00')
  const approved = await house.does(above, approveRemoval, { ...about, documentNumber: '〔2026〕2号' })

  expect(approved).toMatchObject({ state: 'approved', documentNumber: '〔2026〕2号', due: null, steps: [] })
  expect(approved.history.map(({ step }) => step)).toEqual([
    'propose',
    'remove',
    'report',
    'refuse',
    'report',
    'approve',
  ])
  expect(await sitting()).toEqual(others)
  expect(
    await house.rows(
      `select valid_to::text as "to", ended_because as because from organization.officer where seat = 'chair'`,
    ),
  ).toEqual([{ to: '2026-05-06', because: 'removed' }])
  expect(await vacancies()).toEqual([{ state: 'vacant', rule: 'ORG-43', from: '2026-05-06', open: true }])
})

let view = reported

test('nobody stands for a chair in which somebody sits (ORG-43)', async () => {
  await house.rows(
    `update organization.officer set valid_to = null, ended_because = null where seat = 'chair' and name = '王一'`,
  )
  const planned = await elections.plan({ kind: 'by_election', contests: [{ body: 'chair', seats: 1 }] })
  const found = expect.objectContaining({ rule: 'ORG-43', code: 'chair_sits', weight: 'violation' })
  expect(planned.findings).toContainEqual(found)
  await house.rows(
    `update organization.officer set valid_to = '2026-05-06', ended_because = 'removed' where seat = 'chair' and name = '王一'`,
  )

  const after = await house.does(officer, cancelElection, { ...key(planned), reason: '重拟' })
  expect(after.findings).not.toContainEqual(found)
})

test('a chair is of the committee first, and a fund reviewer may not become one (ELE-22, ELE-42)', async () => {
  view = await elections.plan({
    ...{ kind: 'by_election', keepsAccounts: false, meetingOn: '2026-06-10' },
    contests: [
      { body: 'committee', seats: 1 },
      { body: 'chair', seats: 1 },
    ],
  })
  expect(view).toMatchObject({ termEndsOn: '2029-03-19', kind: 'elections.by_election' })
  view = await house.does(officer, requestElection, key(view))
  view = await house.does(above, agreeToElection, key(view))
  const enters = (candidates: object[]) => house.does(officer, enterCandidates, { ...key(view), candidates })
  view = await enters([
    stands('戴九', ['chair']),
    stands('龙七', ['chair']),
    stands('丁二', ['chair']),
    ...['卜十', '魏八'].map((name) => stands(name, ['committee'])),
  ])

  await expect(house.does(officer, publishCandidates, key(view))).rejects.toMatchObject({
    code: 'elections.cannot_publish',
  })
  const nameOf = new Map(view.candidates.map((one) => [one.id, one.name]))
  const against = view.findings.filter(({ weight }) => weight === 'violation')
  expect(against.map(({ rule, candidate }) => `${rule} ${nameOf.get(candidate ?? '')}`).sort()).toEqual([
    'ELE-22 龙七',
    'ELE-42 戴九',
    'ELE-42 龙七',
  ])
  for (const { words } of against) expect(words).not.toMatch(/elections\.|organization\.|\{/)
  view = await enters([
    stands('戴九', ['committee', 'chair']),
    stands('丁二', ['chair'], { engagement: 'full_time' }),
    stands('卜十', ['committee']),
  ])
  view = await house.does(officer, publishCandidates, key(view))
  expect(view.state).toBe('published')
})

test('whoever is elected chair and not into the committee is approved by nobody (ELE-42)', async () => {
  house.moveTo('2026-06-10T18:00:00+08:00')
  const held = { heldOn: '2026-06-10', expected: 12, present: 11, ballot: 'secret', proxies: 0 }
  view = await house.does(officer, holdMeeting, { ...key(view), ...held })
  view = await elections.countAll(view, 'committee', { 卜十: 9, 戴九: 2 })
  view = await elections.countAll(view, 'chair', { 戴九: 8, 丁二: 3 })
  expect(view.findings).toContainEqual(expect.objectContaining({ rule: 'ELE-42', weight: 'violation' }))

  view = await elections.countAll(view, 'chair', { 丁二: 8, 戴九: 3 })

  expect(view.findings.filter(({ weight }) => weight === 'violation')).toEqual([])
})

test('a by-election fills the seat beside those who sit there, for the rest of a term whose end does not move (ELE-42, ORG-43)', async () => {
  const before = await term()
  view = await house.does(officer, closeCount, key(view))
  view = await house.does(officer, reportResult, key(view))
  house.moveTo('2026-06-16T09:00:00+08:00')
  view = await house.does(above, approveResult, { ...key(view), documentNumber: '〔2026〕3号' })

  expect(view).toMatchObject({ state: 'approved', newTerm: { from: '2026-06-10', to: '2029-03-19' } })
  expect(await term()).toEqual(before)
  expect(await sitting()).toEqual([
    { seat: 'chair', name: '丁二' },
    ...['丁二', '卜十', '李三', '王一'].map((name) => ({ seat: 'committee_member', name })),
    ...['万六', '欧阳五', '龙七'].map((name) => ({ seat: 'fund_review_member', name })),
  ])
  expect(
    await house.rows(
      `select count(distinct who)::int as humans, array_agg(engagement order by valid_from) as engaged
       from organization.officer where name = '丁二' and valid_to is null`,
    ),
  ).toEqual([{ humans: 1, engaged: ['part_time', 'full_time'] }])
  expect(
    await house.rows(`select name, term_to::text as "to" from elections.elected where matter_id = $1 order by name`, [
      view.matter,
    ]),
  ).toEqual([
    { name: '丁二', to: '2029-03-19' },
    { name: '卜十', to: '2029-03-19' },
  ])
  expect(await vacancies()).toMatchObject([{ state: 'filled', open: false }])
})
