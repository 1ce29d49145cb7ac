import { expect, test } from 'vitest'
import { makeElections, stands } from '../../../tests/elections.ts'
import { openHouse } from '../../../tests/house.ts'
import { documentKinds } from '../contract.ts'
import { drawDocument } from '../queries/draw-document.ts'
import { drawSheet } from '../queries/draw-sheet.ts'
import { findElection } from '../queries/find-election.ts'
import { listElections } from '../queries/list-elections.ts'
import { listMyElections } from '../queries/list-my-elections.ts'
import { readSheet } from '../queries/read-sheet.ts'
import { agreeToElection } from './agree-to-election.ts'
import { approveRemoval } from './approve-removal.ts'
import { approveResult } from './approve-result.ts'
import { cancelElection } from './cancel-election.ts'
import { changePlan } from './change-plan.ts'
import { enterCandidates } from './enter-candidates.ts'
import { enterDelegates } from './enter-delegates.ts'
import { proposeRemoval } from './propose-removal.ts'
import { recordRemovalVote } from './record-removal-vote.ts'
import { recount } from './recount.ts'
import { refuseResult } from './refuse-result.ts'
import { reopenCandidates } from './reopen-candidates.ts'
import { reportRemoval } from './report-removal.ts'
import { requestElection } from './request-election.ts'
import { returnPlan } from './return-plan.ts'
import { withdrawRemoval } from './withdraw-removal.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop, 'grassroots_officer')
const above = await house.officer(units.township)
const elections = makeElections(house, units.shop, officer, above)
const { key } = elections
const names = ['王一', '丁二', '李三', '张四', '欧阳五', '万六', '龙七', '魏八', '戴九', '卜十', '马十一']
await elections.onRoll(names)
const member = await house.applies({ unit: units.shop, name: '史十二' })
await house.rows(`update membership.membership set status = 'active', since = '2026-03-02' where person_id = $1`, [
  member.actor.person,
])
const stranger = await house.applies({ unit: units.farShop })
const everybody = [...names, '史十二']
const removal = {
  unit: units.shop.id,
  name: '王一',
  post: 'chair',
  electorate: 'delegates',
  reason: '长期不履行职责',
} as const

test('a plan is sent back with its reason, mended, and asked for again; the owner is who has the next word', async () => {
  const planned = await elections.until('requested', everybody)
  expect(planned.owner.unit).toBe(units.township.name)

  const back = await house.does(above, returnPlan, { ...key(planned), reason: '委员名额偏多' })
  expect(back).toMatchObject({ state: 'planned', owner: { unit: units.shop.name } })
  const { state } = await house.does(officer, changePlan, {
    ...key(planned),
    ...{
      form: 'general',
      termYears: 5,
      chairBy: 'meeting',
      keepsAccounts: true,
      meetingOn: '2026-03-21',
      meetingPlace: '食堂',
    },
    contests: [{ body: 'committee', seats: 3 }],
  })

  expect(state).toBe('planned')
  const cancelled = await house.does(officer, cancelElection, { ...key(planned), reason: '推迟' })
  expect(cancelled).toMatchObject({ state: 'cancelled', due: null, steps: [] })
  expect(cancelled.history.map(({ step, reason }) => [step, reason])).toEqual([
    ['plan', null],
    ['request', null],
    ['return', '委员名额偏多'],
    ['cancel', '推迟'],
  ])
})

test('a term of four years and a meeting in the publicity are found before anybody votes (ELE-01, T-ELE-10)', async () => {
  const planned = await elections.plan({ termYears: 4 })

  expect(planned.findings).toContainEqual(expect.objectContaining({ rule: 'ELE-01', weight: 'violation' }))
  await house.does(officer, cancelElection, { ...key(planned), reason: '重拟' })
})

