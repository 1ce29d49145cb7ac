import { expect, test } from 'vitest'
import { actsOver, errand } from '../../tests/errands.ts'
import { openHouse } from '../../tests/house.ts'
import { Refusal } from '../refusal.ts'

const house = await openHouse()
const { units } = house
const acts = actsOver(errand)
const officer = await house.officer(units.shop, 'grassroots_officer')
const colleague = await house.officer(units.shop)
const boss = await house.officer(units.township)
await house.officer(units.siblingShop)
await house.officer(units.farShop)
const worker = await house.applies({ unit: units.shop })
const { cell } = units.shop

async function asked() {
  const { id } = await house.does(worker.actor, acts.openMine, { kind: 'house.errand', form: { what: '补发工资' } })
  return { cell, matter: id }
}
/** What became of several acts at the same moment: done, or the refusal's code. */
async function atOnce(...works: readonly Promise<unknown>[]): Promise<string[]> {
  const ended = await Promise.allSettled(works)
  return ended
    .map((end) => {
      if (end.status === 'fulfilled') return 'done'
      if (end.reason instanceof Refusal) return end.reason.code
      throw end.reason
    })
    .sort()
}

test('two officers refer one matter at the same moment: one does, the other hears that it has gone on', async () => {
  for (const [one, other] of [
    [units.township, units.siblingShop],
    [units.siblingShop, units.farShop],
    [units.farShop, units.township],
    [units.township, units.township],
  ] as const) {
    const key = await asked()
    const refers = (by: typeof officer, to: { id: string }) =>
      house.does(by, acts.refer, { ...key, unit: to.id, reason: 'belongs_there' })

    expect(await atOnce(refers(officer, one), refers(colleague, other))).toEqual(['done', 'matter.step_not_open'])

    const rows = await house.rows(
      'select host_unit_id from kernel.matter where id = $1 and moved_to_cell is null and ended_at is null',
      [key.matter],
    )
    expect(rows).toHaveLength(1)
    const [{ went } = { went: 0 }] = await house.rows(
      `select count(*)::int as went from kernel.matter_referral where matter_id = $1 and outcome is null`,
      [key.matter],
    )
    expect(went).toBe(1)
  }
})

test('one takes a step while another hands it over, and two take the same step: nothing is done twice or lost', async () => {
  const first = await asked()
  expect(
    await atOnce(
      house.does(officer, acts.step, { ...first, step: 'take' }),
      house.does(colleague, acts.step, { ...first, step: 'take' }),
      house.does(boss, acts.step, { ...first, step: 'take' }),
    ),
  ).toEqual(['done', 'matter.step_not_open', 'matter.step_not_open'])
  const view = await house.asks(boss, acts.find, first)
  expect(view.history.map(({ step }) => step)).toEqual(['open', 'take'])
})
