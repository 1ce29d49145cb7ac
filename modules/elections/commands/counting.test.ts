import { expect, test } from 'vitest'
import { makeElections, stands } from '../../../tests/elections.ts'
import { openHouse } from '../../../tests/house.ts'
import { findElection } from '../queries/find-election.ts'
import { approveResult } from './approve-result.ts'
import { closeCount } from './close-count.ts'
import { enterCandidates } from './enter-candidates.ts'
import { enterCount } from './enter-count.ts'
import { enterDelegates } from './enter-delegates.ts'
import { holdAgain } from './hold-again.ts'
import { holdMeeting } from './hold-meeting.ts'
import { leaveSeatsEmpty } from './leave-seats-empty.ts'
import { publishCandidates } from './publish-candidates.ts'
import { voteAgain } from './vote-again.ts'

const house = await openHouse()
const { units } = house
const names = ['王一', '丁二', '李三', '张四', '欧阳五', '万六', '龙七', '魏八', '戴九', '卜十', '马十一', '史十二']

/** A union of its own with a whole small election. */
async function electing(unit: (typeof units)['shop']) {
  house.moveTo('2026-03-02T09:00:00+08:00')
  const officer = await house.officer(unit, 'grassroots_officer')
  const above = await house.officer(units.county)
  const elections = makeElections(house, unit, officer, above)
  await elections.onRoll(names)
  return { officer, above, elections }
}
const here = await electing(units.shop)
const { officer, elections } = here
const { key } = elections
let view = await elections.until('published', names)
const held = { heldOn: '2026-03-20', expected: 12, present: 11, ballot: 'secret', proxies: 0 }

test('nobody meets while the candidates are still published (ELE-35)', async () => {
  house.moveTo('2026-03-08T18:00:00+08:00')
  await expect(house.does(officer, holdMeeting, { ...key(view), ...held, heldOn: '2026-03-08' })).rejects.toMatchObject(
    {
      code: 'elections.still_published',
    },
  )
})

test('a meeting with seven of twelve has no quorum: nothing of it is counted, and it is held again (ELE-50)', async () => {
  house.moveTo('2026-03-20T18:00:00+08:00')
  view = await house.does(officer, holdMeeting, { ...key(view), ...held, present: 7 })
  expect(view.findings).toContainEqual(
    expect.objectContaining({ rule: 'ELE-50', code: 'no_quorum', weight: 'violation' }),
  )

  await expect(elections.countAll(view, 'committee', {})).rejects.toMatchObject({ code: 'elections.no_quorum' })
  view = await house.does(officer, holdAgain, { ...key(view), reason: '到会人数不足三分之二' })
  view = await house.does(officer, holdMeeting, { ...key(view), ...held })

  expect(view).toMatchObject({ state: 'counting', quorum: 8, present: 11 })
  expect(view.contests[0]?.rounds).toMatchObject([{ kind: 'first', standing: 'waiting' }])
})

test('one teller never sees what the other counted before both have, and where they differ is named', async () => {
  const committee = view.contests[0]
  const votes = (committee?.rounds[0]?.candidates ?? []).map((candidate) => ({ candidate, yes: 8, no: 3, abstain: 0 }))
  const count = {
    ...key(view),
    body: 'committee',
    round: committee?.rounds[0]?.number ?? 0,
    present: 11,
    issued: 11,
    returned: 11,
    invalid: 0,
  }
  await house.does(officer, enterCount, { ...count, votes, teller: 1, tellerName: '甲' })
  const alone = await house.asks(officer, findElection, key(view))
  expect(alone.contests[0]?.rounds[0]).toMatchObject({
    entered: [true, false],
    counts: [null, null],
    standing: 'waiting',
  })

  await expect(house.does(officer, enterCount, { ...count, votes, teller: 2, tellerName: '甲' })).rejects.toMatchObject(
    {
      code: 'elections.same_teller',
    },
  )
  const [first, ...others] = votes
  const differing = [{ ...first, yes: 7, no: 4 }, ...others]
  const both = await house.does(officer, enterCount, { ...count, votes: differing, teller: 2, tellerName: '乙' })

  expect(both.contests[0]?.rounds[0]).toMatchObject({ standing: 'differs', differing: [first?.candidate], elected: [] })
  expect(both.contests[0]?.rounds[0]?.counts.map((one) => one?.tellerName)).toEqual(['甲', '乙'])
})

