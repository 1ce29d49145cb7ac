import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { beforeEach, expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { escalateMatters } from './escalate-matters.ts'

const house = await openHouse()
const { units } = house
const system = systemActor('test')
const cell = units.shop.cell

const grassroots = await house.officer(units.shop, 'grassroots_officer')
const township = await house.officer(units.township)
const county = await house.officer(units.county)
const city = await house.officer(units.city)
const province = await house.officer(units.province)
await house.officer(units.nation)

beforeEach(() => house.moveTo('2026-03-02T09:00:00+08:00'))

async function applied() {
  const { outcome } = await house.applies()
  const matter = outcome.card?.matter
  if (!matter) throw new Error('an application is a matter')
  return matter
}
async function rises(at: string) {
  house.moveTo(`${at}T06:00:00+08:00`)
  return (await house.does(system, escalateMatters, { cell })).risen
}
const spine = async (matter: string) =>
  (
    await house.rows(
      'select owner_post_id, escalations, state, due_on::text, changed_at from kernel.matter where id = $1',
      [matter],
    )
  )[0]

test('what is late rises one level on the first working day after its due day; state and clock stay (T-15)', async () => {
  const matter = await applied()
  const before = await spine(matter.id)
  expect(matter.due?.on).toBe('2026-03-23')
  expect(before?.['owner_post_id']).toBe(grassroots.post.id)

  await rises('2026-03-23')
  expect(await spine(matter.id)).toEqual(before)
  await rises('2026-03-24')

  expect(await spine(matter.id)).toEqual({ ...before, owner_post_id: township.post.id, escalations: 1 })
  expect(
    await house.rows(
      'select number, step, from_state, to_state, actor_kind from kernel.matter_event where matter_id = $1 order by number',
      [matter.id],
    ),
  ).toEqual([
    expect.objectContaining({ number: 1, step: 'submit' }),
    { number: 2, step: 'escalate', from_state: 'submitted', to_state: 'submitted', actor_kind: 'system' },
  ])
})

test('one further level every five working days, and never beyond the province', async () => {
  const matter = await applied()
  const owners: unknown[] = []

  for (const day of [
    '2026-03-24',
    '2026-03-30',
    '2026-03-31',
    '2026-04-08',
    '2026-04-15',
    '2026-06-01',
    '2026-06-02',
  ]) {
    await rises(day)
    owners.push((await spine(matter.id))?.['owner_post_id'])
  }

  const { post } = township
  expect(owners).toEqual([
    post.id,
    post.id,
    county.post.id,
    city.post.id,
    province.post.id,
    province.post.id,
    province.post.id,
  ])
  const cells = await house.rows('select cell_id from kernel.post_cell where post_id = any($1) order by 1', [
    [city.post.id, province.post.id],
  ])
  expect(cells).toEqual([{ cell_id: cell }, { cell_id: cell }])
})

test('whoever holds the upper desk gets one message for everything that rose, in their own inbox', async () => {
  await applied()
  await applied()
  const inbox = () =>
    house.rows(
      `select cell_id, variables from kernel.message where account_id = $1 and kind = 'organization.message.escalated'`,
      [township.account],
    )
  const before = (await inbox()).length

  const risen = await rises('2026-03-24')

  expect((await inbox()).slice(before)).toEqual([
    { cell_id: cell, variables: { unit: units.county.name, matters: risen } },
  ])
  expect(risen).toBeGreaterThanOrEqual(2)
})

test('a second run on the same day changes nothing', async () => {
  const matter = await applied()
  await rises('2026-03-24')
  const after = await spine(matter.id)

  await rises('2026-03-24')

  expect(await spine(matter.id)).toEqual(after)
})

test('what waits for the person does not rise: the time to mend is a right, not a duty', async () => {
  const matter = await applied()
  await house.rows(
    `update kernel.matter set state = 'returned', clock_rule = 'MEM-MEND', due_on = '2026-03-05' where id = $1`,
    [matter.id],
  )

  await rises('2026-03-24')

  expect((await spine(matter.id))?.['escalations']).toBe(0)
})

test('a matter without an owner gets the desk that answers for its union now', async () => {
  const matter = await applied()
  await house.rows('update kernel.matter set owner_post_id = null where id = $1', [matter.id])

  await rises('2026-03-03')

  expect((await spine(matter.id))?.['owner_post_id']).toBe(grassroots.post.id)
})

test('it is nobody’s act but the system’s, and leaves one audit row', async () => {
  await expect(house.does(province, escalateMatters, { cell })).rejects.toThrow('kernel.forbidden')
  await expect(house.does(house.anyone(), escalateMatters, { cell })).rejects.toThrow('kernel.sign_in_first')
  const count = async () =>
    (await house.rows(`select count(*)::int as n from kernel.audit where act = 'organization.escalate_matters'`))[0]?.[
      'n'
    ]
  const before = Number(await count())

  await rises('2026-03-03')

  expect(await count()).toBe(before + 1)
})
