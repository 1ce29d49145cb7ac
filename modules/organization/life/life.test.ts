import { beforeAll, expect, test } from 'vitest'
import { allInvariants } from '../../../apps/server/invariants.ts'
import { matterParts } from '../../../apps/server/matter-parts.ts'
import { systemActor } from '../../../kernel/command/actor.ts'
import { reactAll } from '../../../kernel/facts/reaction.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { verify } from '../../../kernel/verify/verify.ts'
import { openHouse } from '../../../tests/house.ts'
import { moveUnitMembers } from '../../membership/moving/commands/move-unit-members.ts'
import { membershipReactions } from '../../membership/reactions.ts'
import { submitAsk } from '../../rights/commands/submit-ask.ts'
import { findMyAsk } from '../../rights/queries/find-my-ask.ts'
import { recordCommitteeByHand } from '../officers/commands/record-committee-by-hand.ts'
import { findCommittee } from '../officers/queries/find-committee.ts'
import { searchUnits } from '../queries/search-units.ts'
import { returnChange, withdrawChange } from './commands/answer-change.ts'
import { approveChange } from './commands/approve-change.ts'
import { proposeChange } from './commands/propose-change.ts'
import { resubmitChange } from './commands/resubmit-change.ts'
import { findAskedChange } from './queries/find-asked.ts'
import { findUnitChange } from './queries/find-change.ts'
import { findUnitPast } from './queries/find-unit-past.ts'
import { previewChange } from './queries/preview-change.ts'
import { lifeReactions } from './reactions.ts'

const house = await openHouse()
const { units } = house
const cell = units.shop.cell
const county = await house.officer(units.county)
const township = await house.officer(units.township)
const shop = await house.officer(units.shop, 'grassroots_officer')
const sibling = await house.officer(units.siblingShop, 'grassroots_officer')
const city = await house.officer(units.city)

const papers = {
  reason: '两家单位已经合并',
  resolution: { on: '2026-02-20', by: '会员大会' },
  audit: { on: '2026-02-25', by: '区总工会经审办' },
  property: '经费资产并入接续的工会',
}
const asked = (unit: { id: string }, kind: string, more: object = {}) => ({ unit: unit.id, kind, ...papers, ...more })
const approved = (matter: string, at = cell) => ({ cell: at, matter, document: '穗荔工〔2026〕9号' })
const stateOf = async (unit: { id: string }) =>
  (
    await house.rows('select state, successor_id, parent_id, path, children from organization.unit where id = $1', [
      unit.id,
    ])
  )[0]
const held = async (unit: { id: string }) =>
  (
    await house.rows(
      `select person_id from membership.membership where unit_id = $1 and status <> 'ended' order by person_id`,
      [unit.id],
    )
  ).map(({ person_id }) => person_id)
/** What follows from facts has followed. */
async function followed(matter: string, at = cell): Promise<void> {
  await house.settled()
  const reactions = [...membershipReactions(house.services), ...lifeReactions(house.services, matterParts)]
  for (const _ of ['moved', 'closed']) {
    await reactAll(house.jobPool, reactions, (error) => {
      throw error
    })
    await house.settled()
  }
  const rows = await house.rows('select state from kernel.matter where cell_id = $1 and id = $2', [at, matter])
  expect(rows).toEqual([{ state: 'done' }])
}
async function breaches(): Promise<string[]> {
  const found: string[] = []
  await verify(
    house.services.pool,
    allInvariants,
    { onBreach: (invariant, { row, words }) => found.push(`${invariant.name}: ${row} ${words}`) },
    new AbortController().signal,
  )
  return found
}
const invariantsHold = async () => expect(await breaches()).toEqual([])

let people: Awaited<ReturnType<typeof house.applies>>[] = []
beforeAll(async () => {
  people = [await house.applies({ unit: units.shop }), await house.applies({ unit: units.shop })]
})

test('T-ORG-3: to dissolve without a meeting’s resolution is blocked (ORG-25), with every other paper that is missing', async () => {
  const refused = await house
    .does(shop, proposeChange, { unit: units.shop.id, kind: 'dissolve', reason: '单位人数减少' })
    .catch((error: unknown) => error)

  expect(
    refused instanceof Refusal && refused.faults.map(({ field, variables }) => [field, variables?.['rule']]),
  ).toEqual([
    ['/resolution', 'ORG-25'],
    ['/audit', 'ORG-29'],
    ['/property', 'ORG-28'],
  ])
})

