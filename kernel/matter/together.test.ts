import { beforeEach, expect, test } from 'vitest'
import { matterParts } from '../../apps/server/matter-parts.ts'
import { actsOver, errand } from '../../tests/errands.ts'
import { openHouse } from '../../tests/house.ts'
import { reactInCell } from '../facts/reaction.ts'
import { matterReactions } from './reactions.ts'

const house = await openHouse()
const { units } = house
const acts = actsOver(errand)
await house.rows(`update kernel.deadline_rule set pause_on = '{proof_awaited}' where id = 'MEM-SLA'`)
await house.services.deadlines.reload()
const officer = await house.officer(units.shop, 'grassroots_officer')
const [boss, second] = [await house.officer(units.township), await house.officer(units.township)]
const sibling = await house.officer(units.siblingShop)
const worker = await house.applies({ unit: units.shop })
const kind = 'house.errand'
const cell = units.shop.cell

beforeEach(() => house.moveTo('2026-03-02T09:00:00+08:00'))

async function asked() {
  const { id } = await house.does(worker.actor, acts.openMine, { kind, form: { what: '补发工资' } })
  return { cell, matter: id }
}
const messagesOf = async (account: string) =>
  (await house.rows('select kind, link from kernel.message where account_id = $1 order by id', [account])).map(
    ({ kind: name, link }) => [name, link],
  )

test('handed over, a matter stands in the other’s queue; state and clock stay, and they are told', async () => {
  const key = await asked()
  const before = await house.asks(boss, acts.find, key)

  const after = await house.does(boss, acts.handOver, { ...key, post: second.post.id, note: '请接着办' })

  expect(after).toMatchObject({ state: 'asked', owner: { name: second.name }, due: before.due })
  expect(after.history.at(-1)).toMatchObject({ step: 'hand_over', note: '请接着办' })
  expect((await house.asks(second, acts.queue, {})).items.map(({ matter }) => matter)).toContain(key.matter)
  expect(await messagesOf(second.account)).toEqual([['kernel.message.matter_handed', `/matters/${cell}/${key.matter}`]])
})

test('given to a post of a unit below, a matter goes to that unit with all of it, and nobody has to accept it', async () => {
  const about = await house.does(boss, acts.open, { unit: units.township.id, kind, form: { what: '交办的事' } })
  const key = { cell, matter: about.id }
  await house.does(boss, acts.comment, { ...key, text: '请尽快' })
  const { items } = await house.asks(boss, acts.receivers, key)
  expect(items.find(({ post }) => post === officer.post.id)).toMatchObject({ handOver: true, sign: false })

  const after = await house.does(boss, acts.handOver, { ...key, post: officer.post.id })

  expect(after).toMatchObject({ unit: { id: units.shop.id }, owner: { name: officer.name }, referral: null })
  expect(await house.asks(officer, acts.find, key)).toMatchObject({ comments: [{ text: '请尽快' }], due: about.due })
  expect((await house.asks(officer, acts.queue, {})).items.map(({ matter }) => matter)).toContain(key.matter)
})

test('a matter is not handed to a post that would not see it, nor upwards out of the giver’s reach', async () => {
  const key = await asked()

  for (const [giver, post] of [
    [boss, sibling.post.id],
    [officer, boss.post.id],
    [boss, key.matter],
  ] as const)
    await expect(house.does(giver, acts.handOver, { ...key, post })).rejects.toMatchObject({
      faults: [{ field: '/post', code: 'kernel.field_choice' }],
    })
})

test('who may receive a matter or sign it is listed, nearest first; beyond one’s reach without names', async () => {
  const key = await asked()

  const { items } = await house.asks(officer, acts.receivers, key)

  expect(items.map(({ unit, handOver, holder }) => [unit.id, handOver, holder !== null])).toEqual(
    expect.arrayContaining([
      [units.shop.id, true, true],
      [units.township.id, false, false],
    ]),
  )
  expect(items.map(({ unit }) => unit.id)).not.toContain(units.siblingShop.id)
})

