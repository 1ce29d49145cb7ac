import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { confirmApplication } from '@gongqiao/modules/membership/commands/confirm-application.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { allInvariants } from './invariants.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
const code = await house.code(units.shop)

async function member() {
  const person = await house.applies({ code })
  const matter = person.outcome.card?.matter
  await house.does(officer, confirmApplication, { cell: matter?.cell, matter: matter?.id, decidedOn: '2026-03-02' })
  return { ...person, matter: matter?.id }
}
/** What breaks, as `invariant: row words`. */
async function broken(): Promise<string[]> {
  const found: string[] = []
  await verify(
    house.services.pool,
    allInvariants,
    { onBreach: (invariant, { row, words }) => found.push(`${invariant.name}: ${row} ${words}`) },
    new AbortController().signal,
  )
  return found
}
/** Breaks something, says what was found, and mends it again. */
async function breaking(harm: string, mend: string): Promise<string[]> {
  await house.rows(harm)
  try {
    return await broken()
  } finally {
    await house.rows(mend)
  }
}

const person = await member()
await house.applies({ code })
const cell = units.shop.cell
const { matter } = person
const membership = (
  await house.rows('select id from membership.membership where person_id = $1', [person.actor.person])
)[0]?.id

test('nothing breaks in a house where people joined and were confirmed, folded or not yet', async () => {
  expect(await broken()).toEqual([])
  await house.settled()
  expect(await broken()).toEqual([])
})

test('each invariant says how much it looked at', async () => {
  const verdicts = await verify(
    house.services.pool,
    allInvariants,
    { onBreach: () => undefined },
    new AbortController().signal,
  )

  const checked = Object.fromEntries(verdicts.map((verdict) => [verdict.name, verdict.checked]))
  expect(checked).toMatchObject({
    'organization.tree': Object.keys(units).length,
    'organization.unit_key': Object.keys(units).length,
    'organization.matter_has_owner': 2,
    'kernel.matter_history': 2,
    'membership.one_membership': 2,
    'membership.number_leads_to_member': 1,
    'membership.history': 2,
  })
})

