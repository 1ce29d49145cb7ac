import { addDays } from '@gongqiao/calendar'
import { query } from '@gongqiao/kernel/command/query.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { ParameterChangeId, ParameterReach, ParameterWish } from '../contract.ts'
import { undoableParameterChange, withoutChange } from '../parameter-changes.ts'
import { asParameterRow, parameterFaults } from '../parameter-faults.ts'
import { parametersOfLaw } from '../parameter-keys.ts'
import { allowParametersOf, reachOfChange } from '../parameter-reach.ts'
import { keptParameters } from '../parameter-table.ts'

const act = 'elections.preview_parameter'

/** Which open elections a new version of a parameter reaches; refuses what the change would refuse. */
export const previewParameter = query({
  act,
  by: ['post'],
  input: ParameterWish,
  output: ParameterReach,
  async run({ tx, input, actor, today, allow, services }) {
    allowParametersOf(allow, actor, input.region)
    const faults = parameterFaults(input, today)
    if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
    if (parametersOfLaw.has(input.key)) throw new Refusal('elections.parameter_of_law')
    const before = await keptParameters(tx)
    return reachOfChange(tx, services, input, [before, [...before, asParameterRow(input)]])
  },
})

/** Which open elections the undoing of a change reaches; refuses what the undoing would refuse. */
export const previewParameterUndo = query({
  act,
  by: ['post'],
  input: ParameterChangeId,
  output: ParameterReach,
  async run({ tx, input, actor, today, allow, services }) {
    allow.anywhere()
    const change = await undoableParameterChange(tx, input.change, false)
    allowParametersOf(allow, actor, change.region)
    const before = await keptParameters(tx)
    const from = change.from < today ? today : change.from
    return reachOfChange(tx, services, { ...change, from }, [before, withoutChange(before, change, addDays(today, -1))])
  },
})
