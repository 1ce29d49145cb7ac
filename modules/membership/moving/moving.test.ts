import { readFileSync } from 'node:fs'
import { type Static, Type } from 'typebox'
import { expect, test } from 'vitest'
import { allInvariants } from '../../../apps/server/invariants.ts'
import { systemActor } from '../../../kernel/command/actor.ts'
import { command } from '../../../kernel/command/command.ts'
import { inTransaction } from '../../../kernel/database/tx.ts'
import { type Applicant, openHouse } from '../../../tests/house.ts'
import { listPeople } from '../../../tests/rosters.ts'
import { findOpenUnit } from '../../organization/index.ts'
import { openRecord, whoseSession } from '../../people/index.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { returnApplication } from '../commands/return-application.ts'
import { findMyCard } from '../queries/find-my-card.ts'
import { searchPeople } from '../queries/search-people.ts'
import { moveMemberships } from './move-memberships.ts'

const house = await openHouse()
const { units } = house

/** The road by itself, as other acts use it. */
const move = command({
  act: 'test.move',
  by: ['system'],
  input: Type.Object({
    cell: Type.Integer(),
    memberships: Type.Array(Type.String()),
    into: Type.String(),
    reason: Type.Enum(['transfer', 'succession']),
  }),
  output: Type.Object({ moved: Type.Array(Type.String()) }),
  cellOf: (input) => input.cell,
  beyond: { road: 'members move' },
  async run(context) {
    const { tx, input, allow, reach } = context
    allow({ cell: input.cell, path: '' })
    const into = await findOpenUnit(tx, input.into)
    if (!into) throw new Error('a planted union')
    const road = { ...context, open: (cell: number) => reach('road', { cell, path: '' }) }
    const { goesOn, facts } = await moveMemberships(road, input.cell, input.memberships, into, input.reason)
    return { cell: input.cell, facts, answer: { moved: [...goesOn.values()] } }
  },
})
const moves = (input: Static<typeof move.input>) => house.does(systemActor('test.move'), move, input)

type Unit = { readonly id: string; readonly cell: number }
async function member(unit: Unit): Promise<Applicant & { membership: string }> {
  const who = await house.applies({ unit })
  const matter = who.outcome.card?.matter
  if (!matter) throw new Error('a newcomer has a matter')
  const officer = await house.officer(unit)
  await house.does(officer, confirmApplication, { cell: unit.cell, matter: matter.id, decidedOn: '2026-03-02' })
  return { ...who, membership: await membershipOf(who.actor.person) }
}
async function membershipOf(person: string): Promise<string> {
  const open = `select id from membership.membership where person_id = $1 and status <> 'ended'`
  return String((await house.rows(open, [person]))[0]?.id)
}
const linesOf = (person: string) =>
  house.rows(
    `select h.cell_id, h.unit_id, h.status, h.change_code, h.valid_to is null as open from membership.membership_history h
     join membership.membership m on m.cell_id = h.cell_id and m.id = h.membership_id
     where m.person_id = $1 order by h.recorded_at, h.cell_id desc, h.number`,
    [person],
  )
async function nothingIsBroken() {
  await house.settled()
  const found: string[] = []
  for (const invariant of allInvariants) {
    await invariant.check({
      pool: house.services.pool,
      signal: new AbortController().signal,
      step: () => undefined,
      found: ({ breaches }) =>
        void found.push(...breaches.map(({ row, words }) => `${invariant.name}: ${row} ${words}`)),
    })
  }
  expect(found).toEqual([])
}

test('inside a cell a member keeps their membership, and its history says out and in (MEM-30, MEM-31)', async () => {
  const who = await member(units.shop)
  const { cell } = units.shop
  const { moved } = await moves({ cell, memberships: [who.membership], into: units.cousinShop.id, reason: 'transfer' })

  expect(moved).toEqual([who.membership])
  expect(
    (await linesOf(who.actor.person)).map(({ unit_id, status, change_code, open }) => [
      unit_id,
      status,
      change_code,
      open,
    ]),
  ).toEqual([
    [units.shop.id, 'provisional', null, false],
    [units.shop.id, 'active', 1, false],
    [units.shop.id, 'ended', 4, false],
    [units.cousinShop.id, 'active', 2, true],
  ])
  const found = await house.asks(await house.officer(units.cousinShop), searchPeople, {
    unit: units.cousinShop.id,
    text: who.name,
  })
  expect(found.items.map(({ membership }) => membership)).toEqual([who.membership])
  await nothingIsBroken()
})

