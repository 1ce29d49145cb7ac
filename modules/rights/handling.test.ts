import { expect, test } from 'vitest'
import { systemActor } from '../../kernel/command/actor.ts'
import { inTransaction } from '../../kernel/database/tx.ts'
import { newestOutgoing } from '../../kernel/messages/outgoing.ts'
import { newId } from '../../kernel/shared/ids.ts'
import { openHouse } from '../../tests/house.ts'
import { answerAsk } from './commands/answer-ask.ts'
import { answerGroup } from './commands/answer-group.ts'
import { answerRetaliation } from './commands/answer-retaliation.ts'
import { closeAsk } from './commands/close-ask.ts'
import { extendAsk } from './commands/extend-ask.ts'
import { joinAsks } from './commands/join-asks.ts'
import { lapseAsks } from './commands/lapse-asks.ts'
import { openAskByCode } from './commands/open-ask-by-code.ts'
import { reopenAsk } from './commands/reopen-ask.ts'
import { reportRetaliation } from './commands/report-retaliation.ts'
import { sayInterim } from './commands/say-interim.ts'
import { signAsk } from './commands/sign-ask.ts'
import { sortAsk } from './commands/sort-ask.ts'
import { submitAnonymousAsk } from './commands/submit-anonymous-ask.ts'
import { submitAsk } from './commands/submit-ask.ts'
import { submitGuestAsk } from './commands/submit-guest-ask.ts'
import { takeUpRetaliation } from './commands/take-up-retaliation.ts'
import type { Received } from './contract.ts'
import { findAsk } from './queries/find-ask.ts'
import { findAskFile } from './queries/find-ask-file.ts'
import { findMyAsk } from './queries/find-my-ask.ts'
import { findRetaliation } from './queries/find-retaliation.ts'
import { listAlike } from './queries/list-alike.ts'
import { listMyAsks } from './queries/list-my-asks.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
const upper = await house.officer(units.township)
const code = await house.code(units.shop)
const keyOf = ({ ask: { cell, matter } }: Received) => ({ cell, matter })

async function asked(more: object = {}) {
  const { actor } = await house.applies({ code })
  const received = await house.does(actor, submitAsk, { words: '拖欠工资', ...more })
  return { actor, received, key: keyOf(received) }
}

test('the class of an ask decides its days, counted from the day it was signed for (2.7)', async () => {
  const { key } = await asked()
  await house.does(officer, signAsk, key)
  house.moveTo('2026-03-05T09:00:00+08:00')

  const due = async (wish: string) => (await house.does(officer, sortAsk, { ...key, class: wish })).due?.on
  expect(await due('difficult')).toBe('2026-03-23')
  expect(await due('complex')).toBe('2026-04-14')
  expect(await due('urgent')).toBe('2026-03-03')
  expect(await due('general')).toBe('2026-03-09')
  house.moveTo('2026-03-02T09:00:00+08:00')
})

test('news of how far it is changes no clock; more time is taken once, with a reason, before the day is over (T-16)', async () => {
  const { actor, key } = await asked()
  await house.does(officer, signAsk, key)
  house.moveTo('2026-03-05T09:00:00+08:00')
  expect((await house.does(officer, sayInterim, { ...key, words: '正在核实' })).due?.on).toBe('2026-03-09')

  const extended = await house.does(officer, extendAsk, { ...key, words: '单位还没有答复' })
  expect(extended).toMatchObject({ extended: true, due: { on: '2026-03-16' } })
  expect((await house.asks(actor, findMyAsk, key)).turns.at(-1)).toMatchObject({
    step: 'extend',
    words: '单位还没有答复',
  })
  await expect(house.does(officer, extendAsk, { ...key, words: '再等等' })).rejects.toMatchObject({
    code: 'rights.extended_already',
  })

  const late = await asked()
  await house.does(officer, signAsk, late.key)
  house.moveTo('2026-04-02T09:00:00+08:00')
  await expect(house.does(officer, extendAsk, { ...late.key, words: '晚了' })).rejects.toMatchObject({
    code: 'rights.extension_too_late',
  })
  house.moveTo('2026-03-02T09:00:00+08:00')
})