test('papers, shape and tree are refused with every fault at once', async () => {
  const refused = await house
    .does(shop, proposeChange, {
      unit: units.shop.id,
      kind: 'merge',
      reason: '短',
      resolution: { on: '2026-09-01', by: '大会' },
    })
    .catch((error: unknown) => error)
  expect(refused instanceof Refusal && refused.faults.map(({ field }) => field).sort()).toEqual([
    '/audit',
    '/into',
    '/intoResolution',
    '/property',
    '/reason',
    '/resolution/on',
  ])

  const inTree = async (unit: { id: string }, into: { id: string }, kind = 'move') =>
    house
      .does(city, proposeChange, asked(unit, kind, { into: into.id }))
      .catch((error: unknown) => (error instanceof Refusal ? error.faults.map(({ code }) => code) : error))
  expect(await inTree(units.township, units.shop)).toEqual(['organization.change.below_itself'])
  expect(await inTree(units.shop, units.township)).toEqual(['organization.change.there_already'])
  expect(await inTree(units.county, units.neighbourCounty)).toContain('organization.change.whole_cell')
  expect(await inTree(units.township, units.neighbourCounty)).toEqual(['organization.change.children_elsewhere'])
})

test('what goes along is shown before anything is asked', async () => {
  expect(await house.asks(shop, previewChange, { unit: units.shop.id, into: units.siblingShop.id })).toMatchObject({
    unit: { name: units.shop.name },
    into: { name: units.siblingShop.name },
    decides: { name: units.township.name },
    matters: 2,
    children: 0,
  })
})

test('asked for, it can be taken back until it is decided; returned, it is mended and sent again', async () => {
  const merge = asked(units.shop, 'merge', { into: units.siblingShop.id, intoResolution: '2026-02-21' })
  const { matter } = await house.does(shop, proposeChange, merge)
  await expect(house.does(shop, proposeChange, merge)).rejects.toThrow('organization.change_open')
  await expect(house.does(shop, approveChange, approved(matter))).rejects.toThrow('kernel.absent')
  await house.does(shop, withdrawChange, { cell, matter })
  await expect(house.does(township, approveChange, approved(matter))).rejects.toThrow('matter.step_not_open')
  expect(await stateOf(units.shop)).toMatchObject({ state: 'active' })

  const again = await house.does(shop, proposeChange, merge)
  await house.does(township, returnChange, { cell, matter: again.matter, reason: '请补充审计报告' })
  expect(await house.asks(shop, findUnitChange, { cell, matter: again.matter })).toMatchObject({
    state: 'returned',
    answer: '请补充审计报告',
    may: { decide: false, mend: true, withdraw: true },
  })
  const wanted = await house.asks(shop, findAskedChange, { cell, matter: again.matter })
  expect(wanted).toMatchObject({ kind: 'merge', into: { id: units.siblingShop.id }, audit: papers.audit })
  const { unit: _, ...same } = merge
  const without = await house
    .does(shop, resubmitChange, { cell, matter: again.matter, ...same, audit: undefined })
    .catch((error: unknown) => error)
  expect(without instanceof Refusal && without.faults.map(({ field }) => field)).toEqual(['/audit'])
  const mended = { ...same, audit: { on: '2026-02-28', by: '省总工会经审办' }, reason: '已经补充了审计报告' }
  await house.does(shop, resubmitChange, { cell, matter: again.matter, ...mended })
  expect(await house.asks(township, findUnitChange, { cell, matter: again.matter })).toMatchObject({
    state: 'submitted',
    reason: '已经补充了审计报告',
    auditedBy: '省总工会经审办',
    may: { decide: true },
  })
  await house.does(shop, withdrawChange, { cell, matter: again.matter })
})

