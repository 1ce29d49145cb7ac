import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { expect, test } from 'vitest'
import { reactAll } from '../../../kernel/facts/reaction.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type Applicant, openHouse } from '../../../tests/house.ts'
import { readPdf } from '../../../tests/read-pdf.ts'
import { confirmApplication } from '../../membership/commands/confirm-application.ts'
import { membershipReactions } from '../../membership/jobs.ts'
import { approveResult } from './commands/approve-result.ts'
import { askForUnion } from './commands/ask-for-union.ts'
import { beginFoundingAtDesk } from './commands/begin-founding.ts'
import { declineFounding } from './commands/decline-founding.ts'
import { finishFounding } from './commands/finish-founding.ts'
import { joinExisting } from './commands/join-existing.ts'
import { keepPaper } from './commands/keep-paper.ts'
import { nameGroup } from './commands/name-group.ts'
import { planElection } from './commands/plan-election.ts'
import { readEmployersOfFounding } from './commands/read-employers.ts'
import { recordElection } from './commands/record-election.ts'
import { replyToRequest } from './commands/reply-to-request.ts'
import { reportResult } from './commands/report-result.ts'
import { returnResult } from './commands/return-result.ts'
import { stopFounding } from './commands/stop-founding.ts'
import { withdrawAsk, withdrawOwnAsk } from './commands/withdraw-ask.ts'
import type { FoundingElection, FoundingView } from './contract.ts'
import { foundingInvariants } from './invariants.ts'
import { drawPaper } from './queries/draw-paper.ts'
import { findFounding } from './queries/find-founding.ts'
import { followAsk } from './queries/find-own-ask.ts'
import { findPaper } from './queries/find-paper.ts'
import { findUnitFounding } from './queries/find-unit-founding.ts'
import { listAsks } from './queries/list-asks.ts'
import { listFoundings } from './queries/list-foundings.ts'
import { listOwnAsks } from './queries/list-own-asks.ts'
import { listPlaceUnions } from './queries/list-place-unions.ts'

const house = await openHouse()
const { township, county, shop, siblingTownship } = house.units
const upper = await house.officer(township)
const member = await house.applies()

const plant = {
  form: 'single',
  body: 'committee',
  name: '沙面灯具厂工会委员会',
  membersExpected: 40,
  employers: [
    {
      name: '沙面灯具厂',
      creditCode: '91350100M000100Y43',
      industry: 'C387',
      employees: 60,
      women: 20,
      newEmployment: 2,
    },
  ],
} as const
let names = 0
const begin = (more: object = {}) =>
  house.does(upper, beginFoundingAtDesk, { unit: township.id, ...plant, name: `沙面${++names}号厂工会`, ...more })
const key = ({ cell, matter }: FoundingView) => ({ cell, matter })

const group = [
  { name: '张一', post: 'leader', work: '车间主任' },
  { name: '李二', post: 'member' },
  { name: '王三', post: 'member' },
] as const
const result: FoundingElection = {
  electedOn: '2026-03-02',
  meeting: 'general',
  ballot: 'secret',
  members: 40,
  womenMembers: 4,
  expected: 40,
  present: 36,
  issued: 36,
  returned: 36,
  seats: 3,
  termYears: 5,
  committee: [
    { name: '张一', post: 'chair', yes: 35 },
    { name: '李二', post: 'vice_chair', yes: 30 },
    { name: '王三', post: 'member', yes: 28 },
  ],
  review: [{ name: '赵四', post: 'head', yes: 33 }],
  women: [{ name: '李二', post: 'member' }],
}

async function upTo(state: string, more: object = {}): Promise<FoundingView> {
  const at = key(await begin(more))
  const steps: [string, () => Promise<FoundingView>][] = [
    ['preparing', () => house.does(upper, replyToRequest, { ...at, number: '工组〔2026〕1号', on: '2026-03-02' })],
    ['recruiting', () => house.does(upper, nameGroup, { ...at, people: group })],
    [
      'election_planned',
      () =>
        house.does(upper, planElection, { ...at, body: 'committee', members: 40, womenMembers: 4, on: '2026-03-20' }),
    ],
    ['elected', () => house.does(upper, recordElection, { ...at, result })],
    ['result_reported', () => house.does(upper, reportResult, { ...at, on: '2026-03-02' })],
    ['approved', () => house.does(upper, approveResult, { ...at, number: '工组〔2026〕2号', on: '2026-03-02' })],
  ]
  for (const [reached, step] of steps) {
    const view = await step()
    expect(view.state).toBe(reached)
    if (reached === state) return view
  }
  throw new Error(`no state ${state}`)
}