test('a confirmed member whose number leads to nobody, or to somebody else, is named (MEM-13)', async () => {
  const kept = `update people.identity_directory set person_id = '${person.actor.person}' where cell_id = ${cell}`

  const found = await breaking(
    `update people.identity_directory set person_id = '${newId()}' where cell_id = ${cell}`,
    kept,
  )

  expect(found).toEqual([
    `membership.one_membership: membership.membership (${cell}, ${membership}) has a number that leads to another member`,
    expect.stringMatching(
      /^membership.number_leads_to_member: people.identity_directory \(cell 440103, person .*no member$/,
    ),
  ])
})

test('a history that does not lead to the state is named, of a matter and of a membership', async () => {
  expect(
    await breaking(
      `update membership.membership_history set status = 'retained' where membership_id = '${membership}' and number = 2`,
      `update membership.membership_history set status = 'active' where membership_id = '${membership}' and number = 2`,
    ),
  ).toEqual([
    expect.stringContaining(
      `(${cell}, ${membership}) is active; its history has 2 lines, 1 of them open, and says retained`,
    ),
  ])
  expect(
    await breaking(
      `update kernel.matter set last_event = 5 where id = '${matter}'`,
      `update kernel.matter set last_event = 2 where id = '${matter}'`,
    ),
  ).toEqual([
    expect.stringContaining(`kernel.matter (${cell}, ${matter}) is confirmed after step 5; its history has 2 steps`),
  ])
})

test('an open matter without an owner is named', async () => {
  const found = await breaking(
    `update organization.unit set desk_post_id = null; update kernel.matter set owner_post_id = null where ended_at is null`,
    `update organization.unit set desk_post_id = '${officer.post.id}' where path like '001001%';
     update kernel.matter set owner_post_id = '${officer.post.id}' where ended_at is null`,
  )

  expect(found).toEqual([expect.stringMatching(/^organization.matter_has_owner: kernel.matter .* has no owner$/)])
})

test('a union with two leading parents, with a path that leads elsewhere, or in a ring, is named (ORG-01)', async () => {
  const { township, city, province } = units
  expect(
    await breaking(
      `update organization.unit set path = '00z' where id = '${township.id}'`,
      `update organization.unit set path = '${township.path}' where id = '${township.id}'`,
    ),
  ).toEqual(
    expect.arrayContaining([
      `organization.tree: organization.unit (${units.shop.id}) has a path that does not lead to its parent`,
      `organization.unit_key: organization.unit (${township.id}) is not found by its name where it stands`,
    ]),
  )
  expect(
    await breaking(
      `update organization.parent_link set valid_to = '2026-01-01' where unit_id = '${township.id}'`,
      `update organization.parent_link set valid_to = null where unit_id = '${township.id}'`,
    ),
  ).toEqual([`organization.tree: organization.unit (${township.id}) has 0 leading parents`])
  expect(
    await breaking(
      `update organization.unit set parent_id = '${city.id}' where id = '${province.id}'`,
      `update organization.unit set parent_id = '${units.nation.id}' where id = '${province.id}'`,
    ),
  ).toContain('organization.tree: organization.unit (root of cell 440103) is led in a ring, or by nobody')
})

test('a count that is not the rows, or does not add up, is named', async () => {
  await house.settled()

  const found = await breaking(
    `update insight.unit_count set own_on_roll = own_on_roll + 1 where unit_id = '${units.shop.id}'`,
    `update insight.unit_count set own_on_roll = own_on_roll - 1 where unit_id = '${units.shop.id}'`,
  )

  expect(found).toEqual([
    `insight.counts_equal_rows: insight.unit_count (${cell}, ${units.shop.id}) counts 2 on the roll, 1 provisional, 1 claimed and 1 affirmed; the roll has 1 on the roll, 1 provisional, 1 claimed and 1 affirmed`,
    `insight.counts_add_up: insight.unit_count (${cell}, ${units.shop.id}) counts 1 on the roll, 1 provisional, 1 claimed and 1 affirmed; itself and those below make 2 on the roll, 1 provisional, 1 claimed and 1 affirmed`,
    `insight.days_equal_counts: insight.unit_day (${cell}, ${units.shop.id}) adds up to 1 on the roll, 1 provisional, 1 claimed and 1 affirmed; the union counts 2 on the roll, 1 provisional, 1 claimed and 1 affirmed`,
  ])
})

test('a hole in the facts of a cell is named', async () => {
  await house.settled()

  const found = await breaking(
    `update kernel.fact set number = 0 where number = 2 and cell_id = ${cell}`,
    `update kernel.fact set number = 2 where number = 0 and cell_id = ${cell}`,
  )

  expect(found).toEqual([
    expect.stringMatching(/^kernel.facts_are_dense: kernel.fact_lease \(440103\) has \d+ facts, numbered 0 to/),
  ])
})

test('whoever stands at another place than their union is named', async () => {
  const found = await breaking(
    `update membership.membership set path = '002' where id = '${membership}';
     update membership.membership_history set path = '002' where membership_id = '${membership}'`,
    `update membership.membership set path = '${units.shop.path}' where id = '${membership}';
     update membership.membership_history set path = '${units.shop.path}' where membership_id = '${membership}'`,
  )

  expect(found).toEqual([
    `membership.place: membership.membership (${cell}, ${membership}) stands at another place than its unit ${units.shop.id}`,
    `membership.name_search: membership.membership (${cell}, ${membership}) is not found by the name it has`,
  ])
})

test('a joining code whose short code leads to another is named', async () => {
  const [made] = await house.rows('select id, short_code from membership.joining_code order by id limit 1')
  const leads = (id: unknown) => `update membership.short_code set code_id = '${id}' where code = '${made?.short_code}'`

  expect(await breaking(leads(person.actor.person), leads(made?.id))).toEqual([
    `membership.short_code: membership.joining_code (${cell}, ${made?.id}) has a short code that leads elsewhere`,
  ])
})
