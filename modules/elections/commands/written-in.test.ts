import { expect, test } from 'vitest'
import { makeElections, stands } from '../../../tests/elections.ts'
import { openHouse } from '../../../tests/house.ts'
import { draftOf } from '../documents/papers.ts'
import { findElection } from '../queries/find-election.ts'
import { agreeToElection } from './agree-to-election.ts'
import { approveResult } from './approve-result.ts'
import { closeCount } from './close-count.ts'
import { declareWrittenIn } from './declare-written-in.ts'
import { enterCandidates } from './enter-candidates.ts'
import { enterCount } from './enter-count.ts'
import { holdMeeting } from './hold-meeting.ts'
import { publishCandidates } from './publish-candidates.ts'
import { reportResult } from './report-result.ts'
import { requestElection } from './request-election.ts'
import { voteAgain } from './vote-again.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop, 'grassroots_officer')
const above = await house.officer(units.township)
const elections = makeElections(house, units.shop, officer, above)
const { key } = elections
const names = ['王一', '丁二', '李三', '张四', '欧阳五', '万六', '龙七', '魏八', '戴九', '卜十', '马十一', '史十二']
await elections.onRoll(names)
const contests = [
  { body: 'committee', seats: 3, places: 4 },
  { body: 'chair', seats: 1 },
]

test('a final list with fewer places than seats is no plan (ELE-61)', async () => {
  await expect(elections.plan({ contests: [{ body: 'committee', seats: 3, places: 2 }] })).rejects.toMatchObject({
    faults: [{ field: '/contests/0/places', code: 'elections.list_too_short' }],
  })
})

let view = await elections.plan({ contests, keepsAccounts: false })
view = await house.does(officer, requestElection, key(view))
view = await house.does(above, agreeToElection, key(view))
const [a = '', b = '', c = '', d = '', e = '', f = ''] = names

test('a preliminary vote among as few as its list has places is not published: it would choose nobody (ELE-61)', async () => {
  const candidates = [a, b, c, d].map((name) =>
    stands(name, name === a || name === b ? ['committee', 'chair'] : ['committee']),
  )
  view = await house.does(officer, enterCandidates, { ...key(view), candidates })
  await expect(house.does(officer, publishCandidates, key(view))).rejects.toMatchObject({
    about: { findings: [{ rule: 'ELE-61', code: 'list_chooses_nobody' }] },
  })

  view = await house.does(officer, enterCandidates, {
    ...key(view),
    candidates: [...candidates, stands(e, ['committee'])],
  })
  view = await house.does(officer, publishCandidates, key(view))
  expect(view.contests[0]).toMatchObject({ places: 4, candidatesNeeded: 5 })
})

test('the meeting votes in advance, the list is made, and only the formal election elects (ELE-61)', async () => {
  house.moveTo('2026-03-20T18:00:00+08:00')
  const held = { heldOn: '2026-03-20', expected: 12, present: 11, ballot: 'secret', proxies: 0 }
  view = await house.does(officer, holdMeeting, { ...key(view), ...held })
  expect(view.contests.map(({ rounds }) => rounds.map(({ kind, seats }) => [kind, seats]))).toEqual([
    [['preliminary', 4]],
    [['first', 1]],
  ])

  view = await elections.countAll(view, 'committee', { [a]: 11, [b]: 10, [c]: 9, [d]: 4, [e]: 3 })
  expect(view.contests[0]).toMatchObject({ standing: 'listed', elected: [], next: { kind: 'first', seats: 3 } })
  await expect(house.does(officer, closeCount, key(view))).rejects.toMatchObject({ code: 'elections.count_open' })
  view = await house.does(officer, voteAgain, { ...key(view), body: 'committee' })

  const nameOf = new Map(view.candidates.map(({ id, name }) => [id, name]))
  const formal = view.contests[0]?.rounds.at(-1)
  expect(formal).toMatchObject({ kind: 'first', seats: 3, standing: 'waiting' })
  expect(formal?.candidates.map((id) => nameOf.get(id))).toEqual([a, b, c, d])
  expect(view.contests[0]?.rounds).toHaveLength(2)
})

/** What a teller sends for the committee, with the names that ballots had beside the list. */
function counted(teller: 1 | 2, yes: readonly number[], writeIns: object) {
  const round = view.contests[0]?.rounds.at(-1)
  const votes = (round?.candidates ?? []).map((candidate, at) => ({
    ...{ candidate, yes: yes[at] ?? 0, no: 11 - (yes[at] ?? 0), abstain: 0 },
  }))
  const ballots = { present: 11, issued: 11, returned: 11, invalid: 0 }
  return {
    ...{ ...key(view), ...ballots, body: 'committee', round: round?.number, teller, tellerName: `计票人${teller}` },
    ...{ votes, writeIns },
  }
}