const failed = (error: unknown) => {
  throw error
}
const codes = async (work: Promise<unknown>) => {
  const refused = await work.catch((error: unknown) => error)
  return refused instanceof Refusal
    ? [refused.code, ...refused.faults.map(({ field, code }) => `${field} ${code}`)]
    : []
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
  expect(covered).toEqual({ name: '沙面灯具厂', credit_code: '91350100M000100Y43' })
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

async function asksAs(who: Applicant | undefined, more: object = {}) {
  const employer = { name: '岭南玩具厂', creditCode: '91110105MA00000000' }
  const { name, phone } = house.stranger()
  const typed = who ? {} : { name, phone, phoneCode: await house.phoneCode(phone) }
  const asked = { upper: siblingTownship.id, askedAs: 'worker', employer: { name: employer.name }, ...typed, ...more }
  return { ...(await house.does(who?.actor ?? house.anyone(), askForUnion, asked)), name, phone }
}

test('several workers ask for one employer: one founding, and neither learns of the other', async () => {
  const first = await asksAs(member, { words: '我们厂没有工会' })
  const second = await asksAs(undefined)
  const officer = await house.officer(siblingTownship)

  const [line] = (await house.asks(officer, listFoundings, { unit: siblingTownship.id })).items
  expect(line).toMatchObject({ name: '岭南玩具厂工会委员会', asks: 2, state: 'requested' })
  if (!line) throw new Error('the founding is there')
  const { items } = await house.asks(officer, listAsks, { cell: line.cell, matter: line.matter })
  expect(items).toHaveLength(2)
  expect(items.map(({ name, words }) => [name, words])).toEqual(
    expect.arrayContaining([
      [member.name, '我们厂没有工会'],
      [second.name, null],
    ]),
  )
  const seen = JSON.stringify(await house.asks(house.anyone(), followAsk, { follow: second.follow }))
  expect(seen).not.toContain(member.name)
  expect(seen).not.toContain('我们厂没有工会')
  expect((await house.asks(member.actor, listOwnAsks, {})).items.map(({ ask }) => ask)).toEqual([first.ask.ask])
  const view = await house.asks(officer, findFounding, { cell: line.cell, matter: line.matter })
  expect(JSON.stringify(view)).not.toContain(member.name)
  expect(
    JSON.stringify(await house.rows('select * from kernel.matter_event where matter_id = $1', [line.matter])),
  ).not.toContain(member.actor.account)
})

test('whoever asks is told how it goes on, and may take it back: then nothing of them is left', async () => {
  const ask = await asksAs(undefined, { employer: { name: '岭南鞋厂' } })
  const own = await asksAs(member, { employer: { name: '岭南伞厂' } })
  const officer = await house.officer(siblingTownship)
  const founding = (name: string) =>
    house
      .asks(officer, listFoundings, { unit: siblingTownship.id })
      .then(({ items }) => items.find((one) => one.name.startsWith(name)))

  const gone = await house.does(house.anyone(), withdrawAsk, { follow: ask.follow })
  expect(gone).toMatchObject({ withdrawn: true, state: 'withdrawn' })
  expect(
    await house.rows('select name_cipher, phone_cipher from organization.founding_ask where id = $1', [ask.ask.ask]),
  ).toEqual([{ name_cipher: null, phone_cipher: null }])
  const line = await founding('岭南伞厂')
  if (!line) throw new Error('the founding is there')
  await house.does(officer, replyToRequest, { cell: line.cell, matter: line.matter, on: '2026-03-02' })
  const mine = (await house.asks(member.actor, listOwnAsks, {})).items.find((one) => one.ask === own.ask.ask)
  expect(mine).toMatchObject({ state: 'preparing', unit: { name: '岭南伞厂工会委员会' } })
  const told = await house.rows(
    `select kind from kernel.message where account_id = $1 and kind like 'organization.%'`,
    [member.actor.account],
  )
  expect(told).toEqual([{ kind: 'organization.message.ask_replied' }])
  expect((await house.does(member.actor, withdrawOwnAsk, { cell: own.ask.cell, ask: own.ask.ask })).withdrawn).toBe(
    true,
  )
  expect((await founding('岭南伞厂'))?.state).toBe('preparing')
})

test('a phone is proved before a request is taken, and a text that was never given follows nothing', async () => {
  const asked = { upper: township.id, askedAs: 'worker', employer: { name: '沙面茶楼' }, ...house.stranger() }
  const { identityNumber: _number, ...typed } = asked
  expect(await codes(house.does(house.anyone(), askForUnion, typed))).toEqual([
    'kernel.invalid_input',
    '/phoneCode kernel.field_missing',
  ])
  await house.phoneCode(asked.phone)
  await expect(house.does(house.anyone(), askForUnion, { ...typed, phoneCode: '000000' })).rejects.toThrow(
    'people.phone_code_wrong',
  )
  for (const follow of ['nothing', `${township.cell.toString(36)}-${'x'.repeat(32)}`])
    await expect(house.asks(house.anyone(), followAsk, { follow })).rejects.toThrow('kernel.absent')
})

test('places are walked down to the townships, and no union of members is among them', async () => {
  const provinces = (await house.asks(house.anyone(), listPlaceUnions, {})).items
  expect(provinces.map(({ name }) => name)).toEqual(['浙江省总工会', '广东省总工会'])
  const below = (await house.asks(house.anyone(), listPlaceUnions, { under: county.id })).items
  expect(below.every(({ level }) => level === 'township')).toBe(true)
  expect((await house.asks(house.anyone(), listPlaceUnions, { under: siblingTownship.id })).items).toEqual([])
})

test('documents are drafted from the facts, kept as an officer changed them, and printed', async () => {
  const view = await upTo('approved')
  const paper = (kind: string) => house.asks(upper, findPaper, { ...key(view), kind })

  expect((await paper('request')).text).toContain('91350100M000100Y43')
  expect((await paper('reply')).text).toContain('组长张一')
  expect((await paper('resolution')).text).toContain('张一（35票）')
  expect((await paper('result_report')).text).toContain('应到40人，实到36人')
  expect(await paper('result_reply')).toMatchObject({ number: '工组〔2026〕2号', kept: false })
  const text = '关于建会的批复\n\n沙面灯具厂：\n同意。\n\n荔湾区沙面街道总工会\n2026年3月2日'
  await house.does(upper, keepPaper, { ...key(view), kind: 'reply', number: '工组〔2026〕9号', text })
  expect(await paper('reply')).toEqual({ kind: 'reply', number: '工组〔2026〕9号', text, kept: true })
  const { bytes } = await house.asks(upper, drawPaper, { ...key(view), kind: 'reply' })
  const [page] = readPdf(bytes)
  expect(page?.text.replace(/\s/g, '')).toContain('工组〔2026〕9号')
})

test('verify names a union that is in founding without a founding under way, and one that was approved and is not founded', async () => {
  const broken = async () => {
    const found: string[] = []
    const onBreach = (_: unknown, { words }: { words: string }) => found.push(words)
    await verify(house.services.pool, foundingInvariants, { onBreach }, new AbortController().signal)
    return found
  }
  expect(await broken()).toEqual([])
  const under = await upTo('preparing')
  const approved = await upTo('approved')
  const state = (view: FoundingView, to: string) =>
    house.rows('update organization.unit set state = $2 where id = $1', [view.unit?.id, to])

  await state(under, 'active')
  expect(await broken()).toEqual(['is under way without a union in founding'])
  await state(under, 'founding')
  await state(approved, 'founding')
  expect(await broken()).toEqual(['is approved and its union is not founded'])
  await state(approved, 'active')
  await house.rows('update organization.founding set asks = asks + 1 where matter_id = $1', [under.matter])
  expect(await broken()).toEqual(['says another number of requests than there are'])
  await house.rows('update organization.founding set asks = asks - 1 where matter_id = $1', [under.matter])
})

test('employers of a joint union come from a sheet: all lines, or none and every fault of each', async () => {
  const at = key(await begin({ form: 'joint', employers: [{ name: '一号店' }] }))
  const sheet = (...lines: string[]) =>
    Buffer.from(['用人单位名单', '单位名称,统一社会信用代码,职工人数,女职工', ...lines].join('\n'))

  const read = await house.does(upper, readEmployersOfFounding, {
    ...at,
    bytes: sheet('甲店,91350100M000100Y43,12,5', '乙店,,3,1', ''),
  })
  expect(read.employers).toEqual([
    { name: '甲店', creditCode: '91350100M000100Y43', employees: 12, women: 5 },
    { name: '乙店', employees: 3, women: 1 },
  ])
  expect(
    await codes(
      house.does(upper, readEmployersOfFounding, { ...at, bytes: sheet('甲店,91350100M000100Y40,二,', ',,3,4') }),
    ),
  ).toEqual([
    'kernel.invalid_input',
    '/rows/3/employees organization.founding.sheet_number',
    '/rows/3/creditCode organization.credit.checksum',
    '/rows/4/name kernel.field_missing',
    '/rows/4/women organization.founding.more_than_employees',
  ])
  expect((await house.asks(upper, findFounding, at)).employers).toHaveLength(2)
  expect(await codes(house.does(upper, readEmployersOfFounding, { ...at, bytes: Buffer.from('甲,乙\n1,2') }))).toEqual([
    'kernel.invalid_input',
    '/rows organization.founding.sheet_no_name',
  ])
})
