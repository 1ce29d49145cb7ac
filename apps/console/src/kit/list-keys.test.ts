import { expect, test } from 'vitest'
import { emptyList, type ListAct, listStep } from './list-keys.ts'

function after(...acts: ListAct[]) {
  return acts.reduce(listStep, emptyList)
}
const three: ListAct = { do: 'show', keys: ['a', 'b', 'c'] }

test('the first step down stands on the first row, the first step up on the last', () => {
  expect(after(three, { do: 'move', by: 1 }).cursor).toBe('a')
  expect(after(three, { do: 'move', by: -1 }).cursor).toBe('c')
})

test('the cursor stops at both ends', () => {
  expect(after(three, { do: 'go', key: 'c' }, { do: 'move', by: 1 }).cursor).toBe('c')
  expect(after(three, { do: 'go', key: 'a' }, { do: 'move', by: -5 }).cursor).toBe('a')
  expect(after({ do: 'move', by: 1 }).cursor).toBe(null)
})

test('the cursor follows its row when rows come in above it', () => {
  const state = after(three, { do: 'go', key: 'b' }, { do: 'show', keys: ['new', 'a', 'b', 'c'] })
  expect(state.cursor).toBe('b')
})

test('when its row is decided and gone, the cursor stands on the next one, or on the last', () => {
  expect(after(three, { do: 'go', key: 'b' }, { do: 'show', keys: ['a', 'c'] }).cursor).toBe('c')
  expect(after(three, { do: 'go', key: 'c' }, { do: 'show', keys: ['a', 'b'] }).cursor).toBe('b')
  expect(after(three, { do: 'go', key: 'c' }, { do: 'show', keys: [] }).cursor).toBe(null)
})

test('a tick stays on its row and goes with it', () => {
  const state = after(three, { do: 'toggle', key: 'a' }, { do: 'toggle', key: 'c' })
  expect([...state.ticked]).toEqual(['a', 'c'])
  expect([...listStep(state, { do: 'toggle', key: 'a' }).ticked]).toEqual(['c'])
  expect([...listStep(state, { do: 'show', keys: ['b', 'c'] }).ticked]).toEqual(['c'])
  expect(listStep(state, { do: 'clear' }).ticked.size).toBe(0)
})

test('nothing outside the list can be ticked', () => {
  expect(after(three, { do: 'toggle', key: 'z' }).ticked.size).toBe(0)
  expect([...after(three, { do: 'tick', keys: ['a', 'z'] }).ticked]).toEqual(['a'])
})

test('a range is ticked from the row that was ticked last, of what may be ticked, and goes on from its end', () => {
  const five: ListAct = { do: 'show', keys: ['a', 'b', 'c', 'd', 'e'] }
  const among = ['a', 'b', 'd', 'e']
  const state = after(five, { do: 'toggle', key: 'd' }, { do: 'range', key: 'a', among })
  expect([...state.ticked].sort()).toEqual(['a', 'b', 'd'])
  expect([...listStep(state, { do: 'range', key: 'e', among }).ticked].sort()).toEqual(['a', 'b', 'd', 'e'])
})

test('with nothing ticked before, or when that row is gone, a range is the row itself', () => {
  expect([...after(three, { do: 'range', key: 'b', among: ['a', 'b'] }).ticked]).toEqual(['b'])
  const gone = after(three, { do: 'toggle', key: 'a' }, { do: 'show', keys: ['b', 'c'] })
  expect([...listStep(gone, { do: 'range', key: 'c', among: ['b', 'c'] }).ticked]).toEqual(['c'])
})
