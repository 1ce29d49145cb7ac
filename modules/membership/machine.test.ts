import { unitLevels } from '@gongqiao/modules/organization/contract.ts'
import { identityKinds, Sex } from '@gongqiao/modules/people/contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMigratedDatabase } from '../../tools/migrated-database.ts'
import type { ThrowawayDatabase } from '../../tools/throwaway-database.ts'
import { MembershipStatus } from './contract.ts'
import { membershipDeadlines } from './deadline-rules.ts'
import { waitingStates, waitsForPerson } from './machine.ts'
import { definitions } from './views.ts'

let database: ThrowawayDatabase
beforeAll(async () => {
  database = await openMigratedDatabase(new URL('../..', import.meta.url).pathname)
})
afterAll(() => database.drop())

/** The texts a check of a table accepts, as its definition lists them. */
async function accepted(constraint: string): Promise<string[]> {
  const { rows } = await database.client.query<{ words: string }>(
    'select pg_get_constraintdef(oid) as words from pg_constraint where conname = $1',
    [constraint],
  )
  const [, list = ''] = /ARRAY\[([^\]]+)\]/.exec(rows[0]?.words ?? '') ?? []
  return [...list.matchAll(/'([^']+)'::text/g)].map((match) => match[1] ?? '').sort()
}
const namesOf = (shape: object) => ('enum' in shape && Array.isArray(shape.enum) ? shape.enum.map(String).sort() : [])

test('the states of every machine are exactly those its table accepts', async () => {
  const checks: { readonly [kind: string]: string } = {
    'membership.application': 'matter_state_of_application',
    'membership.not_me': 'matter_state_of_not_me',
    'membership.standing': 'matter_state_of_standing',
    'membership.resignation': 'matter_state_of_resignation',
    'membership.deemed': 'matter_state_of_deemed',
    'membership.expulsion': 'matter_state_of_expulsion',
    'membership.transfer': 'matter_state_of_transfer',
    'membership.incoming': 'matter_state_of_incoming',
  }

  expect(Object.keys(definitions).sort()).toEqual(Object.keys(checks).sort())
  for (const [kind, definition] of Object.entries(definitions))
    expect([kind, await accepted(checks[kind] ?? '')]).toEqual([kind, Object.keys(definition.states).sort()])
})

test('every state can be reached, and every open one can be left', () => {
  for (const [kind, definition] of Object.entries(definitions)) {
    const reached = new Set([definition.initial])
    for (const state of reached)
      for (const { to } of Object.values(definition.states[state]?.steps ?? {})) reached.add(to)
    expect([kind, [...reached].sort()]).toEqual([kind, Object.keys(definition.states).sort()])
    const ends = Object.entries(definition.states).filter(([, state]) => Object.keys(state.steps).length === 0)
    expect(ends.length).toBeGreaterThan(0)
  }
})

test('every clock of a machine is a row of the rule table (G-07)', () => {
  const rules = membershipDeadlines.map(({ id }) => id)
  for (const definition of Object.values(definitions))
    for (const { clock } of Object.values(definition.states)) if (clock !== undefined) expect(rules).toContain(clock)
})

test('a matter waits for the person exactly where its clock is the person’s own time, so that it never rises (T-15)', () => {
  const sides = new Map(membershipDeadlines.map(({ id, side }) => [id, side]))
  for (const [kind, definition] of Object.entries(definitions)) {
    for (const [state, { clock }] of Object.entries(definition.states))
      expect([kind, state, waitsForPerson(kind, state)]).toEqual([kind, state, sides.get(clock ?? '') === 'right'])
    expect(Object.keys(definition.states)).toEqual(expect.arrayContaining([...(waitingStates[kind] ?? [])]))
  }
})

test('a state no machine knows is refused by the spine', async () => {
  const insert = `insert into kernel.matter (cell_id, id, path, kind, host_unit_id, subject_id, title, state, escalations,
      due_provisional, opened_at, changed_at, ended_at, last_event)
    values (1, gen_random_uuid(), '', $1, gen_random_uuid(), gen_random_uuid(), 'x', $2, 0, false, now(), now(), now(), 1)`

  await expect(database.client.query(insert, ['membership.application', 'submited'])).rejects.toThrow(
    'matter_state_of_application',
  )
  await expect(database.client.query(insert, ['membership.application', 'confirmed'])).resolves.toBeDefined()
})

test('the words of contracts are exactly those the tables accept', async () => {
  expect(await accepted('membership_status_is_known')).toEqual(namesOf(MembershipStatus))
  expect(await accepted('membership_history_status_is_known')).toEqual(namesOf(MembershipStatus))
  expect(await accepted('person_sex_is_known')).toEqual(namesOf(Sex))
  expect(await accepted('membership_sex_is_known')).toEqual(namesOf(Sex))
  expect(await accepted('person_identity_kind_is_known')).toEqual([...identityKinds].sort())
  expect(await accepted('unit_level_is_known')).toEqual([...unitLevels].sort())
})