test('a merge: people, what is open and history follow; officers leave, the old name leads to the new union (ORG-28)', async () => {
  const chair = { name: '王建国', sex: 'male', engagement: 'part_time', seats: ['chair'], ties: [] }
  await house.does(shop, recordCommitteeByHand, {
    unit: units.shop.id,
    electedOn: '2025-03-01',
    years: 3,
    officers: [chair],
  })
  const before = await held(units.shop)
  const sum = before.length + (await held(units.siblingShop)).length
  const { matter } = await house.does(
    shop,
    proposeChange,
    asked(units.shop, 'merge', { into: units.siblingShop.id, intoResolution: '2026-02-21' }),
  )

  const after = await house.does(township, approveChange, approved(matter))
  expect(after.state).toBe('moving')
  await expect(house.applies({ unit: units.shop })).rejects.toThrow()
  await followed(matter)

  expect(await stateOf(units.shop)).toMatchObject({ state: 'closed', successor_id: units.siblingShop.id })
  expect(await held(units.shop)).toEqual([])
  expect((await held(units.siblingShop)).length).toBe(sum)
  const open = await house.rows(
    `select distinct host_unit_id, path from kernel.matter where kind = 'membership.application' and ended_at is null`,
  )
  expect(open).toEqual([{ host_unit_id: units.siblingShop.id, path: units.siblingShop.path }])
  const found = await house.asks(township, searchUnits, { text: units.shop.name, under: units.township.id })
  expect(found.items.map(({ unit, by }) => [unit.id, by])).toEqual([[units.siblingShop.id, 'former']])
  const past = await house.asks(sibling, findUnitPast, { unit: units.siblingShop.id })
  expect(past.before.map(({ name }) => name)).toEqual([units.shop.name])
  expect((await house.asks(township, findCommittee, { unit: units.shop.id })).officers).toEqual([])
  await invariantsHold()
})

test('a joining code of a union that went on as another one leads there', async () => {
  // The code was made before the merge.
  const [row] = await house.rows(`select token from membership.joining_code where unit_id = $1 limit 1`, [
    units.shop.id,
  ])
  const joined = await house.applies({ code: String(row?.token) })

  expect(joined.outcome.card?.unit.id).toBe(units.siblingShop.id)
})

test('figures of past days do not change: where somebody was on a day before is where they were', async () => {
  const lines = await house.rows(
    `select h.unit_id, h.path, h.valid_to is null as open from membership.membership_history h
     join membership.membership m on m.cell_id = h.cell_id and m.id = h.membership_id
     where m.person_id = $1 order by h.number`,
    [people[0]?.actor.person],
  )

  expect(lines[0]).toEqual({ unit_id: units.shop.id, path: units.shop.path, open: false })
  expect(lines.at(-1)).toEqual({ unit_id: units.siblingShop.id, path: units.siblingShop.path, open: true })
})

test('a split founds a union beside it: those named go over, everybody else stays (ORG-29)', async () => {
  const before = await held(units.siblingShop)
  const [named] = await house.rows(
    `select id, person_id from membership.membership where unit_id = $1 and status <> 'ended' order by id limit 1`,
    [units.siblingShop.id],
  )
  const { matter } = await house.does(
    sibling,
    proposeChange,
    asked(units.siblingShop, 'split', {
      parts: [{ name: '沙面快递站分拨中心工会', shortName: '分拨中心', people: [named?.id] }],
    }),
  )
  const after = await house.does(township, approveChange, approved(matter))
  await followed(matter)

  const made = { id: after.parts[0]?.made?.id ?? '' }
  expect(await held(made)).toEqual([named?.person_id])
  expect(await held(units.siblingShop)).toEqual(before.filter((person) => person !== named?.person_id))
  expect(await stateOf(made)).toMatchObject({ state: 'active', parent_id: units.township.id })
  await invariantsHold()
})

test('a union moves under another one of its cell with everything at its place and below; sums follow, past places stay (ORG-01)', async () => {
  const counted = async (unit: { id: string }) =>
    Number(
      (await house.rows('select provisional from insight.unit_count where unit_id = $1', [unit.id]))[0]?.[
        'provisional'
      ] ?? 0,
    )
  await house.settled()
  const before = {
    from: await counted(units.township),
    to: await counted(units.siblingTownship),
    county: await counted(units.county),
  }
  const own = await counted(units.siblingShop)
  const { matter } = await house.does(
    sibling,
    proposeChange,
    asked(units.siblingShop, 'move', { into: units.siblingTownship.id }),
  )
  // The union above alone cannot give it to another one that it does not cover.
  await expect(house.does(township, approveChange, approved(matter))).rejects.toThrow('kernel.absent')

  expect((await house.does(county, approveChange, approved(matter))).state).toBe('done')
  await house.settled()

  const now = await stateOf(units.siblingShop)
  expect(now).toMatchObject({ parent_id: units.siblingTownship.id, state: 'active' })
  expect(String(now?.['path']).slice(0, 3)).toBe(units.siblingTownship.path)
  expect([await counted(units.township), await counted(units.siblingTownship), await counted(units.county)]).toEqual([
    before.from - own,
    before.to + own,
    before.county,
  ])
  const past = await house.asks(sibling, findUnitPast, { unit: units.siblingShop.id }).catch(() => undefined)
  expect(past).toBeUndefined()
  const post = await house.rows('select path from kernel.post where id = $1', [sibling.post.id])
  expect(post).toEqual([{ path: now?.['path'] }])
  await invariantsHold()
})

