import { expect, test } from 'vitest'
import { reactAll } from '../../../kernel/facts/reaction.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { codes, foundingsOf, group, key, plant, result } from '../../../tests/foundings.ts'
import { openHouse } from '../../../tests/house.ts'
import { confirmApplication } from '../../membership/commands/confirm-application.ts'
import { membershipReactions } from '../../membership/jobs.ts'
import { approveResult } from './commands/approve-result.ts'
import { beginFoundingAtDesk } from './commands/begin-founding.ts'
import { declineFounding } from './commands/decline-founding.ts'
import { finishFounding } from './commands/finish-founding.ts'
import { joinExisting } from './commands/join-existing.ts'
import { nameGroup } from './commands/name-group.ts'
import { planElection } from './commands/plan-election.ts'
import { recordElection } from './commands/record-election.ts'
import { replyToRequest } from './commands/reply-to-request.ts'
import { reportResult } from './commands/report-result.ts'
import { returnResult } from './commands/return-result.ts'
import { stopFounding } from './commands/stop-founding.ts'
import { findFounding } from './queries/find-founding.ts'
import { findUnitFounding } from './queries/find-unit-founding.ts'
import { listAsks } from './queries/list-asks.ts'

const house = await openHouse()
const { township, shop, siblingTownship } = house.units
const upper = await house.officer(township)

const { begin, upTo } = foundingsOf(house, upper)

const failed = (error: unknown) => {
  throw error
}
test('a founding goes from the request through all its states, each with its clock, and the union stands at the end', async () => {
  const view = await upTo('approved')

  expect(view.history.map(({ to }) => to)).toEqual([
    'requested',
    'preparing',
    'recruiting',
    'election_planned',
    'elected',
    'result_reported',
    'approved',
  ])
  expect(view.termEnd).toBe('2031-03-01')
  const [unit] = await house.rows(
    'select state, founded_on::text, level, org_form, parent_id from organization.unit where id = $1',
    [view.unit?.id],
  )
  expect(unit).toEqual({
    state: 'active',
    founded_on: '2026-03-02',
    level: 'grassroots',
    org_form: 'single',
    parent_id: township.id,
  })
  const [covered] = await house.rows(
    `select e.name, e.credit_code from organization.covered_unit c join organization.employer e on e.cell_id = c.cell_id and e.id = c.employer_id
     where c.unit_id = $1`,
    [view.unit?.id],
  )
  expect(covered).toEqual({ name: '沙面灯具厂', credit_code: view.employers[0]?.creditCode })
  const [term] = await house.rows('select years, ends_on::text, origin from organization.term where unit_id = $1', [
    view.unit?.id,
  ])
  expect(term).toEqual({ years: 5, ends_on: '2031-03-01', origin: 'founding' })
})

test('the result is approved within 15 days, by the union above alone (ELE-40, ORG-22)', async () => {
  const view = await upTo('result_reported')
  expect(view.dueOn).toBe('2026-03-17')
  if (!view.unit) throw new Error('the union is there')
  const own = await house.officer(view.unit)
  const at = { ...key(view), on: '2026-03-02' }

  expect((await house.asks(own, findFounding, key(view))).steps).toEqual([])
  await expect(house.does(own, approveResult, at)).rejects.toThrow('kernel.absent')
  await expect(house.does(await house.officer(siblingTownship), approveResult, at)).rejects.toThrow('kernel.absent')
  await expect(house.does(await house.officer(township, 'grassroots_officer'), approveResult, at)).rejects.toThrow(
    'kernel.forbidden',
  )
  expect((await house.asks(upper, findFounding, key(view))).steps).toEqual(['approve', 'return_result'])
})

test('people join while it is being founded, belong to it, and every level counts them', async () => {
  const view = await upTo('preparing')
  if (!view.unit) throw new Error('the union is there')
  const { id } = view.unit
  expect(view.unitState).toBe('founding')
  const counts = async (unit: string) => {
    await house.settled()
    const [row] = await house.rows('select on_roll, provisional from insight.unit_count where unit_id = $1', [unit])
    return row ?? { on_roll: 0, provisional: 0 }
  }
  const before = await counts(township.id)

  const joined = await house.applies({ unit: { id } })
  expect(await counts(id)).toEqual({ on_roll: 0, provisional: 1 })
  const matter = joined.outcome.card?.matter?.id
  await house.does(upper, confirmApplication, { cell: view.cell, matter, decidedOn: '2026-03-02' })

  expect(await counts(id)).toEqual({ on_roll: 1, provisional: 0 })
  const after = await counts(township.id)
  expect(Number(after.on_roll) - Number(before.on_roll)).toBe(1)
})

