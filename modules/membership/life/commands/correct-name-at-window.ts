import { checkName } from '@gongqiao/codes'
import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { lockMembership } from '../change.ts'
import { LifeView, NameCorrection } from '../contract.ts'
import { proofFaults, refuseFaults } from '../days.ts'
import { findLife } from '../find-life.ts'
import { tellMember, unitOf } from '../matters.ts'
import { renameMember } from '../names.ts'
import { actingWords } from '../officers.ts'

function nameFaults(given: Given): Fault[] {
  const checked = typeof given.name === 'string' ? checkName(given.name) : undefined
  if (!checked || checked.ok) return []
  return checked.faults.map(({ code }) => ({ field: '/name', code: `people.name.${code}` }))
}

/**
 * Corrects a name at the window 窗口更正姓名: the person stands there with the document, whose scan is kept; what it was
 * before stays in the record's own history, and the person is told.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.listed_unclaimed`, a proof that was never uploaded.
 *
 * @see rulebook G-08
 */
export const correctNameAtWindow = command({
  act: 'membership.correct_name_at_window',
  by: ['post'],
  input: NameCorrection,
  output: LifeView,
  cellOf: (input) => input.cell,
  check: nameFaults,
  async run(context) {
    const { tx, input, today, allow, services } = context
    const { cell, membership, file } = input
    const member = await lockMembership(context, cell, membership)
    if (!member) throw absent()
    allow({ cell, path: member.path })
    if (member.status === 'listed') throw new Refusal('membership.listed_unclaimed')
    if (member.status === 'ended') throw new Refusal('membership.change_not_open')
    refuseFaults(await proofFaults(context, cell, file))
    const name = checkName(input.name)
    if (!name.ok) throw new Error('the form was checked before')
    await renameMember(context, member, name.value, today, { file, by: actingWords(context) })
    const { name: unit } = await unitOf(tx, member.unit)
    await tellMember(context, member, 'membership.message.renamed', { unit, name: name.value }, '/record')
    return {
      cell,
      subject: membership,
      after: { nameCorrected: true, file },
      answer: await findLife(tx, services, cell, membership),
    }
  },
})
