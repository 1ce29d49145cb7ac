import { expect, test } from 'vitest'
import { matterParts } from '../../apps/server/matter-parts.ts'
import { openHouse } from '../../tests/house.ts'
import { hasEnded, type MatterDefinition } from '../shared/matter.ts'
import { allowsPause } from './clock-acts.ts'
import { nation } from './deadline-rule.ts'

const house = await openHouse()
const definitions = matterParts.kinds.map(({ definition }): MatterDefinition => definition)
const rule = (id: string) => house.services.deadlines.rule(id, '2026-03-02', { region: nation })

test('a reason that a state lists is one that every rule of its clocks allows: what is offered is lawful (T-11)', () => {
  const wrong = definitions.flatMap(({ name, states }) =>
    Object.entries(states).flatMap(([state, { clock, clocks = [], pause = [] }]) =>
      [...(clock === undefined ? [] : [clock]), ...clocks].flatMap((id) =>
        pause.filter((reason) => !allowsPause(rule(id), reason)).map((reason) => `${name}.${state}: ${id} ${reason}`),
      ),
    ),
  )
  expect(wrong).toEqual([])
})

test('no clock of an election stands still: neither a state lists a reason, nor a rule allows one (T-11)', () => {
  const ofElections = definitions.filter(({ name }) => name.startsWith('elections.'))
  expect(ofElections.length).toBeGreaterThan(1)
  for (const definition of ofElections)
    for (const [state, { clock, clocks = [], pause }] of Object.entries(definition.states)) {
      if (hasEnded(definition, state)) continue
      expect([definition.name, state, pause]).toEqual([definition.name, state, undefined])
      for (const id of [clock ?? '', ...clocks]) expect([id, rule(id).pause_on]).toEqual([id, []])
    }
})
