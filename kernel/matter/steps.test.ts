import { expect, test } from 'vitest'
import { actsOver, errand } from '../../tests/errands.ts'
import { openHouse } from '../../tests/house.ts'
import { keepMyFile } from '../files/keep-file.ts'
import { newId } from '../shared/ids.ts'
import { readMyAttachment } from './queries/read-attachment.ts'

const house = await openHouse()
const { units } = house
const acts = actsOver(errand)
const officer = await house.officer(units.shop, 'grassroots_officer')
const boss = await house.officer(units.township)
const worker = await house.applies({ unit: units.shop })
const cell = units.shop.cell
const kind = 'house.errand'

/** An errand that the worker has just asked for, as the officer names it. */
async function asked(what = '补发工资') {
  const { id } = await house.does(worker.actor, acts.openMine, { kind, form: { what } })
  return { cell, matter: id }
}
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a picture')])

test('a person opens a matter at their own union: it has an owner and a clock, and stands in both queues', async () => {
  const mine = await house.does(worker.actor, acts.openMine, { kind, form: { what: '补发工资', owed_fen: 120_000 } })

  expect(mine).toMatchObject({
    state: 'asked',
    unit: { id: units.shop.id },
    owner: { unit: units.shop.name, name: expect.stringMatching(/干部/) },
    due: { rule: 'MEM-SLA' },
    title: '补发工资',
    forms: [{ version: 1, step: null, answers: { what: '补发工资', owed_fen: 120_000 } }],
    offers: [{ step: 'again' }, { step: 'withdraw' }],
  })
  const queue = await house.asks(officer, acts.queue, { view: 'unit', kind })
  expect(queue.items).toEqual(
    expect.arrayContaining([expect.objectContaining({ matter: mine.id, title: '补发工资', steps: ['take'] })]),
  )
  expect((await house.asks(worker.actor, acts.listMine, {})).items.map(({ id }) => id)).toContain(mine.id)
})

test('what is filled in lies sealed: no answer can be read from the table', async () => {
  const { matter } = await asked('不愿让人知道的事')

  const [row] = await house.rows('select sealed from kernel.matter_form where matter_id = $1', [matter])

  expect(Buffer.isBuffer(row?.sealed) && row.sealed.includes('不愿让人知道的事')).toBe(false)
})

test('every wrong field is named at once, and nothing begins', async () => {
  const before = await house.rows('select count(*) from kernel.matter')

  await expect(
    house.does(worker.actor, acts.openMine, { kind, form: { since: '2026-13-01', owed_fen: -1, other: true } }),
  ).rejects.toMatchObject({
    code: 'kernel.invalid_input',
    faults: [
      { field: '/form/what', code: 'kernel.field_missing' },
      { field: '/form/since', code: 'kernel.field_form' },
      { field: '/form/owed_fen', code: 'kernel.field_minimum' },
      { field: '/form/other', code: 'kernel.field_unknown' },
    ],
  })
  await expect(
    house.does(worker.actor, acts.openMine, { kind, form: { what: 'x', papers: [newId()] } }),
  ).rejects.toMatchObject({ faults: [{ field: '/form/papers', code: 'kernel.field_no_file' }] })

  expect(await house.rows('select count(*) from kernel.matter')).toEqual(before)
})

test('a file that was uploaded before comes along as an attachment, and its sender reads it again', async () => {
  const { file } = await house.does(worker.actor, keepMyFile, { bytes: png, mediaType: 'image/png' })

  const mine = await house.does(worker.actor, acts.openMine, { kind, form: { what: '带照片', papers: [file] } })

  expect(mine.attachments).toMatchObject([{ mediaType: 'image/png', sizeBytes: png.length, by: 'person' }])
  const [attachment] = mine.attachments
  expect(mine.forms[0]?.answers['papers']).toEqual([attachment?.id])
  const read = await house.asks(worker.actor, readMyAttachment, { cell, matter: mine.id, attachment: attachment?.id })
  expect(read.bytes).toEqual(png)
  await expect(
    house.does((await house.applies({ unit: units.shop })).actor, acts.openMine, {
      kind,
      form: { what: '别人的', papers: [file] },
    }),
  ).rejects.toMatchObject({ faults: [{ code: 'kernel.field_no_file' }] })
})

test('a step with reasons and a form asks for both at once; taken, it is history that the person reads', async () => {
  const key = await asked()
  await house.does(officer, acts.step, { ...key, step: 'take' })

  await expect(house.does(officer, acts.step, { ...key, step: 'answer', reason: 'maybe' })).rejects.toMatchObject({
    faults: [
      { field: '/reason', code: 'kernel.field_choice' },
      { field: '/form/answer', code: 'kernel.field_missing' },
    ],
  })
  const after = await house.does(officer, acts.step, {
    ...key,
    step: 'answer',
    reason: 'granted',
    form: { answer: '下月补发' },
  })

  expect(after).toMatchObject({ state: 'answered', waitsForPerson: true, due: { overdue: false } })
  const mine = await house.asks(worker.actor, acts.mine, key)
  expect(mine.history.map(({ step, reason }) => [step, reason])).toEqual([
    ['open', null],
    ['take', null],
    ['answer', 'granted'],
  ])
  expect(mine.forms.at(-1)).toMatchObject({ step: 'answer', answers: { answer: '下月补发' } })
})