test('members see who stands from the day of publication on, who is elected once it is approved, and nobody else sees any of it (ELE-35)', async () => {
  const preparing = await elections.until('preparing', everybody)
  const before = await house.asks(member.actor, listMyElections, {})
  expect(before.items[0]?.contests.map(({ candidates }) => candidates)).toEqual([[], [], []])
  await house.does(officer, cancelElection, { ...key(preparing), reason: '重来' })

  const reported = await elections.until('reported', everybody)
  const waiting = await house.asks(member.actor, listMyElections, {})
  const [committee] = waiting.items[0]?.contests ?? []
  expect(committee?.candidates.map(({ name }) => name)).toEqual(['丁二', '王一', '张四', '李三'])
  expect(committee?.elected).toBeNull()
  expect((await house.asks(stranger.actor, listMyElections, {})).items).toEqual([])

  const refused = await house.does(above, refuseResult, { ...key(reported), reason: '票数请再核对' })
  expect(refused).toMatchObject({ state: 'counted', owner: { unit: units.shop.name } })
  const again = await house.does(officer, recount, { ...key(reported), reason: '核对票数' })
  expect(again.state).toBe('counting')
})

test('an approved result is shown to the members with the new term', async () => {
  const [row] = await house.rows(
    `update kernel.matter set state = 'reported' where kind = 'elections.re_election' and state = 'counting' returning id`,
  )
  const approved = await house.does(above, approveResult, {
    cell: units.shop.cell,
    matter: row?.id,
    documentNumber: '〔2026〕1号',
  })
  expect(approved.state).toBe('approved')

  const seen = await house.asks(member.actor, listMyElections, {})

  expect(seen.items[0]).toMatchObject({
    state: 'approved',
    mayVote: true,
    newTerm: { from: '2026-03-20', to: '2029-03-19' },
  })
  expect(seen.items[0]?.contests[0]?.elected?.map(({ name }) => name)).toEqual(['王一', '丁二', '李三'])
})

