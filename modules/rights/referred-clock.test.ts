import { expect, test } from 'vitest'
import { matterParts } from '../../apps/server/matter-parts.ts'
import { clockInvariant } from '../../kernel/clock/invariant.ts'
import { referMatter } from '../../kernel/matter/commands/refer.ts'
import { kernelInvariants } from '../../kernel/verify/kernel-invariants.ts'
import { verify } from '../../kernel/verify/verify.ts'
import { openHouse } from '../../tests/house.ts'
import { regionsOfCells } from '../organization/index.ts'
import { askMore } from './commands/ask-more.ts'
import { sayInterim } from './commands/say-interim.ts'
import { signAsk } from './commands/sign-ask.ts'
import { submitAsk } from './commands/submit-ask.ts'
import { supplyAsk } from './commands/supply-ask.ts'
import { rightsInvariants } from './invariants.ts'
import { findAsk } from './queries/find-ask.ts'

const house = await openHouse()
const { units } = house
const shop = await house.officer(units.shop)
const far = await house.officer(units.farCounty)
const refer = referMatter(matterParts)
const code = await house.code(units.shop)
const at = (day: string) => house.moveTo(`${day}T09:00:00+08:00`)

/** What `gongqiao verify` finds broken, in words. */
async function broken(): Promise<string[]> {
  const found: string[] = []
  const onBreach = (_: unknown, { words }: { words: string }) => found.push(words)
  const all = [...kernelInvariants, ...rightsInvariants, clockInvariant(regionsOfCells)]
  await verify(house.services.pool, all, { onBreach }, new AbortController().signal)
  return found
}
async function signed() {
  at('2026-03-02')
  const { actor } = await house.applies({ code })
  const { ask } = await house.does(actor, submitAsk, { words: '拖欠工资' })
  const key = { cell: ask.cell, matter: ask.matter }
  await house.does(shop, signAsk, key)
  return { actor, key, there: { cell: units.farCounty.cell, matter: ask.matter } }
}
const goes = (key: object) => house.does(shop, refer, { ...key, unit: units.farCounty.id, reason: 'belongs_there' })

test('a referral takes state, clock and pauses along: the days that stood still still do not count there', async () => {
  const { actor, key, there } = await signed()
  at('2026-03-04')
  await house.does(shop, askMore, { ...key, words: '请补充' })
  await goes(key)

  expect((await house.asks(far, findAsk, there)).due?.stands).toContain('还剩 4 个工作日')
  at('2026-03-09')
  const supplied = await house.does(actor, supplyAsk, { ...there, words: '好' })

  expect(supplied).toMatchObject({ state: 'handling', due: { on: '2026-03-13' } })
  expect(supplied.due?.words).toContain('3月4日至3月9日（等补充）')
  expect(await broken()).toEqual([])
})

test('it keeps its due day where another rule holds, and nothing is said to be broken; a wrong day still is', async () => {
  await house.rows(
    `insert into kernel.deadline_rule select (jsonb_populate_record(r, jsonb_build_object('region', $1::text, 'length', 2))).* from kernel.deadline_rule r
     where id = 'RGT-GENERAL'`,
    [house.services.deadlines.regionOf(units.farCounty.cell)],
  )
  await house.services.deadlines.reload()
  const { key, there } = await signed()

  await goes(key)

  const { due } = await house.asks(far, findAsk, there)
  expect(due?.on).toBe('2026-03-09')
  // It is explained by the rule it was computed with, not by the stricter one of the place it came to.
  expect(due?.words).toContain('计算5个工作日')
  expect(due?.words).toContain('2026年3月9日')
  expect((await house.does(far, sayInterim, { ...there, words: '正在核实' })).due?.on).toBe('2026-03-09')
  expect(await broken()).toEqual([])
  await house.rows(`update kernel.matter set due_on = '2026-03-20' where id = $1 and moved_to_cell is null`, [
    there.matter,
  ])
  expect(await broken()).toEqual(['is due on 2026-03-20, and RGT-GENERAL from 2026-03-02 gives 2026-03-09'])
})