test('every number that cannot be is named at once, and nothing of it is kept', async () => {
  const round = view.contests[0]?.rounds[0]
  const [one, two, three, four] = round?.candidates ?? []
  const wrong = {
    ...{ ...key(view), body: 'committee', round: round?.number, teller: 1, tellerName: '甲' },
    ...{ present: 13, issued: 14, returned: 11, invalid: 12 },
    votes: [one, two, three].map((candidate) => ({ candidate, yes: 5, no: 0, abstain: 0 })),
  }

  await expect(house.does(officer, enterCount, wrong)).rejects.toMatchObject({
    code: 'kernel.invalid_input',
    faults: [
      { field: '/present', code: 'elections.more_than_expected' },
      { field: '/issued', code: 'elections.count.more_issued_than_present' },
      { field: '/invalid', code: 'elections.count.more_invalid_than_returned' },
      ...[0, 1, 2].map((at) => ({ field: `/votes/${at}`, code: 'elections.count.votes_do_not_add_up' })),
      { field: `/votes/${four}`, code: 'elections.count.votes_missing' },
      { field: '/votes', code: 'elections.count.more_choices_than_seats' },
    ],
  })
})

test('a tie for the last seat is voted again by those two alone, and whoever has more takes it (ELE-59)', async () => {
  const tie = await elections.countAll(view, 'committee', { 王一: 11, 丁二: 8, 李三: 7, 张四: 7 })
  expect(tie.contests[0]).toMatchObject({ standing: 'tie', next: { kind: 'run_off', seats: 1 } })
  await expect(house.does(officer, closeCount, key(view))).rejects.toMatchObject({ code: 'elections.count_open' })

  view = await house.does(officer, voteAgain, { ...key(view), body: 'committee' })
  view = await elections.countAll(view, 'committee', { 李三: 4, 张四: 7 })

  expect(view.contests[0]).toMatchObject({
    standing: 'complete',
    elected: [{ name: '王一' }, { name: '丁二' }, { name: '张四' }],
  })
  await expect(house.does(officer, voteAgain, { ...key(view), body: 'committee' })).rejects.toMatchObject({
    code: 'elections.nothing_to_vote',
  })
})

test('more ballots than were given out make a round void, and it is voted again (ELE-56)', async () => {
  const voided = await elections.countAll(view, 'chair', {}, { returned: 12 })
  expect(voided.contests[1]).toMatchObject({ standing: 'void', next: { kind: 'repeat', seats: 1 } })

  view = await house.does(officer, voteAgain, { ...key(view), body: 'chair' })
  view = await elections.countAll(view, 'chair', { 王一: 11 })

  expect(view.contests[1]).toMatchObject({ standing: 'complete', elected: [{ name: '王一', yes: 11 }] })
})

test('seats for which nobody has the majority are voted again, or left empty where the rules of sizes allow it (ELE-60)', async () => {
  view = await elections.countAll(view, 'fund_review', { 欧阳五: 11, 万六: 9, 龙七: 6, 魏八: 2 })
  expect(view.contests[2]).toMatchObject({ standing: 'short', mayReduce: false, next: { kind: 'rest', seats: 1 } })
  await expect(house.does(officer, leaveSeatsEmpty, { ...key(view), body: 'fund_review' })).rejects.toMatchObject({
    code: 'elections.size_not_allowed',
  })

  view = await house.does(officer, voteAgain, { ...key(view), body: 'fund_review' })
  view = await elections.countAll(view, 'fund_review', { 龙七: 8, 魏八: 1 })
  view = await house.does(officer, closeCount, key(view))

  expect(view).toMatchObject({ state: 'counted' })
  expect(view.contests[2]?.elected.map(({ name }) => name)).toEqual(['欧阳五', '万六', '龙七'])
})

