import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit, takesMembers } from '@gongqiao/modules/organization/index.ts'
import { checkedPhone, checkPerson, identityText, phoneIsFree, takePhoneCode } from '@gongqiao/modules/people/index.ts'
import { applicationView } from '../application-view.ts'
import { holderAbove, keepConfidence } from '../confidential/confidence.ts'
import { ApplicationView, WindowApplication } from '../contract.ts'
import { enterNewPerson } from '../joining/begin.ts'
import { submissionFaults } from '../joining/submission.ts'

function windowFaults(given: Given, today: string): Fault[] {
  const proof = given.proof
  const byCode = proof !== null && typeof proof === 'object' && 'kind' in proof && proof.kind === 'code'
  const faults = submissionFaults(given, today)
  if (byCode && given.phone === undefined) faults.push({ field: '/phone', code: 'membership.proof_needs_phone' })
  return faults
}

/**
 * Takes down an application at the window 窗口代办 for somebody without a phone of their own: staff type, the person
 * confirms by a code or on signed paper that is scanned in, and the record says who typed. What exists elsewhere is not
 * said: a phone or number that belongs to another record is asked of its owner when the application is confirmed.
 *
 * Refuses every wrong field at once, `kernel.absent`, `kernel.forbidden`, `membership.unit_closing`,
 * `people.phone_code_wrong`.
 *
 * @see rulebook G-08, MEM-10, PI-03
 */
export const applyAtWindow = command({
  act: 'membership.window',
  by: ['post'],
  input: WindowApplication,
  output: ApplicationView,
  check: windowFaults,
  async run(context) {
    const { tx, input, actor, now, today, allow, services } = context
    const named = await findOpenUnit(tx, input.unit)
    if (!named) throw absent()
    const confidential = input.confidential === true
    const unit = confidential ? await holderAbove(tx, named) : named
    allow({ cell: unit.cell_id, path: unit.path })
    if (actor.kind !== 'post') throw new Error('a window is a post')
    if (!takesMembers(unit)) throw new Refusal('membership.unit_closing')
    const checked = checkPerson(input, today)
    if ('faults' in checked) throw new Error('the form was checked before')
    const { proof } = input
    const phone = input.phone === undefined ? null : phoneOf(input.phone)
    if (proof.kind === 'code' && phone !== null) {
      const wrong = await takePhoneCode(tx, services, phone, proof.phoneCode, now)
      if (wrong) return { cell: unit.cell_id, refusal: wrong }
    }
    if (proof.kind === 'paper') await requirePaper(proof.file)
    const { keyring } = services
    // A phone becomes an account only by its own code, and only where no account has it. It is kept and shown either
    // way: that it belongs to a record elsewhere is not the window's to learn (design 2.3).
    const proven = proof.kind === 'code' ? phone : null
    const phoneDigest = proven === null ? null : keyring.digest('phone', proven)
    const bindsPhone = phoneDigest !== null && (await phoneIsFree(tx, phoneDigest))
    const begun = await enterNewPerson(context, {
      unit,
      person: checked.person,
      digests: {
        identity: keyring.digest('identity', identityText(checked.person.identityKind, checked.person.identityNumber)),
        phone: phoneDigest,
      },
      phone: proven,
      bindsPhone,
      channel: proof.kind === 'code' ? 'window_code' : 'window_paper',
      code: null,
      typedBy: `${actor.post.unitName} ${actor.post.title} ${actor.name}`,
      paper: proof.kind === 'paper' ? proof.file : null,
    })
    if (confidential) {
      const { cell_id: cell, path } = unit
      await keepConfidence(tx, services, { cell, membership: begun.membership, path }, named.id, now)
    }
    return {
      cell: unit.cell_id,
      subject: begun.person,
      after: { matter: begun.matter.id, membership: begun.membership, unit: unit.id, status: 'provisional' },
      facts: begun.facts,
      answer: await applicationView(tx, services, unit.cell_id, begun.matter.id, today, actor.language),
    }

    async function requirePaper(file: string) {
      const found = await tx.run('select from kernel.file where cell_id = $1 and id = $2', [unit?.cell_id, file])
      if (found === 0)
        throw new Refusal('kernel.invalid_input', {
          faults: [{ field: '/proof/file', code: 'membership.paper_missing' }],
        })
    }
  },
})

function phoneOf(text: string): string {
  const checked = checkedPhone(text)
  if ('faults' in checked) throw new Error('the form was checked before')
  return checked.phone
}