test('a step to be signed by all waits for every post of the last round; a refusal asks for another round', async () => {
  const key = await asked()
  await house.does(officer, acts.step, { ...key, step: 'take' })
  const decide = { ...key, step: 'decide' }
  await expect(house.does(officer, acts.step, decide)).rejects.toThrow('matter.signatures_open')
  const ask = { ...decide, posts: [boss.post.id, second.post.id] }

  await house.does(officer, acts.askSignatures, ask)
  expect((await house.asks(boss, acts.find, key)).may).toContain('sign')
  await house.does(boss, acts.sign, { ...decide, decision: 'agreed' })
  await house.does(second, acts.sign, { ...decide, decision: 'refused', note: '金额再核' })
  await expect(house.does(officer, acts.step, decide)).rejects.toThrow('matter.signatures_open')
  await expect(house.does(boss, acts.sign, { ...decide, decision: 'refused' })).rejects.toThrow(
    'matter.not_asked_to_sign',
  )

  await house.does(officer, acts.askSignatures, ask)
  await house.does(boss, acts.sign, { ...decide, decision: 'agreed' })
  await house.does(second, acts.sign, { ...decide, decision: 'agreed' })
  const ready = await house.asks(officer, acts.find, key)
  expect(ready.steps.find(({ step }) => step === 'decide')?.sign).toEqual({ mode: 'all', agreed: true })
  expect((await house.does(officer, acts.step, decide)).state).toBe('answered')
  expect(ready.signatures).toHaveLength(4)
})

test('posts that would not see the matter are each named, and nobody is asked', async () => {
  const key = await asked()
  await house.does(officer, acts.step, { ...key, step: 'take' })

  await expect(
    house.does(officer, acts.askSignatures, { ...key, step: 'decide', posts: [boss.post.id, sibling.post.id] }),
  ).rejects.toMatchObject({ faults: [{ field: '/posts/1', code: 'kernel.field_choice' }] })
  await expect(
    house.does(officer, acts.askSignatures, { ...key, step: 'answer', posts: [boss.post.id] }),
  ).rejects.toThrow('matter.step_not_open')

  expect((await house.asks(officer, acts.find, key)).signatures).toEqual([])
})

test('days a clock stood still do not count, nobody is late meanwhile, and the history says why (T-11)', async () => {
  const key = await asked()
  await expect(house.does(officer, acts.pause, { ...key, reason: 'rain' })).rejects.toMatchObject({
    faults: [{ field: '/reason', code: 'kernel.field_choice' }],
  })
  house.moveTo('2026-03-04T09:00:00+08:00')

  const paused = await house.does(officer, acts.pause, { ...key, reason: 'proof_awaited' })
  expect(paused).toMatchObject({ paused: { since: '2026-03-04', reason: 'proof_awaited' }, due: { on: '2026-03-23' } })
  house.moveTo('2026-04-20T09:00:00+08:00')
  expect((await house.asks(officer, acts.find, key)).due?.overdue).toBe(false)
  const { items: queued } = await house.asks(officer, acts.queue, { view: 'unit', kind })
  expect(queued.find(({ matter }) => matter === key.matter)).toMatchObject({
    pausedSince: '2026-03-04',
    overdue: false,
  })
  expect(
    (await house.asks(officer, acts.queue, { view: 'overdue', kind })).items.map(({ matter }) => matter),
  ).not.toContain(key.matter)
  const resumed = await house.does(officer, acts.resume, key)

  expect(resumed.paused).toBeNull()
  expect(resumed.due?.on).toBe('2026-05-11')
  expect(resumed.history.map(({ step, reason }) => [step, reason])).toEqual([
    ['open', null],
    ['pause', 'proof_awaited'],
    ['resume', 'proof_awaited'],
  ])
  await expect(house.does(officer, acts.resume, key)).rejects.toThrow('matter.step_not_open')
})