test('what is urgent is told to the desk at once and is never extended', async () => {
  const { received, key } = await asked({ urgent: true })
  expect(received.ask).toMatchObject({ urgent: true, due: { on: '2026-03-03' } })
  await house.does(officer, signAsk, key)
  await expect(house.does(officer, extendAsk, { ...key, words: '等等' })).rejects.toMatchObject({
    code: 'rights.urgent_not_extended',
  })
})

test('asks about the same employer get one answer, and no asker is shown another', async () => {
  const employer = { name: '荔湾机械（有限公司）' }
  const first = await asked({ employer, words: '张三：没有发工资' })
  const second = await asked({ employer: { name: '荔湾机械有限公司' }, words: '李四：也没有发' })
  const other = await asked({ employer: { name: '另一家' } })

  const { items } = await house.asks(officer, listAlike, first.key)
  expect(items.map(({ matter, sameEmployer }) => [matter, sameEmployer])).toEqual([[second.key.matter, true]])
  await expect(house.does(officer, joinAsks, { ...first.key, others: [other.key.matter] })).rejects.toMatchObject({
    code: 'rights.not_alike',
  })
  const joined = await house.does(officer, joinAsks, { ...first.key, others: [second.key.matter] })
  expect(joined.group).toMatchObject({ asks: 2 })
  const done = await house.does(officer, answerGroup, { ...second.key, words: '已责令补发', result: 'solved' })
  expect(done).toEqual({ answered: 2 })

  const mine = JSON.stringify(await house.asks(first.actor, findMyAsk, first.key))
  expect(mine).toContain('已责令补发')
  for (const secret of [second.key.matter, second.actor.person, '李四', 'group', 'alike'])
    expect(mine).not.toContain(secret)
})

test('an answer nobody confirms in time counts as unconfirmed and never as solved, and can still be taken up again', async () => {
  const { actor, key } = await asked()
  await house.does(officer, answerAsk, { ...key, words: '已办', result: 'solved' })
  house.moveTo('2026-03-17T09:00:00+08:00')
  expect((await house.does(systemActor('test'), lapseAsks, { cell: key.cell })).lapsed).toBe(0)
  house.moveTo('2026-03-18T09:00:00+08:00')
  expect((await house.does(systemActor('test'), lapseAsks, { cell: key.cell })).lapsed).toBeGreaterThan(0)

  expect(await house.asks(actor, findMyAsk, key)).toMatchObject({
    state: 'unconfirmed',
    rating: null,
    steps: ['reopen'],
  })
  expect((await house.does(actor, reopenAsk, { ...key, words: '没办' })).state).toBe('handling')
  house.moveTo('2026-03-02T09:00:00+08:00')
})

test('a report of retaliation stands one level up, is due in one working day, and leaves no trace where the ask is (G-05)', async () => {
  const { actor, key } = await asked({ words: '欠薪' })
  const before = await house.asks(officer, findAsk, key)

  const report = await house.does(actor, reportRetaliation, { ...key, words: '提了诉求就被调岗' })
  expect(report.ask).toMatchObject({
    kind: 'rights.retaliation',
    unit: { id: units.township.id },
    due: { on: '2026-03-03' },
  })
  expect(await house.asks(officer, findAsk, key)).toEqual(before)
  const reported = keyOf(report)
  await expect(house.asks(officer, findRetaliation, reported)).rejects.toMatchObject({ code: 'kernel.absent' })
  await expect(house.asks(officer, findAsk, reported)).rejects.toMatchObject({ code: 'kernel.absent' })
  const view = await house.asks(upper, findRetaliation, reported)
  expect(view).toMatchObject({ about: { kind: 'rights.ask', unit: { id: units.shop.id } }, state: 'reported' })
  const [row] = await house.rows('select title from kernel.matter where id = $1', [reported.matter])
  expect(row?.title).not.toContain(view.name ?? 'nobody')
  expect((await house.asks(actor, listMyAsks, {})).items.map(({ kind }) => kind).sort()).toEqual([
    'rights.ask',
    'rights.retaliation',
  ])

  await house.does(upper, takeUpRetaliation, reported)
  await house.does(upper, answerRetaliation, { ...reported, words: '已约谈单位，恢复原岗' })
  const closed = await house.does(actor, closeAsk, { ...reported, solved: 'solved', answer: 5, handling: 5 })
  expect(closed.state).toBe('closed')
})

