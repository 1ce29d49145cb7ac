import { query } from '@gongqiao/kernel/command/query.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit, unitNameOf, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { confidentMove } from '../../confidential/move-target.ts'
import { MoveTarget, TransferTerms } from '../contract.ts'
import { targetFaults, targetOf } from '../own.ts'

type Mine = {
  readonly membership: string
  readonly unit: string
  readonly status: string
  readonly transfer: string | null
}

/**
 * What moving to a union would mean, before anything is asked: from where to where, the day it is done at the latest, and
 * the rules behind it.
 *
 * Refuses as asking does, but for a transfer that runs already: it is named.
 *
 * @see design sections 2.2 and 2.5
 */
export const findTransferTerms = query({
  act: 'membership.find_transfer_terms',
  by: ['person'],
  input: MoveTarget,
  output: TransferTerms,
  async run({ tx, input, actor, now, today, allow, mine, services }) {
    if (actor.kind === 'system') throw new Error('the system belongs nowhere')
    allow.self(actor.person)
    const faults = targetFaults(input)
    if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
    const { cell } = actor.place
    await mine(cell)
    const member = await tx.maybe<Mine>(
      `select m.id as membership, m.unit_id as unit, m.status, t.matter_id as transfer from membership.membership m
       left join membership.transfer t on t.cell_id = m.cell_id and t.membership_id = m.id and t.ended_at is null
       where m.cell_id = $1 and m.person_id = $2 and m.status in ('active', 'retained')`,
      [cell, actor.person],
    )
    const from = member && (await findOpenUnit(tx, member.unit))
    if (!member || !from) throw new Refusal('membership.not_a_member')
    const named = await targetOf(tx, services, input, member, now)
    await mine(cell)
    const row = { cell, ...member }
    const { to, hiddenFrom } = await confidentMove(tx, services, row, named, input.disclose === true)
    const sides = [
      { rule: 'MEM-TRANSFER', cell },
      { rule: 'MEM-TRANSFER-IN', cell: to.cell_id },
    ]
    const due = sides.map(({ rule, cell: at }) => services.deadlines.due(rule, today, { cell: at }))
    const latest = due.reduce((later, one) => (one.on > later.on ? one : later))
    return {
      from: unitNameOf(from),
      to: unitNameOf(to),
      toUpper: upperNameOf(to),
      hiddenFrom: hiddenFrom ? unitNameOf(hiddenFrom) : null,
      resumes: member.status === 'retained',
      latestOn: latest.on,
      provisional: latest.provisional,
      rules: sides.map(({ rule, cell: at }) => ({
        rule,
        article: services.deadlines.rule(rule, today, { cell: at }).article,
        words: services.deadlines.explain(rule, today, actor.language, { cell: at }),
      })),
      open: member.transfer === null ? null : { cell, matter: member.transfer },
    }
  },
})
