import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { answerAsk } from './commands/answer-ask.ts'
import { closeAsk } from './commands/close-ask.ts'
import { openAskByCode } from './commands/open-ask-by-code.ts'
import { recoverCodes } from './commands/recover-codes.ts'
import { reopenAsk } from './commands/reopen-ask.ts'
import { signAsk } from './commands/sign-ask.ts'
import { submitAnonymousAsk } from './commands/submit-anonymous-ask.ts'
import { submitAsk } from './commands/submit-ask.ts'
import { submitGuestAsk } from './commands/submit-guest-ask.ts'
import { takeDownAsk } from './commands/take-down-ask.ts'
import { withdrawAsk } from './commands/withdraw-ask.ts'
import type { Received } from './contract.ts'
import { findAsk } from './queries/find-ask.ts'
import { findAskFile } from './queries/find-ask-file.ts'
import { findFileByCode } from './queries/find-file-by-code.ts'
import { findMyAsk } from './queries/find-my-ask.ts'
import { findMyAskFile } from './queries/find-my-ask-file.ts'
import { listMyAsks } from './queries/list-my-asks.ts'
import { listPlaces } from './queries/list-places.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
const upper = await house.officer(units.township)
const code = await house.code(units.shop)

/** A recording as a browser makes one: the first bytes say what it is. */
const webm = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(200, 7)])
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const voice = { data: webm.toString('base64'), seconds: 12.4 }
const pictures = [png.toString('base64')]
const keyOf = ({ ask: { cell, matter } }: Received) => ({ cell, matter })

/** A provisional member asks their own union. */
async function asked(more: object = {}) {
  const { actor } = await house.applies({ code })
  const received = await house.does(actor, submitAsk, { words: '两个月没有发工资', topic: '04', ...more })
  return { actor, received, key: keyOf(received) }
}

test('a provisional member asks in one act, and their own union has it with an owner and a working day to sign for it (2.7)', async () => {
  const { actor, received } = await asked()

  expect(received.queryCode).toBeNull()
  expect(received.ask).toMatchObject({
    state: 'received',
    unit: { id: units.shop.id },
    steps: ['withdraw'],
    topic: '04',
  })
  expect(received.ask.due).toMatchObject({ on: '2026-03-03', overdue: false })
  expect((await house.asks(actor, listMyAsks, {})).items).toMatchObject([{ begins: '两个月没有发工资', spoken: false }])
})

test('what is said, recorded and pictured comes back to asker and handler, and lies sealed in table and store (PI-09)', async () => {
  const { actor, key } = await asked({ words: '机器没有护罩', voice, pictures, employer: { name: '沙面制衣厂' } })

  const view = await house.asks(officer, findAsk, key)
  const [turn] = view.turns
  expect(turn?.words).toBe('机器没有护罩')
  expect(turn?.files.map(({ kind, seconds, mediaType }) => [kind, seconds, mediaType])).toEqual([
    ['voice', 12, 'audio/webm'],
    ['picture', null, 'image/png'],
  ])
  const [recording] = turn?.files ?? []
  const file = { ...key, file: recording?.id }
  expect((await house.asks(officer, findAskFile, file)).bytes).toEqual(webm)
  expect((await house.asks(actor, findMyAskFile, file)).bytes).toEqual(webm)
  const [row] = await house.rows(
    `select encode(t.words, 'escape') || encode(a.content, 'escape') as sealed from rights.ask_turn t
     join rights.ask a on a.cell_id = t.cell_id and a.matter_id = t.matter_id where t.matter_id = $1`,
    [key.matter],
  )
  expect(String(row?.sealed)).not.toContain(Buffer.from('护罩').toString('latin1').slice(0, 3))
})

test('an ask is signed for, answered, closed by its asker alone, and says how it was', async () => {
  const { actor, key } = await asked()

  const signed = await house.does(officer, signAsk, key)
  expect(signed).toMatchObject({ state: 'handling', due: { on: '2026-03-09' } })
  await house.does(officer, answerAsk, { ...key, words: '已经和单位谈好，本周发放', result: 'solved' })
  await expect(
    house.does(officer, closeAsk, { ...key, solved: 'solved', answer: 5, handling: 5 }),
  ).rejects.toMatchObject({
    code: 'kernel.forbidden',
  })
  const closed = await house.does(actor, closeAsk, { ...key, solved: 'partly', answer: 4, handling: 5, words: '谢谢' })

  expect(closed).toMatchObject({ state: 'closed', rating: { solved: 'partly', answer: 4, handling: 5 }, due: null })
  expect(closed.turns.map(({ side, step }) => `${side} ${step}`)).toEqual(['asker ask', 'union answer', 'asker close'])
  const [message] = await house.rows(`select kind, link from kernel.message where kind = 'rights.message.answered'`)
  expect(message).toMatchObject({ link: `/asks/${key.cell}/${key.matter}` })
})

