import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { termEnd, vacancy } from '../terms/term-end.ts'
import { unitChange } from './unit-change.ts'

const house = await openHouse()

test('the states of terms, vacancies and changes are exactly those the spine accepts', async () => {
  for (const { name, states } of [termEnd, vacancy, unitChange]) {
    const [row] = await house.rows('select pg_get_constraintdef(oid) as words from pg_constraint where conname = $1', [
      `matter_state_of_${name.split('.')[1]}`,
    ])
    const accepted = [...String(row?.['words']).matchAll(/'([a-z_]+)'::text/g)].map(([, state]) => state)

    expect(accepted.sort()).toEqual(Object.keys(states).sort())
  }
})

test('what an approval leads to is never an open state without a clock, and what was asked can be taken back until then', () => {
  const { submitted, returned, moving } = unitChange.states

  expect([submitted.steps.withdraw.to, returned.steps.withdraw.to]).toEqual(['withdrawn', 'withdrawn'])
  expect(Object.keys(moving.steps)).toEqual(['complete'])
})
