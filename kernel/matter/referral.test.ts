import { beforeEach, expect, test } from 'vitest'
import { actsOver, errand } from '../../tests/errands.ts'
import { openHouse } from '../../tests/house.ts'
import { systemActor } from '../command/actor.ts'
import { acceptSilently } from './commands/accept-silently.ts'
import { readAttachment } from './queries/read-attachment.ts'

const house = await openHouse()
const { units } = house
const acts = actsOver(errand)
const [shopOfficer, siblingOfficer, farOfficer] = [
  await house.officer(units.shop, 'grassroots_officer'),
  await house.officer(units.siblingShop, 'grassroots_officer'),
  await house.officer(units.farShop, 'grassroots_officer'),
]
await house.officer(units.township)
const nation = await house.officer(units.nation)
const worker = await house.applies({ unit: units.shop })
const kind = 'house.errand'
const cell = units.shop.cell
const farCell = units.farShop.cell
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a picture')])

beforeEach(() => house.moveTo('2026-03-02T09:00:00+08:00'))

/** An errand at the shop with a form, a comment for officers, one for the person, a paper and a step in its history. */
async function errandAtShop() {
  const { id } = await house.does(worker.actor, acts.openMine, { kind, form: { what: '补发工资' } })
  const key = { cell, matter: id }
  await house.does(shopOfficer, acts.comment, { ...key, text: '先核实' })
  house.moveTo('2026-03-02T09:00:01+08:00')
  await house.does(shopOfficer, acts.comment, { ...key, text: '请稍等', visible: 'person' })
  await house.does(worker.actor, acts.myAttach, { ...key, bytes: png, mediaType: 'image/png', name: '工资条' })
  return key
}
const refer = (key: object, unit: { id: string }) => ({ ...key, unit: unit.id, reason: 'belongs_there' as const })
const spine = async (matter: string) =>
  house.rows(
    `select cell_id, host_unit_id as host, state, ended_at is null as open, moved_to_cell as moved, owner_post_id as owner
     from kernel.matter where id = $1 order by cell_id`,
    [matter],
  )

test('a matter referred inside its cell takes its whole history along, and its clock runs on (DL-PET-OBJ)', async () => {
  const key = await errandAtShop()
  const before = await house.asks(shopOfficer, acts.find, key)

  const referred = await house.does(shopOfficer, acts.refer, refer(key, units.siblingShop))

  expect(referred).toMatchObject({ cell, unit: { id: units.siblingShop.id }, dueOn: '2026-03-09', final: false })
  await expect(house.asks(shopOfficer, acts.find, key)).rejects.toThrow('kernel.absent')
  const there = await house.asks(siblingOfficer, acts.find, key)
  expect(there).toMatchObject({
    state: 'asked',
    unit: { id: units.siblingShop.id },
    owner: { unit: units.siblingShop.name },
    due: { on: before.due?.on },
    referral: { from: { id: units.shop.id }, dueOn: '2026-03-09', final: false },
    comments: [{ text: '先核实' }, { text: '请稍等' }],
    attachments: [{ name: '工资条' }],
    forms: before.forms,
  })
  expect(there.history.map(({ step }) => step)).toEqual(['open', 'attach', 'refer'])
  expect(there.may).toEqual(expect.arrayContaining(['accept', 'send_back']))
})

test('referred to another province, all of it lies under the key of its new cell; the person follows it by the old link', async () => {
  const key = await errandAtShop()

  const { cell: now } = await house.does(shopOfficer, acts.refer, refer(key, units.farShop))

  expect(now).toBe(farCell)
  const there = await house.asks(farOfficer, acts.find, { ...key, cell: farCell })
  expect(there).toMatchObject({
    unit: { id: units.farShop.id },
    forms: [{ answers: { what: '补发工资' } }],
    comments: [
      { text: '先核实', visible: 'union' },
      { text: '请稍等', visible: 'person' },
    ],
    movedTo: null,
  })
  const attachment = there.attachments[0]?.id
  const read = await house.asks(farOfficer, readAttachment, { ...key, cell: farCell, attachment })
  expect(read.bytes).toEqual(png)
  expect(await spine(key.matter)).toMatchObject([
    { cell_id: farCell, open: true, moved: null },
    { cell_id: cell, open: false, moved: farCell, state: 'asked' },
  ])
  const mine = await house.asks(worker.actor, acts.mine, key)
  expect(mine).toMatchObject({ cell: farCell, unit: { id: units.farShop.id }, comments: [{ text: '请稍等' }] })
  expect((await house.asks(worker.actor, acts.listMine, {})).items.filter(({ id }) => id === key.matter)).toHaveLength(
    1,
  )
  await house.does(worker.actor, acts.myStep, { ...key, cell: farCell, step: 'withdraw' })
})

