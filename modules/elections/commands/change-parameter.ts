import { homeCell } from '@gongqiao/kernel/command/actor.ts'
import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { ParameterChanged, ParameterWish } from '../contract.ts'
import { parameterFaults } from '../parameter-faults.ts'
import { parametersOfLaw } from '../parameter-keys.ts'
import { allowParametersOf } from '../parameter-reach.ts'

/**
 * Adds a version of a parameter 地方参数 for a place from a day on, which is today at the earliest: a meeting that was held
 * stays under the rules of its day.
 *
 * Refuses every wrong field at once, `elections.parameter_not_yours`, `elections.parameter_of_law` for what the law itself
 * says, `elections.parameter_there` where a version begins on that day already.
 *
 * @see rulebook 9
 */
export const changeParameter = command({
  act: 'elections.change_parameter',
  by: ['post'],
  input: ParameterWish,
  output: ParameterChanged,
  check: parameterFaults,
  async run({ tx, input, actor, now, allow, matters }) {
    const { key, region, from, value, document, article, confidence, source } = input
    allowParametersOf(allow, actor, region)
    if (parametersOfLaw.has(key)) throw new Refusal('elections.parameter_of_law')
    const added = await tx.run(
      `insert into elections.parameter (key, region, valid_from, value, document, article, confidence)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (key, region, valid_from) do nothing`,
      [key, region, from, JSON.stringify(value), document, article, confidence],
    )
    if (added === 0) throw new Refusal('elections.parameter_there')
    const change = newId(now.getTime())
    await tx.run(
      `insert into elections.parameter_change (id, at, account_id, post_id, by_words, key, region, from_day, source)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[change, now, 'account' in actor ? actor.account : null, actor.kind === 'post' ? actor.post.id : null],
        ...[matters.byWords, key, region, from, source],
      ],
    )
    return { cell: homeCell(actor), subject: change, after: { key, region, from }, answer: { change } }
  },
})
