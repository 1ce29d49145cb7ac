import { expect, test } from 'vitest'
import { clockInvariant } from '../../kernel/clock/invariant.ts'
import { verify } from '../../kernel/verify/verify.ts'
import { openHouse } from '../../tests/house.ts'
import { listQueue } from '../../tests/matters.ts'
import { regionsOfCells } from '../organization/index.ts'
import { askMore } from './commands/ask-more.ts'
import { extendAsk } from './commands/extend-ask.ts'
import { sayInterim } from './commands/say-interim.ts'
import { signAsk } from './commands/sign-ask.ts'
import { sortAsk } from './commands/sort-ask.ts'
import { submitAsk } from './commands/submit-ask.ts'
import { supplyAsk } from './commands/supply-ask.ts'
import { findAsk } from './queries/find-ask.ts'
import { findMyAsk } from './queries/find-my-ask.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
const code = await house.code(units.shop)
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const at = (day: string) => house.moveTo(`${day}T09:00:00+08:00`)

/** An ask that was signed for on 2 March: an ordinary one is due on the 9th. */
async function signed(more: object = {}) {
  at('2026-03-02')
  const { actor } = await house.applies({ code })
  const { ask } = await house.does(actor, submitAsk, { words: '拖欠工资', ...more })
  const key = { cell: ask.cell, matter: ask.matter }
  await house.does(officer, signAsk, key)
  return { actor, key }
}
async function broken(): Promise<string[]> {
  const found: string[] = []
  const onBreach = (_: unknown, { words }: { words: string }) => found.push(words)
  await verify(house.services.pool, [clockInvariant(regionsOfCells)], { onBreach }, new AbortController().signal)
  return found
}

test('while the asker is asked for more nobody is late, and both sides read since when and what is left (T-11)', async () => {
  const { actor, key } = await signed()
  at('2026-03-04')
  const more = await house.does(officer, askMore, { ...key, words: '请拍一下工资条' })
  expect(more).toMatchObject({ state: 'more', steps: ['answer'] })

  at('2026-05-20')
  const words = '工会的办理时限自2026年3月4日（星期三）起停着，不计天数，还剩 4 个工作日；补充后第二天起接着算。'
  expect((await house.asks(officer, findAsk, key)).due).toMatchObject({ stands: words, overdue: false })
  expect((await house.asks(actor, findMyAsk, key)).due).toMatchObject({ stands: words, overdue: false })
  for (const view of ['mine', 'overdue'])
    expect((await house.asks(officer, listQueue, { view })).items.map(({ matter }) => matter)).not.toContain(key.matter)
  const { items } = await house.asks(officer, listQueue, { view: 'waiting' })
  expect(items.find(({ matter }) => matter === key.matter)).toMatchObject({ overdue: false })
})

test('asked for more on the day it was signed for, the union has all of its days left', async () => {
  const { key } = await signed()
  const more = await house.does(officer, askMore, { ...key, words: '请补充' })
  expect(more.due?.stands).toContain('还剩 5 个工作日')
})

test('what the asker adds lets it run on with the days that were left, and the pause stays in its words', async () => {
  const { actor, key } = await signed()
  at('2026-03-04')
  await house.does(officer, askMore, { ...key, words: '请拍一下工资条' })
  at('2026-03-09')
  const supplied = await house.does(actor, supplyAsk, { ...key, pictures: [png], words: '见图' })

  expect(supplied).toMatchObject({ state: 'handling', due: { on: '2026-03-13', stands: null, overdue: false } })
  expect(supplied.turns.at(-1)?.files).toHaveLength(1)
  expect(supplied.due?.words).toContain('自2026年3月2日（星期一）的次日起计算5个工作日')
  expect(supplied.due?.words).toContain('中止期间不计：3月4日至3月9日（等补充）')
  expect(await broken()).toEqual([])
})

test('news, another class, more time and a second pause keep the days of the first', async () => {
  const { actor, key } = await signed()
  at('2026-03-04')
  await house.does(officer, askMore, { ...key, words: '请补充' })
  at('2026-03-09')
  await house.does(actor, supplyAsk, { ...key, words: '好' })
  at('2026-03-10')
  const due = async (after: Promise<{ due: { on: string } | null }>) => (await after).due?.on

  expect(await due(house.does(officer, sayInterim, { ...key, words: '在查' }))).toBe('2026-03-13')
  expect(await due(house.does(officer, sortAsk, { ...key, class: 'difficult' }))).toBe('2026-03-27')
  expect(await due(house.does(officer, sortAsk, { ...key, class: 'general' }))).toBe('2026-03-13')
  expect(await due(house.does(officer, extendAsk, { ...key, words: '对方没有答复' }))).toBe('2026-03-20')
  at('2026-03-11')
  await house.does(officer, askMore, { ...key, words: '再补充一张' })
  at('2026-03-12')
  expect(await due(house.does(actor, supplyAsk, { ...key, words: '好' }))).toBe('2026-03-24')
  expect(await broken()).toEqual([])
})

test('a clock whose rule lists no such case runs on: nobody is asked for more, in words; urgent ones, and by a local rule', async () => {
  const urgent = await signed({ urgent: true })
  const plain = await signed()
  const ask = ({ key }: typeof plain) => house.does(officer, askMore, { ...key, words: '请补充' })
  expect((await house.asks(officer, findAsk, urgent.key)).steps).not.toContain('ask_more')
  await expect(ask(urgent)).rejects.toMatchObject({ code: 'rights.clock_runs_on' })

  await house.rows(
    `insert into kernel.deadline_rule select (jsonb_populate_record(r, '{"region": "440103", "pause_on": []}')).* from kernel.deadline_rule r
     where id = 'RGT-GENERAL'`,
  )
  await house.services.deadlines.reload()
  expect(house.services.deadlines.regionOf(units.shop.cell)).toBe('440103')
  expect((await house.asks(officer, findAsk, plain.key)).steps).not.toContain('ask_more')
  await expect(ask(plain)).rejects.toMatchObject({ code: 'rights.clock_runs_on' })
  expect((await house.asks(officer, findAsk, plain.key)).state).toBe('handling')
})