test('only the person settles, objects, and takes up again what had ended; the clock starts anew', async () => {
  const key = await asked()
  await house.does(officer, acts.step, { ...key, step: 'take' })
  await house.does(officer, acts.step, { ...key, step: 'answer', reason: 'refused', form: { answer: '不行' } })
  await expect(house.does(officer, acts.step, { ...key, step: 'accept' })).rejects.toThrow('matter.step_not_open')

  await house.does(worker.actor, acts.myStep, { ...key, step: 'accept' })
  expect(await house.asks(officer, acts.find, key)).toMatchObject({ state: 'done', due: null, steps: [] })
  house.moveTo('2026-03-10T09:00:00+08:00')
  const reopened = await house.does(worker.actor, acts.myStep, { ...key, step: 'reopen', note: '没有发' })

  expect(reopened).toMatchObject({ state: 'working', endedAt: null, due: { on: '2026-03-31' } })
  house.moveTo('2026-03-02T09:00:00+08:00')
  const stranger = await house.applies({ unit: units.shop })
  await expect(house.does(stranger.actor, acts.myStep, { ...key, step: 'accept' })).rejects.toThrow('kernel.absent')
})

test('a form given again is another version, and the queue shows the new title', async () => {
  const key = await asked('旧标题')

  await house.does(worker.actor, acts.myStep, { ...key, step: 'again', form: { what: '新标题' } })

  const view = await house.asks(officer, acts.find, key)
  expect(view).toMatchObject({ title: '新标题', forms: [{ version: 1 }, { version: 2, step: 'again' }] })
})

test('several at once: each stands by itself and is named, or all or none', async () => {
  const [one, two] = [await asked(), await asked()]
  const elsewhere = { cell: units.neighbourShop.cell, matter: newId() }
  await house.does(officer, acts.step, { ...two, step: 'take' })

  await expect(house.does(officer, acts.steps, { items: [one, two], step: 'take', whole: true })).rejects.toThrow(
    'matter.step_not_open',
  )
  expect((await house.asks(officer, acts.find, one)).state).toBe('asked')

  const { items } = await house.does(officer, acts.steps, { items: [one, two, elsewhere], step: 'take' })
  expect(items.map(({ matter, done, code }) => [matter, done, code])).toEqual(
    expect.arrayContaining([
      [one.matter, true, null],
      [two.matter, false, 'matter.step_not_open'],
      [elsewhere.matter, false, 'kernel.absent'],
    ]),
  )
  expect((await house.asks(officer, acts.find, one)).state).toBe('working')
})

test('an officer opens a matter about somebody, who finds it among theirs, or about the union itself', async () => {
  const about = await house.does(officer, acts.open, {
    unit: units.shop.id,
    kind,
    person: worker.actor.person,
    form: { what: '来电登记' },
  })
  const own = await house.does(officer, acts.open, { unit: units.shop.id, kind, form: { what: '工会的事' } })

  expect((await house.asks(worker.actor, acts.mine, { cell, matter: about.id })).history[0]?.by).toContain('工会干部')
  expect(own.subject).toBe(units.shop.id)
  await expect(
    house.does(officer, acts.open, { unit: units.siblingShop.id, kind, form: { what: 'x' } }),
  ).rejects.toThrow('kernel.absent')
  await expect(
    house.does(officer, acts.open, { unit: units.shop.id, kind, person: newId(), form: { what: 'x' } }),
  ).rejects.toThrow('kernel.absent')
})

test('a matter whose module has acts of its own is not taken by the engine’s', async () => {
  const { outcome } = worker
  const key = { cell, matter: outcome.card?.matter?.id ?? '' }

  await expect(house.does(officer, acts.step, { ...key, step: 'confirm' })).rejects.toThrow('matter.own_steps')
  expect(await house.asks(officer, acts.find, key)).toMatchObject({
    steps: [{ own: true }, { own: true }, { own: true }],
  })
})

test('who has no part in it sees nothing and does nothing', async () => {
  const key = await asked()
  const sibling = await house.officer(units.siblingShop)
  const statistician = await house.officer(units.shop, 'statistician')

  await expect(house.asks(sibling, acts.find, key)).rejects.toThrow('kernel.absent')
  await expect(house.does(sibling, acts.step, { ...key, step: 'take' })).rejects.toThrow('kernel.absent')
  await expect(house.does(statistician, acts.step, { ...key, step: 'take' })).rejects.toThrow('kernel.forbidden')
  expect((await house.asks(boss, acts.find, key)).steps.map(({ step }) => step)).toEqual(['take'])
})

test('a step leaves one audit row, and a repeat under its key does nothing again', async () => {
  const key = await asked()
  const repeat = newId()

  const first = await house.does(officer, acts.step, { ...key, step: 'take' }, repeat)
  const again = await house.does(officer, acts.step, { ...key, step: 'take' }, repeat)

  expect(again).toEqual(first)
  expect((await house.audit(key.matter)).map(({ act }) => act).sort()).toEqual([
    'kernel.open_my_matter',
    'kernel.take_step',
  ])
})
