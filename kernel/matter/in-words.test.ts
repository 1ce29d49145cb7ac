import { beforeEach, expect, test } from 'vitest'
import { actsOver, errand } from '../../tests/errands.ts'
import { openHouse } from '../../tests/house.ts'
import { matter } from '../shared/matter.ts'
import { matterKind } from './kind.ts'

const texts = {
  name: '要两种读法的事',
  'state.asked': '待决定',
  'state.done': '已决定',
  'step.decide': '决定',
}
/** A kind whose law can be read in two ways, and whose one step any of those asked may sign. */
const twofold = matterKind({
  definition: matter({
    name: 'house.twofold',
    initial: 'asked',
    states: {
      asked: { clock: 'DL-AID-DEC', steps: { decide: { to: 'done', who: 'officer', sign: 'any' } } },
      done: { steps: {} },
    },
  }),
  texts: { zh: texts, en: { ...texts, name: 'Twofold' } },
  opens: ['post'],
})

/** A kind whose first word is the person's own, in their own time. */
const ownTime = matterKind({
  definition: matter({
    name: 'house.own_time',
    initial: 'asked',
    states: {
      asked: { clock: 'RGT-CONFIRM', waits: 'person', steps: { decide: { to: 'done', who: 'person' } } },
      done: { steps: {} },
    },
  }),
  texts: { zh: texts, en: { ...texts, name: 'Own time' } },
  opens: ['person'],
})

const house = await openHouse()
const { units } = house
const acts = actsOver(errand, twofold, ownTime)
const officer = await house.officer(units.shop, 'grassroots_officer')
const [boss, second] = [await house.officer(units.township), await house.officer(units.township)]
const worker = await house.applies({ unit: units.shop })
const { cell } = units.shop

beforeEach(() => house.moveTo('2026-03-02T09:00:00+08:00'))

const asked = async () => {
  const { id } = await house.does(worker.actor, acts.openMine, { kind: 'house.errand', form: { what: '补发工资' } })
  return { cell, matter: id }
}

test('a worker’s matter says in their language which rule it is due by, what is counted, what is skipped and why (T-17)', async () => {
  house.moveTo('2026-02-09T09:00:00+08:00')
  const key = await asked()

  const words = async (language: 'zh' | 'en') =>
    (await house.asks({ ...worker.actor, language }, acts.mine, key)).due?.words ?? ''
  const [zh, en] = [await words('zh'), await words('en')]

  expect(zh).toContain('自2026年2月9日（星期一）的次日起计算15个工作日')
  expect(zh).toContain('春节')
  expect(zh).toContain('2026年3月6日')
  expect(en).toContain('Spring Festival')
  expect(en).toContain('6 March 2026')
  expect((await house.asks(worker.actor, acts.listMine, {})).items.find(({ id }) => id === key.matter)).toMatchObject({
    owner: { unit: units.shop.name },
    due: { rule: 'MEM-SLA', words: zh },
  })
  expect((await house.asks(officer, acts.find, key)).due?.words).toBe(zh)
})

test('what can be read in two ways is late only after both, in the matter and in the queue (T-12, X6)', async () => {
  house.moveTo('2026-04-30T09:00:00+08:00')
  const { id } = await house.does(officer, acts.open, { unit: units.shop.id, kind: 'house.twofold' })
  const key = { cell, matter: id }
  const late = async (day: string) => {
    house.moveTo(`${day}T09:00:00+08:00`)
    const { due } = await house.asks(officer, acts.find, key)
    const { items } = await house.asks(boss, acts.queue, { view: 'overdue', kind: 'house.twofold' })
    return [due?.on, due?.overdue, items.length]
  }

  expect(await late('2026-05-08')).toEqual(['2026-05-13', false, 0])
  expect(await late('2026-05-13')).toEqual(['2026-05-13', false, 0])
  expect(await late('2026-05-14')).toEqual(['2026-05-13', true, 1])
})

test('whose right it is sees the day to be safe by where it is an earlier one; a duty has the legal day alone (T-12, G-06)', async () => {
  house.moveTo('2026-03-06T09:00:00+08:00')
  const opened = async () => {
    const { id } = await house.does(worker.actor, acts.openMine, { kind: 'house.own_time' })
    return { cell, matter: id }
  }
  const key = await opened()
  const dueNow = async (of: typeof key) => (await house.asks(worker.actor, acts.mine, of)).due

  // Its 15th day is a Saturday: the law adds the Monday, and Friday is safe.
  expect(await dueNow(key)).toMatchObject({ on: '2026-03-23', safeBy: '2026-03-20', overdue: false })
  const { items } = await house.asks(worker.actor, acts.listMine, {})
  expect(items.find(({ id }) => id === key.matter)?.due?.safeBy).toBe('2026-03-20')
  expect((await dueNow(await asked()))?.safeBy).toBeNull()

  await house.rows(`update kernel.deadline_rule set alt_unit = 'workday' where id = 'RGT-CONFIRM'`)
  await house.services.deadlines.reload()
  const both = await opened()
  expect(await dueNow(both)).toMatchObject({ on: '2026-03-27', safeBy: '2026-03-20' })
  house.moveTo('2026-03-30T09:00:00+08:00')
  expect((await dueNow(both))?.overdue).toBe(false)
})

test('a step that any of those asked may sign is open with the first yes, also after a no (或签)', async () => {
  const { id } = await house.does(officer, acts.open, { unit: units.shop.id, kind: 'house.twofold' })
  const decide = { cell, matter: id, step: 'decide' }
  await house.does(officer, acts.askSignatures, { ...decide, posts: [boss.post.id, second.post.id] })
  await house.does(boss, acts.sign, { ...decide, decision: 'refused', note: '不同意' })
  await expect(house.does(officer, acts.step, decide)).rejects.toThrow('matter.signatures_open')

  await house.does(second, acts.sign, { ...decide, decision: 'agreed' })

  expect((await house.does(officer, acts.step, decide)).state).toBe('done')
})

test('returned to an earlier step a matter is there again, with a clock of its own from that day (驳回)', async () => {
  const key = await asked()
  await house.does(officer, acts.step, { ...key, step: 'take' })
  house.moveTo('2026-03-04T09:00:00+08:00')

  const back = await house.does(officer, acts.step, { ...key, step: 'give_back', note: '材料不全' })

  expect(back).toMatchObject({ state: 'asked', due: { on: '2026-03-25' } })
  expect(back.history.at(-1)).toMatchObject({ step: 'give_back', from: 'working', to: 'asked', note: '材料不全' })
  expect((await house.does(officer, acts.step, { ...key, step: 'take' })).state).toBe('working')
})

test('withdrawn by its person a matter has ended: no clock, no step, in no queue', async () => {
  const key = await asked()

  const gone = await house.does(worker.actor, acts.myStep, { ...key, step: 'withdraw' })

  expect(gone).toMatchObject({ state: 'dropped', due: null, offers: [] })
  expect(gone.endedAt).not.toBeNull()
  const { items } = await house.asks(officer, acts.queue, { view: 'unit', kind: 'house.errand' })
  expect(items.map(({ matter: id }) => id)).not.toContain(key.matter)
  await expect(house.does(officer, acts.step, { ...key, step: 'take' })).rejects.toThrow('matter.step_not_open')
})