test('every document of an election is drafted as a PDF, whatever is known of it by then', async () => {
  const [row] = await house.rows(
    `select id from kernel.matter where kind = 'elections.re_election' and state = 'approved'`,
  )
  for (const document of documentKinds) {
    const paper = await house.asks(above, drawDocument, { cell: units.shop.cell, matter: row?.id, document })
    expect(paper.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(paper.fileName).toMatch(/\.pdf$/)
  }
})

test('candidates go out as a sheet and come in as the same list; every wrong cell is named', async () => {
  const { cell } = units.shop
  const [row] = await house.rows(
    `select id from kernel.matter where kind = 'elections.re_election' and state = 'approved'`,
  )
  const about = { cell, matter: String(row?.id), list: 'candidates' } as const
  const sheet = await house.asks(officer, drawSheet, about)
  const parts: Buffer[] = []
  for await (const part of sheet.bytes) parts.push(Buffer.from(part))

  const { candidates } = await house.asks(officer, readSheet, {
    ...about,
    mediaType: sheet.mediaType,
    bytes: Buffer.concat(parts),
  })

  const view = await house.asks(officer, findElection, { cell, matter: about.matter })
  expect(candidates).toEqual(
    view.candidates.map(({ name, sex, bodies, declared, engagement, frontLine, modelWorker }) => ({
      name,
      sex,
      bodies,
      declared,
      engagement,
      frontLine,
      modelWorker,
    })),
  )
  const wrong = Buffer.from(
    '姓名,性别,职务,申报情况,任职方式,一线职工,劳模先进\n,男,厂长,,,对,\n丁二,中,委员,,临时,,是\n',
  )
  await expect(house.asks(officer, readSheet, { ...about, mediaType: 'text/csv', bytes: wrong })).rejects.toMatchObject(
    {
      faults: [
        { field: '/rows/2', code: 'elections.cell_empty' },
        { field: '/rows/2', code: 'elections.body_unknown' },
        { field: '/rows/2', code: 'elections.cell_empty', variables: { column: '任职方式' } },
        { field: '/rows/2', code: 'elections.cell_wrong' },
        { field: '/rows/3', code: 'elections.cell_wrong' },
        { field: '/rows/3', code: 'elections.cell_wrong', variables: { column: '任职方式' } },
      ],
    },
  )
  const headless = Buffer.from('名字,职务\n丁二,委员\n')
  await expect(
    house.asks(officer, readSheet, { ...about, mediaType: 'text/csv', bytes: headless }),
  ).rejects.toMatchObject({
    code: 'elections.sheet_headings',
  })
})

test('T-ELE-8: a chair is removed by 31 of all 60 delegates, and leaves the seat once it is approved (ELE-41)', async () => {
  const kept = await house.does(officer, proposeRemoval, removal)
  const vote = { heldOn: '2026-03-20', all: 60 }
  expect(await house.does(officer, recordRemovalVote, { ...keyOf(kept), ...vote, yes: 30 })).toMatchObject({
    state: 'kept',
    removal: { need: 31, yes: 30 },
  })

  const proposed = await house.does(officer, proposeRemoval, removal)
  expect((await house.does(officer, recordRemovalVote, { ...keyOf(proposed), ...vote, yes: 31 })).state).toBe('removed')
  await house.does(officer, reportRemoval, keyOf(proposed))
  await expect(
    house.does(await house.officer(units.shop), approveRemoval, { ...keyOf(proposed), documentNumber: '二号' }),
  ).rejects.toMatchObject({
    code: 'elections.from_above',
  })
  const approved = await house.does(above, approveRemoval, { ...keyOf(proposed), documentNumber: '二号' })

  expect(approved).toMatchObject({ state: 'approved', documentNumber: '二号' })
  expect(
    await house.rows(`select ended_because from organization.officer where seat = 'chair' and name = '王一'`),
  ).toEqual([{ ended_because: 'removed' }])
})

test('a removal that was not voted on can be withdrawn', async () => {
  const proposed = await house.does(officer, proposeRemoval, removal)
  expect(await house.does(officer, withdrawRemoval, { ...keyOf(proposed), reason: '本人已辞职' })).toMatchObject({
    state: 'withdrawn',
    steps: [],
  })
})

test('a by-election fills the vacant chair for the rest of the term (ELE-42, ORG-43)', async () => {
  const planned = await elections.plan({
    kind: 'by_election',
    contests: [{ body: 'chair', seats: 1 }],
    meetingOn: '2026-04-20',
  })
  expect(planned.due?.rule).toBe('ORG-43')
  await house.does(officer, requestElection, key(planned))
  await house.does(above, agreeToElection, key(planned))
  const entered = await house.does(officer, enterCandidates, {
    ...key(planned),
    candidates: [stands('丁二', ['chair']), stands('李三', ['chair'])],
  })
  expect(entered.findings.filter(({ weight }) => weight === 'violation')).toEqual([])
})

test('delegates come by their names of the roll, and a meeting of delegates is theirs alone (ELE-11)', async () => {
  await house.rows(`update elections.election set form = 'delegate', members = 120 where kind = 'by_election'`)
  const [row] = await house.rows(`select id from kernel.matter where kind = 'elections.by_election'`)
  const delegate = (name: string) => ({ name, sex: 'female', constituency: '一分会', manager: false, frontLine: true })
  const view = await house.does(officer, enterDelegates, {
    ...{ cell: units.shop.cell, matter: row?.id, toldOn: '2026-03-20' },
    delegates: ['史十二', '丁二'].map(delegate),
  })

  expect(view.delegates.map(({ name, membership }) => [name, membership !== null])).toEqual([
    ['丁二', true],
    ['史十二', true],
  ])
  expect(view).toMatchObject({ delegatesAllowed: { min: 30, max: 40 } })
  expect(
    (await house.asks(member.actor, listMyElections, {})).items.find(({ kind }) => kind === 'elections.by_election'),
  ).toMatchObject({
    delegate: true,
  })
})

test('published candidates are taken back for a change, and their days begin anew', async () => {
  const [row] = await house.rows(
    `update kernel.matter set state = 'published' where kind = 'elections.by_election' returning id`,
  )
  const view = await house.does(officer, reopenCandidates, {
    cell: units.shop.cell,
    matter: row?.id,
    reason: '候选人有变',
  })
  expect(view).toMatchObject({ state: 'preparing', publicUntil: null, publishedOn: null })
})

test('the list of a union shows what is open first, with the electorate by the roll and what the place allows', async () => {
  const list = await house.asks(officer, listElections, { unit: units.shop.id })

  expect(list).toMatchObject({
    electorate: { members: 12 },
    termYears: [3, 5],
    committeeSizes: [3],
    upper: { id: units.township.id },
  })
  expect(list.items[0]).toMatchObject({ ended: false, kind: 'elections.by_election' })
  await expect(
    house.asks(await house.officer(units.siblingShop), listElections, { unit: units.shop.id }),
  ).rejects.toMatchObject({
    code: 'kernel.absent',
  })
})

function keyOf({ cell, matter }: { readonly cell: number; readonly matter: string }) {
  return { cell, matter }
}
