import { beforeEach, expect, test } from 'vitest'
import { matterParts } from '../../apps/server/matter-parts.ts'
import { systemActor } from '../../kernel/command/actor.ts'
import { referMatter, sendReferralBack } from '../../kernel/matter/commands/refer.ts'
import { verify } from '../../kernel/verify/verify.ts'
import { openHouse } from '../../tests/house.ts'
import { answerAsk } from './commands/answer-ask.ts'
import { callAsker } from './commands/call-asker.ts'
import { extendAsk } from './commands/extend-ask.ts'
import { remindInterim } from './commands/remind-interim.ts'
import { reopenAsk } from './commands/reopen-ask.ts'
import { sayInterim } from './commands/say-interim.ts'
import { signAsk } from './commands/sign-ask.ts'
import { sortAsk } from './commands/sort-ask.ts'
import { submitAsk } from './commands/submit-ask.ts'
import { rightsInvariants } from './invariants.ts'
import { findAsk } from './queries/find-ask.ts'
import { findMyAsk } from './queries/find-my-ask.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
const upper = await house.officer(units.township)
const far = await house.officer(units.farCounty)
await house.officer(units.nation)
const code = await house.code(units.shop)
const at = (day: string) => house.moveTo(`${day}T09:00:00+08:00`)
const { cell } = units.shop
beforeEach(() => at('2026-03-02'))

async function asked() {
  const { actor } = await house.applies({ code })
  const { ask } = await house.does(actor, submitAsk, { words: '拖欠工资' })
  return { actor, key: { cell: ask.cell, matter: ask.matter } }
}
/** An ask that was signed for on 2 March, of a class. */
async function inHand(wish: string) {
  const made = await asked()
  await house.does(officer, signAsk, made.key)
  const view = await house.does(officer, sortAsk, { ...made.key, class: wish })
  return { ...made, view }
}
async function answered() {
  const made = await asked()
  await house.does(officer, answerAsk, { ...made.key, words: '已办', result: 'solved' })
  return made
}
const told = async (account: string) =>
  (await house.rows('select kind from kernel.message where account_id = $1 order by at, id', [account])).map(
    ({ kind }) => kind,
  )

test.each([
  ['general', '2026-03-09', '2026-03-16'],
  ['difficult', '2026-03-23', '2026-04-07'],
  ['complex', '2026-04-14', '2026-05-08'],
])('2.7: a %s ask signed for on 2 March is due on %s, extended once on %s', async (wish, on, extended) => {
  const { key, view } = await inHand(wish)
  expect(view.due?.on).toBe(on)
  expect((await house.does(officer, extendAsk, { ...key, words: '还在核实' })).due?.on).toBe(extended)
})

test('2.7: of a specially complex ask alone both sides read by when there is news, until there has been', async () => {
  const { actor, key, view } = await inHand('complex')
  expect(view.interim).toMatchObject({ on: '2026-03-16', overdue: false })
  const mine = await house.asks(actor, findMyAsk, key)
  expect(mine.interim?.words).toContain('10个工作日')
  at('2026-03-17')
  expect((await house.asks(actor, findMyAsk, key)).interim?.overdue).toBe(true)

  await house.does(officer, sayInterim, { ...key, words: '正在核实' })
  expect((await house.asks(actor, findMyAsk, key)).interim).toBeNull()
  at('2026-03-02')
  expect((await inHand('difficult')).view.interim).toBeNull()
})

test('2.7, T-15: whoever owes the news is reminded once a mark; once the day has passed asker and union above are told, once', async () => {
  await house.rows(`update rights.ask set interim_on = '2026-03-02' where class = 'complex'`)
  const { actor, key } = await inHand('complex')
  const run = async (day: string) => {
    at(day)
    const { reminded, missed } = await house.does(systemActor('test'), remindInterim, { cell })
    return [reminded, missed]
  }
  await run('2026-03-03')
  expect(await run('2026-03-13')).toEqual([1, 0])
  expect(await run('2026-03-13')).toEqual([0, 0])
  expect(await told(officer.account)).toContain('rights.message.interim_due')
  expect(await run('2026-03-17')).toEqual([0, 1])
  expect(await run('2026-03-18')).toEqual([0, 0])
  expect(await told(actor.account)).toContain('rights.message.interim_missed')
  expect(await told(upper.account)).toContain('rights.message.interim_owed')

  await house.does(officer, sayInterim, { ...key, words: '正在核实' })
  expect(await run('2026-04-01')).toEqual([0, 0])
})

