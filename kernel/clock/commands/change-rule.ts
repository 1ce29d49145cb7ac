import { command } from '../../command/command.ts'
import { deadlineRuleColumns, ruleBook, ruleIn } from '../../matter/deadline-rule.ts'
import { Refusal } from '../../refusal.ts'
import { newVersion, ruleFaults } from '../changed-rule.ts'
import { keepChange } from '../changes.ts'
import { Changed, RuleChange } from '../contract.ts'
import { allowRegion } from '../region.ts'

/**
 * Adds a version of a rule 时限规则 for a place from a day on; what began before keeps the version it began under.
 *
 * Event, side, pauses and what follows stay those of the version it comes after. Refuses `kernel.invalid_input`,
 * `clock.not_yours`, `clock.no_such_rule`, and `clock.version_there` where a version begins on that day already.
 *
 * @see rulebook G-07
 */
export const changeRule = command({
  act: 'kernel.change_deadline_rule',
  by: ['post', 'system'],
  input: RuleChange,
  output: Changed,
  check: ruleFaults,
  async run({ tx, input, actor, now, allow, services }) {
    const { rule: id, region, from, source } = input
    allowRegion(allow, actor, region)
    const base = ruleIn(ruleBook(services.deadlines.all()), id, from, region)
    if (!base) throw new Refusal('clock.no_such_rule')
    if (base.counting !== 'after' && input.unit === 'hour')
      throw new Refusal('kernel.invalid_input', { faults: [{ field: '/unit', code: 'clock.hours_before' }] })
    const after = newVersion(base, input)
    const added = await tx.run(
      `insert into kernel.deadline_rule (${deadlineRuleColumns})
       select ${deadlineRuleColumns} from jsonb_populate_record(null::kernel.deadline_rule, $1::jsonb)
       on conflict (id, region, effective_from) do nothing`,
      [JSON.stringify(after)],
    )
    if (added === 0) throw new Refusal('clock.version_there')
    const change = await keepChange(tx, actor, now, { kind: 'rule', region, rule: id, from, source, before: {}, after })
    return {
      cell: change.cell,
      subject: change.id,
      after: { rule: id, region, from, length: after.length, unit: after.unit },
      answer: { change: change.id },
    }
  },
})