test('its own officers prepare it, and never learn who asked for it', async () => {
  const view = await upTo('preparing')
  if (!view.unit) throw new Error('the union is there')
  const own = await house.officer(view.unit, 'grassroots_officer')

  const named = await house.does(own, nameGroup, { ...key(view), people: group })
  expect(named.state).toBe('recruiting')
  expect(named.steps).toEqual(['plan_election'])
  await expect(house.asks(own, listAsks, key(view))).rejects.toThrow('kernel.absent')
  expect((await house.asks(own, findUnitFounding, { unit: view.unit.id })).matter).toBe(view.matter)
  await expect(house.asks(await house.officer(shop, 'grassroots_officer'), findFounding, key(view))).rejects.toThrow(
    'kernel.absent',
  )
})

test('25 members need a committee at the plan, 24 may have one organizer (T-ORG-1, T-ORG-2)', async () => {
  const at = key(await upTo('recruiting', { membersExpected: 24 }))
  const plan = { ...at, body: 'organizer', womenMembers: 0, on: '2026-03-10' }

  expect(await codes(house.does(upper, planElection, { ...plan, members: 25 }))).toEqual([
    'kernel.invalid_input',
    '/body organization.founding.committee_needed',
  ])
  expect((await house.does(upper, planElection, { ...plan, members: 24 })).state).toBe('election_planned')
})

test('fewer than 25 meet at once, without a preparatory group; 25 do not (ORG-21)', async () => {
  const small = key(await begin({ membersExpected: 24, body: 'organizer' }))
  const large = key(await begin({ membersExpected: 25 }))

  expect((await house.does(upper, replyToRequest, { ...small, on: '2026-03-02', atOnce: true })).state).toBe(
    'recruiting',
  )
  await expect(house.does(upper, replyToRequest, { ...large, on: '2026-03-02', atOnce: true })).rejects.toThrow(
    'organization.founding.group_needed',
  )
})

test('an agency is there with the reply: no group, no election, no term (ORG-05)', async () => {
  const agency = { form: 'agency', body: 'agency', membersExpected: 0, employers: [{ name: '沙面开发区' }] }
  const at = key(await begin(agency))

  const view = await house.does(upper, replyToRequest, { ...at, on: '2026-03-02' })

  expect(view).toMatchObject({ state: 'approved', unitState: 'active', level: 'township', election: null })
  expect((await house.does(upper, finishFounding, at)).state).toBe('finished')
  expect(await house.rows('select from organization.term where unit_id = $1', [view.unit?.id])).toEqual([])
})

test('an employer of few people is covered by a joint union instead, and no second one is founded (ORG-11, ORG-21)', async () => {
  const joint = await upTo('preparing', {
    form: 'joint',
    employers: [
      { name: '一号店', employees: 4 },
      { name: '二号店', employees: 5 },
    ],
  })
  const at = key(await begin({ membersExpected: 3, employers: [{ name: '三号店', employees: 3 }] }))

  await expect(house.does(upper, joinExisting, { ...at, unit: shop.id })).rejects.toThrow(
    'organization.founding.covers_one',
  )
  const large = key(await begin({ membersExpected: 25 }))
  await expect(house.does(upper, joinExisting, { ...large, unit: joint.unit?.id })).rejects.toThrow(
    'organization.founding.own_needed',
  )
  const view = await house.does(upper, joinExisting, { ...at, unit: joint.unit?.id })

  expect(view).toMatchObject({ state: 'joined', joined: { id: joint.unit?.id }, unit: null })
  const covered = await house.rows(
    `select e.name from organization.covered_unit c join organization.employer e on e.cell_id = c.cell_id and e.id = c.employer_id where c.unit_id = $1`,
    [joint.unit?.id],
  )
  expect(covered).toEqual([{ name: '三号店' }])
})

test('a result against the procedure is returned with its reason, and the election is held anew', async () => {
  const view = await upTo('result_reported')

  const returned = await house.does(upper, returnResult, { ...key(view), reason: 'quorum', note: '签到表少三人' })

  expect(returned).toMatchObject({ state: 'election_planned' })
  expect(returned.history.at(-1)).toMatchObject({ reason: 'quorum', note: '签到表少三人' })
  expect((await house.does(upper, recordElection, { ...key(view), result })).state).toBe('elected')
})

