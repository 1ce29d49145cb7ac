import { expect, test } from 'vitest'
import { matterParts } from '../../../apps/server/matter-parts.ts'
import { openMyMatter } from '../../../kernel/matter/commands/open-matter.ts'
import { pauseMatter, resumeMatter } from '../../../kernel/matter/commands/pause.ts'
import { takeMyStep, takeStep } from '../../../kernel/matter/commands/take-step.ts'
import { findMyMatter } from '../../../kernel/matter/queries/find-my-matter.ts'
import { readMyAttachment } from '../../../kernel/matter/queries/read-attachment.ts'
import { type Applicant, openHouse } from '../../../tests/house.ts'
import { listQueue } from '../../../tests/matters.ts'
import { readPdf } from '../../../tests/read-pdf.ts'
import { confirmApplication } from '../commands/confirm-application.ts'

const house = await openHouse()
const officer = await house.officer(house.units.shop)
const asks = ({ actor }: Applicant, form: object) =>
  house.does(actor, openMyMatter(matterParts), { kind: 'membership.letter', form })

async function member(): Promise<Applicant> {
  const person = await house.applies({ unit: house.units.shop })
  const matter = person.outcome.card?.matter
  await house.does(officer, confirmApplication, { cell: matter?.cell, matter: matter?.id, decidedOn: '2026-03-02' })
  return person
}

test('a member asks, the union issues, and the letter lies with the matter for the person to print', async () => {
  const person = await member()
  const asked = await asks(person, { purpose: 'benefit', to: '沙面医院' })
  expect(asked).toMatchObject({ state: 'asked', due: { rule: 'MEM-LETTER', on: '2026-03-05' } })
  const queue = await house.asks(officer, listQueue, {})
  expect(queue.items.map(({ matter }) => matter)).toContain(asked.id)

  await house.does(officer, takeStep(matterParts), { cell: asked.cell, matter: asked.id, step: 'issue' })

  const mine = await house.asks(person.actor, findMyMatter(matterParts), { cell: asked.cell, matter: asked.id })
  expect(mine).toMatchObject({ state: 'issued', due: null, offers: [{ step: 'mend' }] })
  const [letter] = mine.attachments
  const { bytes } = await house.asks(person.actor, readMyAttachment, {
    cell: asked.cell,
    matter: asked.id,
    attachment: letter?.id,
  })
  if (!Buffer.isBuffer(bytes)) throw new Error('a letter is bytes')
  const text = readPdf(bytes)
    .map((page) => page.text)
    .join('')
    .replace(/\s/g, '')
  expect(text).toContain(`兹证明${person.name}`)
  expect(text).toContain('2026年3月2日')
  expect(text).not.toContain(person.identityNumber)
})

test('who is no confirmed member of the union gets no letter from it, in words, and nothing is half done', async () => {
  const person = await house.applies({ unit: house.units.shop })
  const asked = await asks(person, { purpose: 'benefit' })

  await expect(
    house.does(officer, takeStep(matterParts), { cell: asked.cell, matter: asked.id, step: 'issue' }),
  ).rejects.toMatchObject({ code: 'membership.letter_of_members' })
  const mine = await house.asks(person.actor, findMyMatter(matterParts), { cell: asked.cell, matter: asked.id })
  expect(mine).toMatchObject({ state: 'asked', attachments: [] })
})

test('a letter with something wrong in it is asked for again, and every wrong field is named at once', async () => {
  const person = await member()
  await expect(asks(person, { purpose: 'party', to: 'x'.repeat(61), extra: 1 })).rejects.toMatchObject({
    code: 'kernel.invalid_input',
    faults: [{ field: '/form/purpose' }, { field: '/form/to' }, { field: '/form/extra' }],
  })
  const asked = await asks(person, { purpose: 'benefit' })
  const key = { cell: asked.cell, matter: asked.id }
  await house.does(officer, takeStep(matterParts), { ...key, step: 'issue' })
  const again = await house.does(person.actor, takeMyStep(matterParts), {
    ...key,
    step: 'mend',
    form: { purpose: 'dispute' },
  })
  expect(again).toMatchObject({ state: 'asked', forms: [{}, { answers: { purpose: 'dispute' } }] })
})

test('a clock that stood still says so in words, to the officer and to the member, and no day of it counts (T-11)', async () => {
  const person = await member()
  const { cell, id: matter } = await asks(person, { purpose: 'benefit' })
  house.moveTo('2026-03-03T09:00:00+08:00')
  const words = async () => (await house.asks(person.actor, findMyMatter(matterParts), { cell, matter })).due?.words

  await house.does(officer, pauseMatter(matterParts), { cell, matter, reason: 'details_missing' })
  expect(await words()).toContain('自2026年3月3日（星期二）起期限中止（要补充说明）')
  house.moveTo('2026-03-09T09:00:00+08:00')
  const resumed = await house.does(officer, resumeMatter(matterParts), { cell, matter })

  expect(resumed.due).toMatchObject({ on: '2026-03-11', overdue: false })
  expect(await words()).toContain('中止期间不计：3月3日至3月8日（要补充说明）')
  house.moveTo('2026-03-02T09:00:00+08:00')
})
