import { expect, test } from 'vitest'
import { matterParts } from '../../apps/server/matter-parts.ts'
import { confirmApplication } from '../../modules/membership/commands/confirm-application.ts'
import { openHouse } from '../../tests/house.ts'
import { readPdf } from '../../tests/read-pdf.ts'
import { suites } from '../crypto/suites.ts'
import { checkPack } from './check-pack.ts'
import { findMyRecordOfMatter, findRecord } from './find-record.ts'
import { packMark } from './pack.ts'

const house = await openHouse()
const officer = await house.officer(house.units.shop)
const worker = await house.applies()
const submitted = worker.outcome.card?.matter
if (!submitted) throw new Error('an application is a matter')
const matter = { cell: submitted.cell, matter: submitted.id }
await house.does(officer, confirmApplication, { ...matter, decidedOn: '2026-03-02' })

const bytesOf = (answer: { bytes: unknown }) => {
  if (!Buffer.isBuffer(answer.bytes)) throw new Error('a record is bytes')
  return answer.bytes
}

test('an officer’s record of a matter is whole, in words, and good on a machine that has nothing but the file', async () => {
  const record = await house.asks(officer, findRecord(matterParts), { ...matter, form: 'json' })
  const { pack, faults } = checkPack(bytesOf(record).toString('utf8'), suites)

  expect(faults).toEqual([])
  expect(pack?.body.matter).toMatchObject({
    kind: 'membership.application',
    kindWords: '入会申请',
    title: worker.name,
    stateWords: '已确认入会',
    due: null,
  })
  const rows = await house.rows('select number, step from kernel.matter_event where matter_id = $1 order by number', [
    matter.matter,
  ])
  expect(pack?.body.history.map(({ number, step }) => ({ number, step }))).toEqual(rows)
})

test('the paper carries the check code of a data file with the same content', async () => {
  const paper = await house.asks(officer, findRecord(matterParts), { ...matter, form: 'pdf' })
  const data = await house.asks(officer, findRecord(matterParts), { ...matter, form: 'json' })
  const hash = checkPack(bytesOf(data).toString('utf8'), suites).pack?.seal.hash ?? ''
  const text = readPdf(bytesOf(paper))
    .map((page) => page.text)
    .join('\n')
    .replace(/\s/g, '')

  expect(text).toContain(packMark(hash).replaceAll(' ', ''))
  expect(text).toContain(worker.name)
  expect(text).toContain('入会申请')
})

test('the person gets their own record, nobody another’s, and a look by an officer is told to them', async () => {
  const own = await house.asks(worker.actor, findMyRecordOfMatter(matterParts), { ...matter, form: 'json' })
  expect(checkPack(bytesOf(own).toString('utf8'), suites).pack?.body.made.by).toBe('本人')

  const other = await house.applies()
  await expect(
    house.asks(other.actor, findMyRecordOfMatter(matterParts), { ...matter, form: 'json' }),
  ).rejects.toMatchObject({ code: 'kernel.absent' })
  const looks = await house.rows(
    `select act from kernel.access where $1::uuid = any(subjects) and act = 'kernel.export_record'`,
    [worker.actor.person],
  )
  expect(looks.length).toBeGreaterThan(0)
})