test('renamed or re-coded, a union is found by both names and its past keeps the old one (ORG-37)', async () => {
  const change = {
    unit: units.siblingTownship.id,
    kind: 'rename',
    name: '荔湾区岭南新街道总工会',
    divisionCode: '440103090',
    reason: '区划调整更名',
  }
  const { matter } = await house.does(county, proposeChange, change)

  await house.does(county, approveChange, approved(matter))

  const past = await house.asks(county, findUnitPast, { unit: units.siblingTownship.id })
  expect(past.lines.map(({ name, to, divisionCode }) => [name, to, divisionCode])).toEqual([
    ['荔湾区岭南新街道总工会', null, '440103090'],
    ['荔湾区岭南街道总工会', '2026-03-02', null],
  ])
  const found = await house.asks(county, searchUnits, { text: '岭南街道', under: units.county.id })
  expect(found.items.map(({ unit }) => unit.id)).toContain(units.siblingTownship.id)
})

test('a county that is renamed and re-coded keeps its cell: no member moves, figures and the day before stay (ORG-37)', async () => {
  const rows = () =>
    house.rows(
      `select m.id, m.cell_id, m.path, c.on_roll from membership.membership m
       left join insight.unit_count c on c.cell_id = m.cell_id and c.unit_id = $1 where m.cell_id = $2 order by m.id`,
      [units.county.id, cell],
    )
  await house.settled()
  const before = await rows()
  const change = {
    unit: units.county.id,
    kind: 'rename',
    name: '广州市西关区总工会',
    divisionCode: '440199',
    reason: '区划调整后更名',
  }
  const { matter } = await house.does(county, proposeChange, change)

  await house.does(city, approveChange, approved(matter))
  await house.settled()

  expect(before.length).toBeGreaterThan(0)
  expect(await rows()).toEqual(before)
  const past = await house.asks(county, findUnitPast, { unit: units.county.id })
  expect(past.lines.map(({ name, divisionCode }) => [name, divisionCode])).toEqual([
    ['广州市西关区总工会', '440199'],
    [units.county.name, null],
  ])
})

test('a union that ends with its employer needs no meeting; its members are retained with the union above (ORG-26, MEM-36)', async () => {
  const { resolution: _, ...withoutMeeting } = papers
  const member = await house.applies({ unit: units.cousinShop })
  await house.rows(`update membership.membership set status = 'active', since = '2026-03-02' where person_id = $1`, [
    member.actor.person,
  ])
  await house.rows(
    `update membership.membership_history h set status = 'active' from membership.membership m
     where m.cell_id = h.cell_id and m.id = h.membership_id and m.person_id = $1`,
    [member.actor.person],
  )
  const { matter } = await house.does(county, proposeChange, {
    unit: units.cousinShop.id,
    kind: 'close',
    members: 'retain',
    ...withoutMeeting,
  })

  await house.does(county, approveChange, approved(matter))
  await followed(matter)

  expect(await stateOf(units.cousinShop)).toMatchObject({ state: 'closed', successor_id: units.siblingTownship.id })
  const [stands] = await house.rows(`select status, unit_id from membership.membership where person_id = $1`, [
    member.actor.person,
  ])
  expect(stands).toEqual({ status: 'retained', unit_id: units.siblingTownship.id })
})