test('sent back with a reason it comes home whole, and the trace becomes the matter again', async () => {
  const key = await errandAtShop()
  await house.does(shopOfficer, acts.refer, refer(key, units.farShop))
  await house.does(farOfficer, acts.comment, { ...key, cell: farCell, text: '不是我们的会员' })

  const back = await house.does(farOfficer, acts.sendBack, { ...key, cell: farCell, reason: 'not_our_member' })

  expect(back).toMatchObject({ cell, unit: { id: units.shop.id }, dueOn: null })
  expect(await spine(key.matter)).toMatchObject([
    { cell_id: farCell, open: false, moved: cell },
    { cell_id: cell, open: true, moved: null },
  ])
  const home = await house.asks(shopOfficer, acts.find, key)
  expect(home.history.map(({ step, reason }) => [step, reason])).toEqual([
    ['open', null],
    ['attach', null],
    ['refer', 'belongs_there'],
    ['send_back', 'not_our_member'],
  ])
  expect(home.comments.map(({ text }) => text)).toContain('不是我们的会员')
  expect(home.referral).toBeNull()
  await house.does(shopOfficer, acts.step, { ...key, step: 'take' })
})

test('sent back once and referred there again, it goes to the union above both, which decides for good', async () => {
  const key = await errandAtShop()
  await house.does(shopOfficer, acts.refer, refer(key, units.siblingShop))
  await house.does(siblingOfficer, acts.sendBack, { ...key, reason: 'not_our_area' })

  const disputed = await house.does(shopOfficer, acts.refer, refer(key, units.siblingShop))

  expect(disputed).toMatchObject({ unit: { id: units.township.id }, disputed: true, final: true })
  const decider = await house.officer(units.township)
  await expect(house.does(decider, acts.sendBack, { ...key, reason: 'other' })).rejects.toThrow('matter.referral_final')
  await house.does(decider, acts.accept, key)
  const decided = await house.does(decider, acts.refer, refer(key, units.siblingShop))
  expect(decided).toMatchObject({ unit: { id: units.siblingShop.id }, final: true, disputed: false })
  await expect(house.does(siblingOfficer, acts.sendBack, { ...key, reason: 'not_our_area' })).rejects.toThrow(
    'matter.referral_final',
  )
  expect((await house.asks(siblingOfficer, acts.find, key)).may).not.toContain('send_back')
})

test('silence accepts: what nobody answered within five working days is the receiver’s', async () => {
  const key = await errandAtShop()
  await house.does(shopOfficer, acts.refer, refer(key, units.siblingShop))
  house.moveTo('2026-03-09T23:00:00+08:00')
  await house.does(systemActor('test'), acceptSilently, { cell })
  expect((await house.asks(siblingOfficer, acts.find, key)).referral).not.toBeNull()

  house.moveTo('2026-03-10T01:00:00+08:00')
  await house.does(systemActor('test'), acceptSilently, { cell })

  const after = await house.asks(siblingOfficer, acts.find, key)
  expect(after.referral).toBeNull()
  expect(after.history.at(-1)).toMatchObject({ step: 'accept_silently', by: 'system' })
  await expect(house.does(siblingOfficer, acts.sendBack, { ...key, reason: 'other' })).rejects.toThrow(
    'matter.step_not_open',
  )
})

test('what cannot be referred is refused: where it is, to nobody, by whoever has no part in it', async () => {
  const key = await errandAtShop()

  await expect(house.does(shopOfficer, acts.refer, refer(key, units.shop))).rejects.toThrow('matter.already_there')
  await expect(
    house.does(shopOfficer, acts.refer, { ...key, unit: key.matter, reason: 'other' }),
  ).rejects.toMatchObject({ faults: [{ field: '/unit' }] })
  await expect(house.does(siblingOfficer, acts.refer, refer(key, units.siblingShop))).rejects.toThrow('kernel.absent')
  await expect(house.does(shopOfficer, acts.accept, key)).rejects.toThrow('matter.step_not_open')
  const application = { cell, matter: worker.outcome.card?.matter?.id ?? '' }
  await expect(house.does(shopOfficer, acts.refer, refer(application, units.siblingShop))).rejects.toThrow(
    'matter.not_referable',
  )
})

test('those above see a matter that went far away, and the queue of a whole nation finds it in its cell', async () => {
  const key = await errandAtShop()
  await house.does(shopOfficer, acts.refer, refer(key, units.farShop))

  const queue = await house.asks(nation, acts.queue, { view: 'unit', kind })

  expect(queue.items.filter(({ matter }) => matter === key.matter)).toMatchObject([{ cell: farCell }])
})
