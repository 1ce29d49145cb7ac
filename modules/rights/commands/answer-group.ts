import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { type AskRow, askColumns, findAskRow } from '../asked-row.ts'
import { Answer, GroupAnswered } from '../contract.ts'
import { answering, stepOn, tellAsker } from '../handling.ts'
import { ask } from '../machine.ts'

/**
 * Answers all open asks of a group at once. Each asker is answered for themselves, sees nothing of the others, and says
 * for themselves whether it is solved.
 *
 * Refuses `kernel.absent` where the ask is in no group, `kernel.forbidden`.
 */
export const answerGroup = command({
  act: 'rights.handle_ask',
  by: ['post'],
  input: Answer,
  output: GroupAnswered,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, today, allow, matters } = context
    const { cell, matter, words, result } = input
    const named = await findAskRow(tx, cell, matter)
    if (!named || named.groupId === null) throw absent()
    const rows = await tx.many<AskRow>(
      `select ${askColumns} from rights.ask a where a.cell_id = $1 and a.group_id = $2 order by a.matter_id limit 1000`,
      [cell, named.groupId],
    )
    const befores = await matters.openMany(
      ask,
      cell,
      rows.map((row) => row.matter),
    )
    for (const before of befores) allow(before.host)
    const facts = []
    let answered = 0
    for (const before of befores) {
      const row = rows.find((one) => one.matter === before.id)
      if (!row || !['received', 'handling', 'more'].includes(before.state)) continue
      const held = { before, row }
      const step = await stepOn(context, held, answering(row, today, matters.byWords, words, result))
      const unit = await findOpenUnit(tx, before.hostUnit)
      await tellAsker(context, held, unit?.name ?? '', 'answered')
      facts.push(...step.facts)
      answered++
    }
    return { cell, subject: matter, after: { group: named.groupId, answered, result }, facts, answer: { answered } }
  },
})