test('a union goes on in another county under its own name: people, officers and term go along, and figures with them', async () => {
  const mover = await house.applies({ unit: units.neighbourShop })
  const officer = await house.officer(units.neighbourShop, 'grassroots_officer')
  await house.rows(`update organization.unit set desk_post_id = $1 where id = $2`, [
    officer.post.id,
    units.neighbourShop.id,
  ])
  // A member with a question that is not answered yet.
  const { ask: received } = await house.does(mover.actor, submitAsk, { words: '两个月没有发工资', topic: '04' })
  expect(received.unit.id).toBe(units.neighbourShop.id)
  const chair = { name: '钱多', sex: 'male', engagement: 'full_time', seats: ['chair'], ties: [] }
  await house.does(officer, recordCommitteeByHand, {
    unit: units.neighbourShop.id,
    electedOn: '2025-03-01',
    years: 3,
    officers: [chair],
  })
  const { cell: from } = units.neighbourShop
  const { matter } = await house.does(
    officer,
    proposeChange,
    asked(units.neighbourShop, 'move', { into: units.siblingTownship.id }),
  )

  const after = await house.does(city, approveChange, approved(matter, from))
  await followed(matter, from)

  const made = { id: after.made?.id ?? '' }
  expect(await stateOf(made)).toMatchObject({ state: 'active', parent_id: units.siblingTownship.id })
  expect(await stateOf(units.neighbourShop)).toMatchObject({ state: 'closed', successor_id: made.id })
  const committee = await house.asks(county, findCommittee, { unit: made.id })
  expect(committee).toMatchObject({ term: { endsOn: '2028-02-29' }, officers: [{ name: '钱多' }] })
  const posts = await house.rows(
    `select h.account_id from kernel.post p join kernel.post_holding h on h.post_id = p.id and h.valid_to is null where p.unit_id = $1`,
    [made.id],
  )
  expect(posts).toContainEqual({ account_id: officer.account })
  // What is open follows to the desk of the union that goes on, whole, with its clock; the asker finds it as before.
  const [lies] = await house.rows(
    `select m.cell_id, m.host_unit_id, p.unit_id as desk, m.due_on is not null as clocked, m.ended_at from kernel.matter m
     join kernel.post p on p.id = m.owner_post_id where m.id = $1 and m.moved_to_cell is null`,
    [received.matter],
  )
  expect(lies).toEqual({ cell_id: cell, host_unit_id: made.id, desk: made.id, clocked: true, ended_at: null })
  const mine = await house.asks(mover.actor, findMyAsk, { cell, matter: received.matter })
  expect(mine).toMatchObject({ unit: { id: made.id }, state: 'received' })
  // Whose application waits in the old county stays there, with the union above.
  const [waits] = await house.rows(
    `select unit_id from membership.membership where person_id = $1 and status <> 'ended'`,
    [mover.actor.person],
  )
  expect(waits?.unit_id).toBe(units.neighbourCounty.id)
})

test('what would be left behind by a union that ended is told by verify, and which row it is', async () => {
  const closed = units.shop.id
  const broken = async (harm: string, mend: string) => {
    await house.rows(harm)
    const found = await breaches()
    await house.rows(mend)
    return found.map((line) => line.split(':')[0] ?? '').filter((name) => name.startsWith('organization.'))
  }

  const [officer] = await house.rows(`select id, path from organization.officer where unit_id = $1 limit 1`, [closed])
  expect(
    await broken(
      `update organization.officer set path = '999' where id = '${officer?.['id']}'`,
      `update organization.officer set path = '${officer?.['path']}' where id = '${officer?.['id']}'`,
    ),
  ).toEqual(['organization.officer_in_place'])
  const [post] = await house.rows(
    `select h.id, h.valid_to::text from kernel.post_holding h join kernel.post p on p.id = h.post_id where p.unit_id = $1 limit 1`,
    [closed],
  )
  expect(
    await broken(
      `update kernel.post_holding set valid_to = null where id = '${post?.['id']}'`,
      `update kernel.post_holding set valid_to = '${post?.['valid_to']}' where id = '${post?.['id']}'`,
    ),
  ).toEqual(['organization.closed_unit'])
})

test('a process that died on the way goes on where it was, and hearing of it twice does no harm', async () => {
  await house.applies({ unit: units.farShop })
  const province = await house.officer(units.otherProvince)
  const { cell: at } = units.farShop
  const { matter } = await house.does(province, proposeChange, asked(units.farShop, 'dissolve'))
  await house.does(province, approveChange, approved(matter, at))
  // Its people have gone over, and then the process ended before anything else.
  await house.does(systemActor('test'), moveUnitMembers, { cell: at, from: units.farShop.id, into: units.farCounty.id })
  await house.settled()
  expect(await stateOf(units.farShop)).toMatchObject({ state: 'closing' })

  await followed(matter, at)
  await house.rows(`update kernel.consumer set number = 0 where cell_id = $1 and name = 'membership.follow_units'`, [
    at,
  ])
  await followed(matter, at)

  expect(await stateOf(units.farShop)).toMatchObject({ state: 'closed', successor_id: units.farCounty.id })
  expect((await held(units.farCounty)).length).toBe(1)
})
