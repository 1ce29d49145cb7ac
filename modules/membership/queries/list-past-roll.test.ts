import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { command } from '@gongqiao/kernel/command/command.ts'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { findPastFigures } from '../../insight/queries/find-past-figures.ts'
import { findOpenUnit } from '../../organization/index.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { withdrawApplication } from '../commands/withdraw-application.ts'
import { retainMember } from '../life/commands/retain-member.ts'
import { moveMemberships } from '../moving/move-memberships.ts'
import { listPastRoll } from './list-past-roll.ts'
import { listRoll } from './list-roll.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.county)
const { cell } = units.shop
const shops = [units.shop, units.siblingShop]

const move = command({
  act: 'test.move',
  by: ['system'],
  input: Type.Object({ membership: Type.String(), into: Type.String() }),
  output: Type.Object({}),
  cellOf: () => cell,
  beyond: { road: 'members move' },
  async run(context) {
    context.allow({ cell, path: '' })
    const into = await findOpenUnit(context.tx, context.input.into)
    if (!into) throw new Error('a planted union')
    const road = { ...context, open: (at: number) => context.reach('road', { cell: at, path: '' }) }
    await context.reach('road', { cell, path: '' })
    const { facts } = await moveMemberships(road, cell, [context.input.membership], into, 'transfer')
    return { cell, facts, answer: {} }
  },
})

type Seen = ReadonlyMap<string, string>
/** Who stands on the county's roll now, each with status and union. */
async function now(): Promise<Seen> {
  const { items } = await house.asks(officer, listRoll, { unit: units.county.id })
  return new Map(items.map((row) => [row.membership, `${row.status} ${row.unit.id}`]))
}
async function past(on: string, known: 'then' | 'now'): Promise<Seen> {
  const { items } = await house.asks(officer, listPastRoll, { unit: units.county.id, on, known })
  return new Map(items.map((row) => [row.membership, `${row.status} ${row.unit.id}`]))
}

const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09']
const seen = new Map<string, Seen>()
const members: { membership: string; at: number }[] = []
for (const [number, day] of days.entries()) {
  house.moveTo(`${day}T10:00:00+08:00`)
  const people = []
  for (const unit of [...shops, ...shops]) {
    const person = await house.applies({ unit })
    const matter = person.outcome.card?.matter
    const [row] = await house.rows('select id from membership.membership where person_id = $1', [person.actor.person])
    if (!matter || !row) throw new Error('who applies is provisional')
    people.push({ ...person, key: { cell, matter: matter.id }, membership: String(row['id']), at: shops.indexOf(unit) })
  }
  const [one, two, three] = people
  if (!one || !two || !three) throw new Error('four apply a day')
  await house.does(officer, confirmApplication, { ...one.key, decidedOn: day })
  await house.does(officer, confirmApplication, { ...two.key, decidedOn: day })
  await house.does(three.actor, withdrawApplication, three.key)
  members.push(one, two)
  const [mover, leaver] = [members[number], members[number + 1]]
  if (number > 0 && mover && leaver) {
    const into = shops[1 - mover.at]
    await house.does(systemActor('test.move'), move, { membership: mover.membership, into: into?.id })
    mover.at = 1 - mover.at
    if (number % 2 === 0)
      await house.does(officer, retainMember, { cell, membership: leaver.membership, reason: 'retired', on: day })
  }
  seen.set(day, await now())
}
await house.settled()

test('the roll of each past day is the roll that was seen that day, however people came, moved and left since', async () => {
  for (const [day, roll] of seen) {
    expect(roll.size).toBeGreaterThan(0)
    expect(await past(day, 'then'), day).toEqual(roll)
  }
  expect(await past('2026-03-01', 'then')).toEqual(new Map())
  expect(await past('2026-03-07', 'then')).toEqual(seen.get('2026-03-06'))
})

test('the figures of each past day count the roll of that day', async () => {
  for (const [day, roll] of seen) {
    const statuses = [...roll.values()].map((line) => line.split(' ')[0])
    const onRoll = statuses.filter((status) => status !== 'provisional').length
    expect(await house.asks(officer, findPastFigures, { unit: units.county.id, on: day })).toMatchObject({
      onRoll,
      provisional: statuses.length - onRoll,
    })
  }
})

test('what was written down later holds from its day on for whoever asks what is known now', async () => {
  const late = await house.applies({ unit: units.shop })
  const matter = late.outcome.card?.matter
  const [row] = await house.rows('select id from membership.membership where person_id = $1', [late.actor.person])
  const membership = String(row?.['id'])
  house.moveTo('2026-03-12T10:00:00+08:00')
  await house.does(officer, confirmApplication, { cell, matter: matter?.id, decidedOn: '2026-03-10' })

  const status = async (on: string, known: 'then' | 'now') => (await past(on, known)).get(membership)?.split(' ')[0]
  expect(await status('2026-03-11', 'then')).toBe('provisional')
  expect(await status('2026-03-11', 'now')).toBe('active')
  expect(await status('2026-03-09', 'now')).toBe('provisional')
})

test('an officer of one union sees of a past day who belonged there, and nobody of the union beside', async () => {
  const own = await house.officer(units.shop)
  const { items } = await house.asks(own, listPastRoll, { unit: units.shop.id, on: '2026-03-03' })

  expect(items.length).toBeGreaterThan(0)
  expect(new Set(items.map(({ unit }) => unit.id))).toEqual(new Set([units.shop.id]))
  expect(items.some(({ stillHere }) => !stillHere)).toBe(true)
  await expect(house.asks(own, listPastRoll, { unit: units.siblingShop.id, on: '2026-03-06' })).rejects.toMatchObject({
    code: 'kernel.absent',
  })
  await expect(
    house.asks(await house.officer(units.province), listPastRoll, { unit: units.province.id, on: '2026-03-06' }),
  ).rejects.toMatchObject({ code: 'membership.past_of_one_county' })
})