test('a founding that is stopped takes in nobody more, and whoever had joined belongs to the union above', async () => {
  const view = await upTo('recruiting')
  const unit = { id: view.unit?.id ?? '' }
  const joined = await house.applies({ unit })

  const stopped = await house.does(upper, stopFounding, { ...key(view), reason: 'employer_closed' })

  expect(stopped).toMatchObject({ state: 'stopped', unitState: 'closing', steps: [] })
  await expect(house.applies({ unit })).rejects.toThrow('membership.unit_closing')
  await house.settled()
  await reactAll(house.jobPool, membershipReactions(house.services), failed, new AbortController().signal)
  expect(await house.rows('select state, successor_id from organization.unit where id = $1', [unit.id])).toEqual([
    { state: 'closed', successor_id: township.id },
  ])
  expect(
    await house.rows('select unit_id from membership.membership where person_id = $1', [joined.actor.person]),
  ).toEqual([{ unit_id: township.id }])
  expect((await house.asks(upper, findFounding, key(view))).state).toBe('stopped')
})

test('a no is explained, and every step is refused in every other state', async () => {
  const at = key(await begin())
  const declined = await house.does(upper, declineFounding, { ...at, reason: 'union_exists' })
  expect(declined).toMatchObject({ state: 'declined', steps: [], dueOn: null })
  const on = '2026-03-02'
  await expect(house.does(upper, replyToRequest, { ...at, on })).rejects.toThrow('matter.step_not_open')
  await expect(house.does(upper, nameGroup, { ...at, people: group })).rejects.toThrow('matter.step_not_open')
  await expect(house.does(upper, reportResult, { ...at, on })).rejects.toThrow('matter.step_not_open')
  await expect(house.does(upper, approveResult, { ...at, on })).rejects.toThrow('matter.step_not_open')
})

test('everything wrong with a request is named at once, and nothing is begun', async () => {
  const wrong = {
    ...plant,
    unit: township.id,
    body: 'organizer',
    name: '!',
    employers: [{ name: '甲厂', creditCode: '91350100M000100Y40', employees: 1, women: 2 }, { name: '乙厂' }],
  }
  expect(await codes(house.does(upper, beginFoundingAtDesk, wrong))).toEqual([
    'kernel.invalid_input',
    '/body organization.founding.committee_needed',
    '/name organization.founding.name_says_nothing',
    '/employers/0/creditCode organization.credit.checksum',
    '/employers/0/women organization.founding.more_than_employees',
    '/employers organization.founding.covers_one',
  ])
})

test('a union of members founds nothing below itself (ORG-22)', async () => {
  const own = await house.officer(shop)
  await expect(house.does(own, beginFoundingAtDesk, { unit: shop.id, ...plant })).rejects.toThrow(
    'organization.founding.not_above',
  )
})

test('ELE-31 to ELE-33: whoever may not be elected for their ties is named with the rule, at their own line', async () => {
  const view = await upTo('election_planned')
  const tied = (ties: readonly string[]) => ({
    ...result,
    committee: result.committee.map((one) => (one.post === 'chair' ? { ...one, ties } : one)),
  })

  const refused = await house
    .does(upper, recordElection, { ...key(view), result: tied(['kin_of_principal']) })
    .catch((error: unknown) => error)
  expect(
    refused instanceof Refusal && refused.faults.map(({ field, variables }) => [field, variables?.['rule']]),
  ).toEqual([['/result/committee/0/name', 'ELE-31']])

  const kept = await house.does(upper, recordElection, { ...key(view), result: tied(['handles_money']) })
  expect(kept.election?.committee[0]).toMatchObject({ post: 'chair', ties: ['handles_money'] })
})

test('by show of hands only where the place has a rule of its own, and its text is said where votes are entered (rulebook 1.3)', async () => {
  const view = await upTo('election_planned')
  expect(view.showOfHands).toBeNull()

  await house.rows(
    `insert into organization.local_rule (rule, division, effective_from, article) values ('show_of_hands', '4401', '2025-01-01', '市总工会建会指引第十二条')`,
  )

  expect((await house.asks(upper, findFounding, key(view))).showOfHands).toBe('市总工会建会指引第十二条')
})