test('whoever is not content takes it up again, also after it has ended; the clock begins anew', async () => {
  const { actor, key } = await asked()
  await house.does(officer, answerAsk, { ...key, words: '请等等', result: 'explained' })

  const again = await house.does(actor, reopenAsk, { ...key, words: '还是没有发' })
  expect(again).toMatchObject({ state: 'handling', due: { on: '2026-03-09' } })
  await house.does(officer, answerAsk, { ...key, words: '已发', result: 'solved' })
  await house.does(actor, closeAsk, { ...key, solved: 'solved', answer: 5, handling: 5 })
  const third = await house.does(actor, reopenAsk, { ...key, words: '只发了一个月' })

  expect(third).toMatchObject({ state: 'handling', rating: null })
})

test('an ask not meant for one’s own unit stands one level up, and the unit’s officer finds nothing of it (8.1)', async () => {
  const { received, key } = await asked({ confidential: true })

  expect(received.ask).toMatchObject({ unit: { id: units.township.id }, confidential: true })
  await expect(house.asks(officer, findAsk, key)).rejects.toMatchObject({ code: 'kernel.absent' })
  expect((await house.asks(upper, findAsk, key)).turns).toHaveLength(1)
})

test('an anonymous ask leaves nothing of anybody: not in the ask, its history, the audit, nor its title (0.4 ANON)', async () => {
  const received = await house.does(house.anyone(), submitAnonymousAsk, { words: '工地欠薪', unit: units.county.id })
  const { matter } = received.ask

  expect(received.queryCode).toMatch(/^[2-9A-Y]{12}$/)
  const [row] = await house.rows(
    `select m.title, m.subject_id = m.id as own, e.account_id, a.phone_digest, u.account_id as audited
     from kernel.matter m join kernel.matter_event e on e.matter_id = m.id join rights.ask a on a.matter_id = m.id
     join kernel.audit u on u.subject_id = m.id where m.id = $1`,
    [matter],
  )
  expect(row).toEqual({ title: '匿名', own: true, account_id: null, phone_digest: null, audited: null })
  const everything = JSON.stringify(await house.rows('select * from rights.query_code'))
  expect(everything).not.toContain(received.queryCode)
})

test('who holds the query code reads, answers, hears and closes what was asked; it is the code that counts', async () => {
  const sent = { words: '没有签合同', voice, unit: units.county.id }
  const received = await house.does(house.anyone(), submitAnonymousAsk, sent)
  const key = { ...keyOf(received), code: String(received.queryCode) }
  const county = await house.officer(units.county)
  await house.does(county, answerAsk, { ...keyOf(received), words: '可以要求补签', result: 'explained' })

  const typed = `${key.code.slice(0, 4)} ${key.code.slice(4, 8)}-${key.code.slice(8).toLowerCase()}`
  const found = await house.does(house.anyone(), openAskByCode, { code: typed })
  expect(found).toMatchObject({ state: 'answered', steps: ['close', 'reopen'] })
  const file = found.turns[0]?.files[0]?.id
  expect((await house.asks(house.anyone(), findFileByCode, { code: typed, file })).bytes).toEqual(webm)
  const closed = await house.does(house.anyone(), closeAsk, { ...key, solved: 'solved', answer: 5, handling: 4 })
  expect(closed.state).toBe('closed')

  for (const wrong of [{ ...keyOf(received) }, { ...key, code: 'AAAABBBBCCCC' }])
    await expect(house.does(house.anyone(), reopenAsk, { ...wrong, words: '再看看' })).rejects.toMatchObject({
      code: expect.stringMatching(/rights.query_code_unknown|kernel.sign_in_first/),
    })
})

