import { regionsOfCells } from '@gongqiao/modules/organization/index.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { verify } from '../verify/verify.ts'
import { clockInvariant } from './invariant.ts'

const house = await openHouse()
await house.officer(house.units.shop)
const matter = (await house.applies()).outcome.card?.matter?.id

async function broken(): Promise<string[]> {
  const found: string[] = []
  const onBreach = (_: unknown, { words }: { words: string }) => found.push(words)
  await verify(house.services.pool, [clockInvariant(regionsOfCells)], { onBreach }, new AbortController().signal)
  return found
}
const set = (what: string) => house.rows(`update kernel.matter set ${what} where id = $1`, [matter])

test('a due day that its rule does not give is found; one of a clock that stands still is nobody’s fault', async () => {
  expect(await broken()).toEqual([])

  await set(`due_on = '2026-03-24'`)
  expect(await broken()).toEqual(['is due on 2026-03-24, and MEM-SLA from 2026-03-02 gives 2026-03-23'])
  await set(`paused_from = '2026-03-05', paused_for = 'supplement'`)
  expect(await broken()).toEqual(['stands still for supplement, which MEM-SLA does not allow'])
  await house.rows(`update kernel.deadline_rule set pause_on = '{supplement}' where id = 'MEM-SLA'`)
  expect(await broken()).toEqual([])

  await set(`paused_from = null, paused_for = null, pauses = '[{"from": "2026-03-05", "to": "2026-03-05"}]'`)
  expect(await broken()).toEqual([])
})

test('a clock by a rule that is not there is found', async () => {
  await set(`clock_rule = 'NO-RULE'`)
  expect(await broken()).toEqual(['has a clock by no rule: NO-RULE'])
  await set(`clock_rule = 'MEM-SLA'`)
})