test('what was counted is never changed or taken away: each correction stands beside what it corrects', async () => {
  for (const change of [
    'update elections.tally set invalid = 1',
    'delete from elections.tally',
    'delete from elections.elected',
  ]) {
    await expect(house.services.pool.query(change)).rejects.toThrow('permission denied')
  }
  expect(
    await house.rows(
      `select count(*)::int as kept from elections.tally where teller = 1 and body = 'committee' and version = 2`,
    ),
  ).toEqual([{ kept: 1 }])
})

test('a list with somebody who is barred, or too few, is not published; everything against it is named with its rule (ELE-31, ELE-51)', async () => {
  const there = await electing(units.siblingShop)
  const preparing = await there.elections.until('preparing', names)
  await house.does(there.officer, enterCandidates, {
    ...there.elections.key(preparing),
    candidates: [
      stands('王一', ['committee', 'chair'], { declared: ['kin_of_principal'] }),
      stands('丁二', ['committee']),
      stands('张四', ['committee', 'fund_review'], { declared: ['handles_money'] }),
      stands('路人甲', ['fund_review']),
    ],
  })

  const refused = await house
    .does(there.officer, publishCandidates, there.elections.key(preparing))
    .catch((error: unknown) => error)

  expect(refused).toMatchObject({ code: 'elections.cannot_publish' })
  const { findings } = await house.asks(there.officer, findElection, there.elections.key(preparing))
  expect(findings.filter(({ weight }) => weight === 'violation').map(({ rule, code }) => `${rule} ${code}`)).toEqual([
    'ELE-51 ratio',
    'ELE-51 ratio',
    'ELE-31 bar_kin_of_principal',
    'ELE-22 bar_handles_money',
    'ELE-30 bar_not_a_member',
  ])
  for (const { words } of findings) expect(words).not.toMatch(/elections\.|organization\.|\{/)
})

test('wrong people are refused row by row, all at once', async () => {
  const there = await electing(units.cousinShop)
  await there.elections.onRoll(['王一'])
  const preparing = await there.elections.until('requested', names)
  const planned = there.elections.key(preparing)
  await house.rows(`update kernel.matter set state = 'preparing' where id = $1`, [preparing.matter])
  const given = [
    stands('王一', ['committee']),
    stands('李三', ['committee']),
    stands('李三', ['chair']),
    stands('3', ['committee']),
  ]

  await expect(house.does(there.officer, enterCandidates, { ...planned, candidates: given })).rejects.toMatchObject({
    faults: [{ field: '/candidates/3/name' }],
  })
  await expect(
    house.does(there.officer, enterCandidates, { ...planned, candidates: given.slice(0, 3) }),
  ).rejects.toMatchObject({
    faults: [
      { field: '/candidates/0/name', code: 'elections.namesakes' },
      { field: '/candidates/2/name', code: 'elections.person_twice' },
    ],
  })
  await expect(house.does(there.officer, enterDelegates, { ...planned, delegates: [] })).rejects.toMatchObject({
    code: 'elections.members_meet',
  })
})

test('a result that breaks the procedure is approved by nobody, each violation named with its rule (ELE-40, ELE-55)', async () => {
  const there = await electing(units.farShop)
  const province = await house.officer(units.otherProvince)
  const far = makeElections(house, units.farShop, there.officer, province)
  const reported = await far.until('reported', names)
  await house.rows(`update elections.election set ballot = 'show_of_hands', proxies = 2 where matter_id = $1`, [
    reported.matter,
  ])

  const refused = await house
    .does(province, approveResult, { ...far.key(reported), documentNumber: '一号' })
    .catch((error: unknown) => error)

  expect(refused).toMatchObject({
    code: 'elections.violations',
    about: {
      findings: [
        { rule: 'ELE-55', code: 'show_of_hands' },
        { rule: 'ELE-55', code: 'proxies' },
      ],
    },
  })
})