test('among officers a comment stays among officers; a word to the person is read by the person', async () => {
  const key = await asked()

  await house.does(officer, acts.comment, { ...key, text: '内部意见' })
  await house.does(officer, acts.comment, { ...key, text: '请补充银行流水', visible: 'person' })
  house.moveTo('2026-03-02T09:00:01+08:00')
  await house.does(worker.actor, acts.myComment, { ...key, text: '已补充' })

  await expect(house.does(officer, acts.comment, { ...key, text: '  ' })).rejects.toMatchObject({
    faults: [{ field: '/text', code: 'kernel.field_missing' }],
  })

  const mine = await house.asks(worker.actor, acts.mine, key)
  expect(mine.comments.map(({ text, by }) => [text, by === 'person'])).toEqual([
    ['请补充银行流水', false],
    ['已补充', true],
  ])
  expect((await house.asks(officer, acts.find, key)).comments).toHaveLength(3)
  const sealed = await house.rows('select sealed from kernel.matter_comment where matter_id = $1', [key.matter])
  expect(sealed.some((row) => Buffer.isBuffer(row.sealed) && row.sealed.includes('内部意见'))).toBe(false)
})

test('a paper is what it says it is, by content, and hangs on the matter under the hash of it', async () => {
  const key = await asked()
  const pdf = Buffer.from('%PDF-1.7 a paper')

  const made = await house.does(officer, acts.attach, {
    ...key,
    bytes: pdf,
    mediaType: 'application/pdf',
    name: '说明',
  })

  expect(made).toMatchObject({
    name: '说明',
    visible: 'person',
    hash: house.services.keyring.suite.hash(pdf).toString('hex'),
  })
  await expect(house.does(officer, acts.attach, { ...key, bytes: pdf, mediaType: 'image/png' })).rejects.toThrow(
    'kernel.media_type',
  )
})

test('the person is told of a step and of a word to them, once each, and not of what they did themselves', async () => {
  const key = await asked()
  await house.does(officer, acts.comment, { ...key, text: '请稍等', visible: 'person' })
  await house.does(officer, acts.step, { ...key, step: 'take' })
  await house.settled()
  const link = `/matters/${cell}/${key.matter}`

  for (const reaction of matterReactions(house.services, { ...matterParts, ...acts.parts })) {
    await reactInCell(house.jobPool, reaction, cell)
    await house.rows(`update kernel.consumer set number = 0 where name = $1`, [reaction.name])
    await reactInCell(house.jobPool, reaction, cell)
  }

  const told = (await messagesOf(worker.actor.account)).filter((message) => message[1] === link)
  expect(told.map(([name]) => name).sort()).toEqual([
    'kernel.message.matter_commented',
    'kernel.message.matter_stepped',
  ])
})

test('a clock stands still only for what its rule allows; hours never do (T-11, T-14)', async () => {
  const key = await asked()
  const told = async () => (await house.asks(officer, acts.find, key)).pauseReasons
  const rule = async (change: string) => {
    await house.rows(`update kernel.deadline_rule set ${change} where id = 'MEM-SLA'`)
    await house.services.deadlines.reload()
  }
  const pause = () => house.does(officer, acts.pause, { ...key, reason: 'proof_awaited' })
  expect(await told()).toEqual(['proof_awaited'])

  await rule(`pause_on = '{hearing}'`)
  expect(await told()).toEqual([])
  expect((await house.asks(officer, acts.find, key)).may).not.toContain('pause')
  await expect(pause()).rejects.toThrow('matter.clock_runs_on')
  await rule(`pause_on = '{proof_awaited}', unit = 'hour', length = 480, roll = false`)
  await expect(pause()).rejects.toThrow('matter.clock_runs_on')

  await rule(`unit = 'workday', length = 15`)
  expect((await pause()).paused).toMatchObject({ reason: 'proof_awaited' })
})