test('a name that stands already, one that is written twice, and more choices than a ballot has are refused at once (ELE-57)', async () => {
  const wrong = [
    { name: a, yes: 1 },
    { name: f, yes: 1 },
    { name: f, yes: 2 },
    { name: '3', yes: 1 },
  ]
  await expect(house.does(officer, enterCount, counted(1, [11, 9, 2, 2], wrong))).rejects.toMatchObject({
    faults: [{ field: '/writeIns/3/name' }],
  })
  await expect(house.does(officer, enterCount, counted(1, [11, 9, 2, 2], wrong.slice(0, 2)))).rejects.toMatchObject({
    faults: [{ field: '/writeIns/0/name', code: 'elections.count.stands_already' }],
  })
  await expect(house.does(officer, enterCount, counted(1, [11, 9, 2, 2], wrong.slice(1, 3)))).rejects.toMatchObject({
    faults: [{ field: '/writeIns/1/name', code: 'elections.person_twice' }],
  })
  await expect(
    house.does(officer, enterCount, counted(1, [11, 11, 11, 0], [{ name: f, yes: 12 }])),
  ).rejects.toMatchObject({
    faults: [
      { field: '/writeIns/0/yes', code: 'elections.count.more_than_valid' },
      { field: '/votes', code: 'elections.count.more_choices_than_seats' },
    ],
  })
  expect(await house.rows(`select from elections.candidate where bodies = '{}'`)).toEqual([])
})

test('what one teller read on the ballots the other does not learn before both have counted', async () => {
  await house.does(
    officer,
    enterCount,
    counted(
      1,
      [11, 9, 2, 2],
      [
        { name: f, yes: 8 },
        { name: '路人甲', yes: 1 },
      ],
    ),
  )
  const alone = await house.asks(officer, findElection, key(view))
  expect(alone.candidates.map(({ name }) => name)).not.toContain(f)

  view = await house.does(
    officer,
    enterCount,
    counted(
      2,
      [11, 9, 2, 2],
      [
        { name: '路人甲', yes: 1 },
        { name: f, yes: 8 },
      ],
    ),
  )
  expect(view.contests[0]).toMatchObject({
    standing: 'complete',
    elected: [{ name: a }, { name: b }, { name: f, yes: 8 }],
  })
  expect(view.candidates.find(({ name }) => name === f)).toMatchObject({
    bodies: [],
    status: 'active',
    engagement: null,
  })
})

test('of somebody written in it is declared who they are before the count is closed, and a bar takes the seat from them (ELE-31, ELE-55)', async () => {
  view = await elections.countAll(view, 'chair', { [a]: 11 })
  const written = view.candidates.find(({ name }) => name === f)
  const about = { ...key(view), candidate: written?.id }
  expect(view.findings).toContainEqual(expect.objectContaining({ code: 'written_in_undeclared', weight: 'open' }))
  expect(view.findings).toContainEqual(expect.objectContaining({ code: 'written_in_barred', rule: 'ELE-30' }))
  await expect(house.does(officer, closeCount, key(view))).rejects.toMatchObject({
    about: { findings: [{ code: 'written_in_undeclared' }] },
  })
  const stood = view.candidates.find(({ name }) => name === a)
  const declared = { declared: ['kin_of_principal'], engagement: 'full_time' }
  await expect(
    house.does(officer, declareWrittenIn, { ...about, candidate: stood?.id, ...declared }),
  ).rejects.toMatchObject({ code: 'kernel.absent' })

  view = await house.does(officer, declareWrittenIn, { ...about, ...declared })
  expect(view.contests[0]).toMatchObject({ standing: 'short', elected: [{ name: a }, { name: b }] })
  view = await house.does(officer, declareWrittenIn, { ...about, ...declared, declared: [] })
  view = await house.does(officer, closeCount, key(view))

  expect(view.findings.filter(({ weight }) => weight !== 'warning')).toEqual([])
})

test('ballots, tally sheet and report say what was voted in advance and who was written in', () => {
  const paper = (kind: 'request' | 'ballot' | 'tally' | 'report') => JSON.stringify(draftOf(kind, view, '上级工会'))
  expect(paper('request')).toContain('先差额预选，产生正式候选人4名')
  expect(paper('tally')).toContain(`${f}（另选）`)
  expect(paper('report')).toContain('先预选，再正式选举')
  expect(paper('report')).toContain(`${f}（另选）`)
})

test('whoever was written in takes the seat with the engagement that was declared (ELE-55, ORG-44)', async () => {
  await house.does(officer, reportResult, key(view))
  await house.does(above, approveResult, { ...key(view), documentNumber: '〔2026〕9号' })

  expect(
    await house.rows(
      `select name, engagement, person_id is not null as known from organization.officer
       where unit_id = $1 and seat = 'committee_member' and valid_to is null order by name`,
      [units.shop.id],
    ),
  ).toEqual(
    [
      ...[b, a].map((name) => ({ name, engagement: 'part_time', known: true })),
      { name: f, engagement: 'full_time', known: true },
    ].sort((one, other) => (one.name < other.name ? -1 : 1)),
  )
})
