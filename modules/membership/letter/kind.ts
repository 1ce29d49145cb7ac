import { civilDay } from '@gongqiao/calendar'
import { writePaper } from '@gongqiao/kernel/documents/paper.ts'
import { attachTo } from '@gongqiao/kernel/matter/attachments.ts'
import { type KindContext, matterKind, type TakenStep } from '@gongqiao/kernel/matter/kind.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { matter } from '@gongqiao/kernel/shared/matter.ts'
import { letterPaper } from './paper.ts'
import { letterEn, letterZh } from './texts.ts'

/** 开会籍证明: a member asks for a letter that says they are one; the union issues it, and it lies with the matter as a paper. */
const definition = matter({
  name: 'membership.letter',
  initial: 'asked',
  refers: true,
  states: {
    asked: {
      clock: 'MEM-LETTER',
      pause: ['details_missing'],
      steps: {
        issue: { to: 'issued', who: 'officer', basis: 'MEM-11' },
        decline: { to: 'declined', who: 'officer', reasons: ['not_our_member', 'details_missing', 'other'] },
        withdraw: { to: 'withdrawn', who: 'person' },
      },
    },
    issued: { steps: { mend: { to: 'asked', who: 'person', reopen: true, form: 'again' } } },
    declined: { steps: { reopen: { to: 'asked', who: 'person', reopen: true } } },
    withdrawn: { steps: {} },
  },
})

export const letterKind = matterKind({
  definition,
  texts: { zh: letterZh, en: letterEn },
  opens: ['person'],
  form: {
    fields: [
      {
        key: 'purpose',
        kind: 'choice',
        required: true,
        choices: ['benefit', 'service', 'training', 'dispute', 'other'],
      },
      { key: 'to', kind: 'text', max: 60 },
      { key: 'note', kind: 'long', max: 300 },
    ],
  },
  onStep: issued,
})

/** Writes the letter when it is issued. Refuses `membership.letter_of_members` for whoever is no member of the union. */
async function issued({ tx, services, actor, now }: KindContext, taken: TakenStep) {
  if (taken.step !== 'issue') return []
  const { cell, subject, hostUnit, id, host } = taken.matter
  const member = await tx.maybe<{ name: string; mask: string; since: string; unit: string }>(
    `select m.name, m.identity_mask as mask, m.since, u.name as unit
     from membership.membership m join organization.unit u on u.id = m.unit_id
     where m.cell_id = $1 and m.person_id = $2 and m.unit_id = $3 and m.status in ('active', 'retained')`,
    [cell, subject, hostUnit],
  )
  if (!member) throw new Refusal('membership.letter_of_members')
  const number = `${civilDay(now).replaceAll('-', '')}-${id.slice(-6)}`
  const bytes = await writePaper(
    letterPaper({ ...member, number, on: civilDay(now), brand: services.brand, made: now }),
  )
  const place = { cell, path: host.path }
  await attachTo(
    { tx, services, actor, now },
    { matter: id, place },
    { name: `会籍证明-${number}.pdf`, mediaType: 'application/pdf', bytes, visible: 'person' },
  )
  return []
}