test('between provinces a member ends here and begins there: number, phone, card and session lead to them, the old cell keeps a tombstone', async () => {
  const who = await member(units.shop)
  const token = who.cookie.split('=')[1] ?? ''
  const card = await house.asks(who.actor, findMyCard, {})
  const [old, into] = [units.shop.cell, units.farShop.cell]
  const { moved } = await moves({
    cell: old,
    memberships: [who.membership],
    into: units.farShop.id,
    reason: 'transfer',
  })

  const now = await whoseSession(house.services, token)
  expect(now?.place.cell).toBe(into)
  const there = await house.asks({ ...who.actor, ...now }, findMyCard, {})
  expect(there).toMatchObject({
    number: card.number,
    secret: card.secret,
    unit: { id: units.farShop.id },
    since: '2026-03-02',
    status: 'active',
  })
  const opened = await inTransaction(
    house.services.pool,
    { cellLo: into, cellHi: into, pathLo: '', pathHi: '~' },
    (tx) => openRecord(tx, house.services, { cell: into, person: who.actor.person }),
  )
  expect(opened).toMatchObject({ phone: who.phone, person: { identityNumber: who.identityNumber, name: who.name } })
  expect(
    await house.rows(
      'select cell_id, gone_on is not null as gone, phone_cipher is null as silent, name from people.person where id = $1 order by cell_id',
      [who.actor.person],
    ),
  ).toEqual([
    { cell_id: into, gone: false, silent: false, name: who.name },
    { cell_id: old, gone: true, silent: true, name: who.name },
  ])
  expect(
    await house.rows(
      'select cell_id, status, went_to_id, came_from_id from membership.membership where person_id = $1 order by cell_id',
      [who.actor.person],
    ),
  ).toEqual([
    { cell_id: into, status: 'active', went_to_id: null, came_from_id: who.membership },
    { cell_id: old, status: 'ended', went_to_id: moved[0], came_from_id: null },
  ])
  expect(
    (await linesOf(who.actor.person)).map(({ unit_id, status, change_code, open }) => [
      unit_id,
      status,
      change_code,
      open,
    ]),
  ).toEqual([
    [units.shop.id, 'provisional', null, false],
    [units.shop.id, 'active', 1, false],
    [units.shop.id, 'ended', 4, false],
    [units.farShop.id, 'active', 2, true],
  ])
  await nothingIsBroken()
})

test('whoever comes back to a cell stands there once, and their first session still leads to them', async () => {
  const who = await member(units.shop)
  const token = who.cookie.split('=')[1] ?? ''
  const away = await moves({
    cell: units.shop.cell,
    memberships: [who.membership],
    into: units.farShop.id,
    reason: 'transfer',
  })
  const back = await moves({
    cell: units.farShop.cell,
    memberships: away.moved,
    into: units.siblingShop.id,
    reason: 'transfer',
  })
  expect((await whoseSession(house.services, token))?.place).toMatchObject({
    cell: units.shop.cell,
    path: units.siblingShop.path,
  })
  expect(await membershipOf(who.actor.person)).toBe(back.moved[0])
  await nothingIsBroken()
})

test('a retained membership becomes active again where somebody transfers to, and stays retained where their union is succeeded (MEM-38)', async () => {
  const [one, other] = [await member(units.siblingShop), await member(units.siblingShop)]
  for (const { actor, membership } of [one, other]) {
    await house.rows(`update membership.membership set status = 'retained' where id = $1`, [membership])
    await house.rows(
      `update membership.membership_history set status = 'retained' where membership_id = $1 and valid_to is null`,
      [membership],
    )
    expect(actor.kind).toBe('person')
  }
  const { cell } = units.siblingShop
  await moves({ cell, memberships: [one.membership], into: units.shop.id, reason: 'transfer' })
  await moves({ cell, memberships: [other.membership], into: units.farShop.id, reason: 'succession' })
  const stands = await house.rows(
    `select person_id, status from membership.membership where person_id = any($1) and status <> 'ended'`,
    [[one.actor.person, other.actor.person]],
  )
  expect(new Map(stands.map(({ person_id, status }) => [person_id, status]))).toEqual(
    new Map([
      [one.actor.person, 'active'],
      [other.actor.person, 'retained'],
    ]),
  )
})

test('a union that goes on as another one takes everybody along with what is open about them, a roster’s people too', async () => {
  const settled = await member(units.cousinShop)
  const open = await house.applies({ unit: units.cousinShop })
  const { cell } = units.cousinShop
  await listPeople(house.services, units.cousinShop, [house.stranger()])
  const rows = await house.rows(`select id from membership.membership where unit_id = $1 and status <> 'ended'`, [
    units.cousinShop.id,
  ])
  await moves({ cell, memberships: rows.map(({ id }) => String(id)), into: units.shop.id, reason: 'succession' })

  const left = await house.rows(`select id from membership.membership where unit_id = $1 and status <> 'ended'`, [
    units.cousinShop.id,
  ])
  expect(left).toEqual([])
  const officer = await house.officer(units.shop)
  const matter = open.outcome.card?.matter?.id ?? ''
  const after = await house.does(officer, returnApplication, { cell, matter, reason: 'details_missing' })
  expect(after.unit.id).toBe(units.shop.id)
  expect(after.history.map(({ step }) => step)).toEqual(['submit', 'return'])
  expect(await membershipOf(settled.actor.person)).toBe(settled.membership)
  await nothingIsBroken()
})

test('every column of what moves is known to the road: a new one goes along, or is said to stay', async () => {
  const columnsOf = async (table: string) =>
    (
      await house.rows(
        'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum',
        [table],
      )
    ).map(({ name }) => String(name))
  const sources = ['move-across.ts', '../../people/move-records.ts'].map((name) =>
    readFileSync(new URL(name, import.meta.url), 'utf8'),
  )
  const known = new Set(sources.join(' ').match(/\w+/g))
  /** What is of the place and not of the person. */
  const stays = new Set(['ended_on', 'went_to_cell', 'went_to_id', 'gone_on'])
  for (const table of ['people.person', 'people.account', 'membership.membership', 'membership.roster_detail']) {
    const forgotten = (await columnsOf(table)).filter((name) => !known.has(name) && !stays.has(name))
    expect(forgotten, table).toEqual([])
  }
})