test('whoever tries codes has to wait after twenty wrong ones, and a slip of the finger is not counted', async () => {
  const guesser = { ...house.anyone(), address: '203.0.113.9' }
  const guess = (text: string) => house.does(guesser, openAskByCode, { code: text })

  for (let tries = 0; tries < 30; tries++)
    await expect(guess('AAAA BBBB CCC0')).rejects.toMatchObject({ code: 'rights.query_code_unknown' })
  for (let tries = 0; tries < 20; tries++)
    await expect(guess('AAAABBBBCCCC')).rejects.toMatchObject({ code: 'rights.query_code_unknown' })
  await expect(guess('AAAABBBBCCCC')).rejects.toMatchObject({ code: 'kernel.too_many_requests' })
})

test('one address sends ten new anonymous asks at once, and waits then', async () => {
  const sender = { ...house.anyone(), address: '203.0.113.10' }
  const send = () => house.does(sender, submitAnonymousAsk, { words: '问一句', unit: units.county.id })

  for (let sent = 0; sent < 10; sent++) await send()
  await expect(send()).rejects.toMatchObject({ code: 'kernel.too_many_requests' })
})

test('whoever is no member asks by a phone they prove, and gets new codes for what they asked by it', async () => {
  const { phone } = house.stranger()
  const form = { words: '想入会，怎么办', unit: units.township.id, phone, phoneCode: await house.phoneCode(phone) }
  const received = await house.does(house.anyone(), submitGuestAsk, form)
  expect((await house.asks(upper, findAsk, keyOf(received))).phone).toBe(phone)

  const proof = { phone, phoneCode: await house.phoneCode(phone) }
  const { codes } = await house.does(house.anyone(), recoverCodes, proof)
  const found = await house.does(house.anyone(), openAskByCode, { code: codes[0] })
  expect(found.matter).toBe(received.ask.matter)
  await expect(house.does(house.anyone(), openAskByCode, { code: received.queryCode })).rejects.toMatchObject({
    code: 'rights.query_code_unknown',
  })
  const other = house.stranger().phone
  const nothing = { phone: other, phoneCode: await house.phoneCode(other) }
  await expect(house.does(house.anyone(), recoverCodes, nothing)).rejects.toMatchObject({
    code: 'rights.nothing_by_this_phone',
  })
})

test('staff take down what is asked on the phone, answer it at once, and leave the closing to the asker (G-08)', async () => {
  const answer = { words: '加班费不低于工资的 150%', result: 'explained' }
  const form = { unit: units.shop.id, channel: 'phone', words: '加班费怎么算', name: '老王', answer }
  const received = await house.does(officer, takeDownAsk, form)

  expect(received.ask.state).toBe('answered')
  const view = await house.asks(officer, findAsk, keyOf(received))
  expect(view).toMatchObject({ channel: 'phone', name: '老王', asker: 'guest', person: null })
  expect(view.typedBy).toContain(officer.name)
  const found = await house.does(house.anyone(), openAskByCode, { code: received.queryCode })
  expect(found.turns.map(({ step }) => step)).toEqual(['ask', 'answer'])
})

test('only the asker withdraws; nobody else finds the ask at all', async () => {
  const { actor, key } = await asked()
  const { actor: other } = await house.applies({ code })

  await expect(house.does(other, withdrawAsk, key)).rejects.toMatchObject({ code: 'kernel.absent' })
  await expect(house.asks(other, findMyAsk, key)).rejects.toMatchObject({ code: 'kernel.absent' })
  expect((await house.does(actor, withdrawAsk, key)).state).toBe('withdrawn')
})

test('the unions that anybody may ask are those of places, from the nation down; of employers none', async () => {
  const top = await house.asks(house.anyone(), listPlaces, {})
  expect(top.items.map(({ unit }) => unit.level)).toEqual(['province', 'province'])
  const county = await house.asks(house.anyone(), listPlaces, { under: units.county.id })
  expect(county.above.map(({ level }) => level)).toEqual(['nation', 'province', 'prefecture', 'county'])
  expect(county.items.map(({ unit, more }) => [unit.id, more])).toEqual([
    [units.township.id, false],
    [units.siblingTownship.id, false],
  ])
  await expect(
    house.does(house.anyone(), submitAnonymousAsk, { words: '问', unit: units.shop.id }),
  ).rejects.toMatchObject({ faults: [{ field: '/unit', code: 'rights.unit_not_a_place' }] })
})