test('2.7: three calls on two days that reach nobody end it as unconfirmed; its asker is told and may take it up again', async () => {
  const { actor, key } = await answered()
  const call = (more: object = {}) => house.does(officer, callAsker, { ...key, reached: false, ...more })
  const first = await call()
  // The asker's own days run on, and only a call on another day can be the last one.
  expect(first).toMatchObject({ state: 'answered', due: { on: '2026-03-17' }, calls: { unreached: 1, last: false } })
  expect((await call()).calls).toEqual({ unreached: 2, days: 1, reached: 0, last: false })
  expect((await call()).state).toBe('answered')
  at('2026-03-03')
  expect((await house.asks(officer, findAsk, key)).calls.last).toBe(true)

  expect(await call()).toMatchObject({ state: 'unconfirmed', result: 'solved', rating: null })
  expect(await told(actor.account)).toContain('rights.message.unreachable')
  expect((await house.does(actor, reopenAsk, { ...key, words: '没有解决' })).state).toBe('handling')
})

test('2.7: whoever was reached is not unreachable; what they said is kept for both, and they alone say that it is solved', async () => {
  const { actor, key } = await answered()
  const call = (reached: boolean, words?: string) =>
    house.does(officer, callAsker, { ...key, reached, ...(words !== undefined && { words }) })
  await expect(call(true)).rejects.toMatchObject({ code: 'kernel.invalid_input' })
  await call(true, '还差一个月')
  for (const day of ['2026-03-03', '2026-03-04', '2026-03-05']) {
    at(day)
    expect((await call(false)).state).toBe('answered')
  }
  const { turns, rating } = await house.asks(actor, findMyAsk, key)
  expect(turns.filter(({ step }) => step === 'call_reached')).toMatchObject([{ words: '还差一个月', side: 'union' }])
  expect(rating).toBeNull()
})

test('2.7: a union may send an ask that was referred to it back within one working day, and once', async () => {
  const { key } = await asked()
  const refer = () =>
    house.does(officer, referMatter(matterParts), { ...key, unit: units.farCounty.id, reason: 'belongs_there' })
  expect(await refer()).toMatchObject({ dueOn: '2026-03-03', final: false })
  const there = { cell: units.farCounty.cell, matter: key.matter }
  await house.does(far, sendReferralBack(matterParts), { ...there, reason: 'not_our_area' })
  // Put there a second time, it goes before whoever stands above both.
  expect(await refer()).toMatchObject({ disputed: true })
})

test('2.7: whoever is not content may once have the union above take it up again, with all that was said', async () => {
  const { actor, key } = await answered()
  const mine = await house.asks(actor, findMyAsk, key)
  expect(mine.above).toMatchObject({ id: units.township.id })

  const again = await house.does(actor, reopenAsk, { ...key, words: '没有解决', above: true })
  expect(again).toMatchObject({ state: 'handling', unit: { id: units.township.id }, due: { on: '2026-03-09' } })
  expect((await house.asks(upper, findAsk, key)).turns.map(({ step }) => step)).toEqual(['ask', 'answer', 'reopen'])
  await expect(house.asks(officer, findAsk, key)).rejects.toMatchObject({ code: 'kernel.absent' })

  await house.does(upper, answerAsk, { ...key, words: '已补发', result: 'solved' })
  expect((await house.asks(actor, findMyAsk, key)).above).toBeNull()
  const third = { ...key, words: '还是没有' }
  await expect(house.does(actor, reopenAsk, { ...third, above: true })).rejects.toMatchObject({
    code: 'rights.no_second_opinion',
  })
  expect((await house.does(actor, reopenAsk, third)).unit.id).toBe(units.township.id)
})

test('what the hotline’s rules leave behind breaks no promise', async () => {
  const found: string[] = []
  const onBreach = (_: unknown, { words }: { words: string }) => found.push(words)
  await verify(house.services.pool, rightsInvariants, { onBreach }, new AbortController().signal)
  expect(found).toEqual([])
})