test('a grassroots officer at the very union above is refused a report of retaliation and its files', async () => {
  const { actor, key } = await asked()
  const webm = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(200, 7)])
  const voice = { data: webm.toString('base64'), seconds: 3 }
  const report = await house.does(actor, reportRetaliation, { ...key, voice })
  const [file] = report.ask.turns[0]?.files ?? []
  const plain = await house.officer(units.township, 'grassroots_officer')

  await expect(house.asks(plain, findRetaliation, keyOf(report))).rejects.toMatchObject({ code: 'kernel.forbidden' })
  await expect(house.asks(plain, findAskFile, { ...keyOf(report), file: file?.id })).rejects.toMatchObject({
    code: 'kernel.forbidden',
  })
  expect((await house.asks(upper, findAskFile, { ...keyOf(report), file: file?.id })).bytes).toEqual(webm)
})

test('an anonymous asker reports retaliation by the code, and the report has a code of its own', async () => {
  const received = await house.does(house.anyone(), submitAnonymousAsk, { words: '欠薪', unit: units.township.id })
  const report = await house.does(house.anyone(), reportRetaliation, {
    ...keyOf(received),
    code: received.queryCode,
    words: '被威胁',
  })

  expect(report.queryCode).not.toBe(received.queryCode)
  expect(report.ask.unit.id).toBe(units.county.id)
  const found = await house.does(house.anyone(), openAskByCode, { code: report.queryCode })
  expect(found.kind).toBe('rights.retaliation')
})

test('retaliation is reported for any matter of one’s own, and for nobody else’s', async () => {
  const { actor, outcome } = await house.applies({ code })
  const application = { cell: units.shop.cell, matter: outcome.card?.matter?.id ?? '' }
  const report = await house.does(actor, reportRetaliation, { ...application, words: '因为申请入会被辞退' })
  expect((await house.asks(upper, findRetaliation, keyOf(report))).about.kind).toBe('membership.application')

  const { actor: other } = await house.applies({ code })
  for (const matter of [application.matter, newId()])
    await expect(
      house.does(other, reportRetaliation, { ...application, matter, words: '别人的' }),
    ).rejects.toMatchObject({
      code: 'kernel.absent',
    })
})

test('a province that set another number of days has its own, and nobody else does (G-07, hotline.sla)', async () => {
  await house.rows(
    `insert into kernel.deadline_rule (id, region, article, words_zh, words_en, length, unit, roll, side, confidence, effective_from)
     select id, '440000', article, words_zh, words_en, 3, unit, roll, side, confidence, effective_from
     from kernel.deadline_rule where id = 'RGT-GENERAL' and region = '000000'`,
  )
  await house.services.deadlines.reload()
  const { key } = await asked()
  const far = await house.officer(units.farShop)
  const { actor } = await house.applies({ unit: units.farShop })
  const there = keyOf(await house.does(actor, submitAsk, { words: '问' }))

  expect((await house.does(officer, signAsk, key)).due?.on).toBe('2026-03-05')
  expect((await house.does(far, signAsk, there)).due?.on).toBe('2026-03-09')
  await house.rows(`delete from kernel.deadline_rule where id = 'RGT-GENERAL' and region = '440000'`)
  await house.services.deadlines.reload()
})

test('a guest is told of an answer by a text that names neither the matter nor the employer (8.2)', async () => {
  const { phone } = house.stranger()
  const form = { words: '被辞退', topic: '03', employer: { name: '某厂' }, unit: units.township.id, phone }
  const sent = { ...form, phoneCode: await house.phoneCode(phone) }
  const { ask } = await house.does(house.anyone(), submitGuestAsk, sent)
  await house.does(upper, answerAsk, { cell: ask.cell, matter: ask.matter, words: '可以要求赔偿', result: 'explained' })

  const texts = await inTransaction(house.services.pool, undefined, (tx) => newestOutgoing(tx, house.services, 50))
  const [text] = texts.filter(({ address }) => address === phone)
  expect(text?.text).toContain('/ask/code')
  for (const secret of ['辞退', '某厂', '赔偿', ask.matter]) expect(text?.text).not.toContain(secret)
})
