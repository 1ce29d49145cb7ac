import { expect, test } from 'vitest'
import { actsOver, errand } from '../../tests/errands.ts'
import { openHouse } from '../../tests/house.ts'
import { suites } from '../crypto/suites.ts'
import { keepMyFile } from '../files/keep-file.ts'
import { checkPack } from './check-pack.ts'
import { findMyRecordOfMatter, findRecord } from './find-record.ts'

const house = await openHouse()
const { units } = house
const acts = actsOver(errand)
const officer = await house.officer(units.shop, 'grassroots_officer')
const worker = await house.applies({ unit: units.shop })
const { cell } = units.shop
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a picture')])
const pdf = Buffer.from('%PDF-1.7 a paper')

/** A matter that has everything a record holds. */
async function wholeMatter() {
  const { file } = await house.does(worker.actor, keepMyFile, { bytes: png, mediaType: 'image/png' })
  const form = { what: '补发工资', owed_fen: 120_050, papers: [file] }
  const { id } = await house.does(worker.actor, acts.openMine, { kind: 'house.errand', form })
  const key = { cell, matter: id }
  await house.does(officer, acts.attach, {
    ...key,
    ...{ bytes: pdf, mediaType: 'application/pdf', name: '说明', visible: 'union' },
  })
  await house.does(officer, acts.comment, { ...key, text: '内部意见' })
  house.moveTo('2026-03-02T09:00:01+08:00')
  await house.does(officer, acts.comment, { ...key, text: '请稍等', visible: 'person' })
  await house.does(officer, acts.step, { ...key, step: 'take' })
  await house.does(officer, acts.step, { ...key, step: 'answer', reason: 'granted', form: { answer: '下月补发' } })
  return key
}
const key = await wholeMatter()
const hashOf = (bytes: Buffer) => house.services.keyring.suite.hash(bytes).toString('hex')
const bodyOf = ({ bytes }: { bytes: unknown }) => {
  const { pack, faults } = checkPack(Buffer.isBuffer(bytes) ? bytes.toString('utf8') : '', suites)
  expect(faults).toEqual([])
  if (!pack) throw new Error('a record is good')
  return pack.body
}

test('an officer’s record holds what was asked and answered, every word beside it, each step, and the hash of every file', async () => {
  const body = bodyOf(await house.asks(officer, findRecord(acts.parts), { ...key, form: 'json' }))

  expect(body.content.flatMap(({ rows }) => rows)).toEqual(
    expect.arrayContaining([
      ['什么事', '补发工资'],
      ['涉及金额', expect.stringContaining('1200.50')],
      ['答复内容', '下月补发'],
    ]),
  )
  expect(body.comments.map(({ text }) => text)).toEqual(['内部意见', '请稍等'])
  expect(body.attachments.map(({ name, hash, bytes }) => [name, hash, bytes])).toEqual(
    expect.arrayContaining([
      ['说明', hashOf(pdf), pdf.length],
      [expect.any(String), hashOf(png), png.length],
    ]),
  )
  expect(body.attachments).toHaveLength(2)
  expect(body.history.map(({ step, reason }) => [step, reason])).toEqual(
    expect.arrayContaining([
      ['open', null],
      ['take', null],
      ['answer', '同意'],
    ]),
  )
})

test('the person’s record holds what is theirs to read and nothing that officers keep among themselves', async () => {
  const body = bodyOf(await house.asks(worker.actor, findMyRecordOfMatter(acts.parts), { ...key, form: 'json' }))

  expect(body.comments.map(({ text }) => text)).toEqual(['请稍等'])
  expect(body.attachments.map(({ hash }) => hash)).toEqual([hashOf(png)])
})

test('two files that came under one name are two names in the record, so that each can be compared', async () => {
  const other = Buffer.from('%PDF-1.7 another paper')
  const paper = { mediaType: 'application/pdf', name: '说明', visible: 'union' }
  await house.does(officer, acts.attach, { ...key, ...paper, bytes: other })

  const { attachments } = bodyOf(await house.asks(officer, findRecord(acts.parts), { ...key, form: 'json' }))

  expect(attachments.filter(({ name }) => name.startsWith('说明')).map(({ name, hash }) => [name, hash])).toEqual([
    ['说明', hashOf(pdf)],
    ['说明 (2)', hashOf(other)],
  ])
})
