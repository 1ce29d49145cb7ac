import { expect, test } from 'vitest'
import { systemActor } from '../../../kernel/command/actor.ts'
import { makeAllow } from '../../../kernel/command/allow.ts'
import { openHouse } from '../../../tests/house.ts'
import { findActingPost } from '../acting-posts.ts'
import { recordCommitteeByHand } from '../officers/commands/record-committee-by-hand.ts'
import { findCommittee } from '../officers/queries/find-committee.ts'
import { findOfficerSelf } from '../queries/find-officer-self.ts'
import { askExtension } from './commands/ask-extension.ts'
import { endCaretaker } from './commands/end-caretaker.ts'
import { extendTerm } from './commands/extend-term.ts'
import { refuseExtension } from './commands/refuse-extension.ts'
import { tendTerms } from './commands/tend-terms.ts'

const house = await openHouse()
const { units } = house
const township = await house.officer(units.township)
const shop = await house.officer(units.shop, 'grassroots_officer')
const system = systemActor('test')
const chair = { name: '王建国', sex: 'male', engagement: 'part_time', seats: ['chair'], ties: [] }
const recorded = (unit: { id: string }, electedOn: string) => ({
  unit: unit.id,
  electedOn,
  years: 3,
  officers: [chair],
})
const tend = () => house.does(system, tendTerms, { cell: 440_103 })
const seen = () => house.asks(township, findCommittee, { unit: units.shop.id })
const told = () =>
  house.rows(`select kind, variables from kernel.message where account_id = $1 order by id`, [shop.account])
/** The post as it acts on the day of the house. */
const acting = async () => {
  const post = await findActingPost(house.services, shop.account, shop.post.id)
  if (!post) throw new Error('the post is held')
  return { ...shop, post }
}

// The example of ELE-04: elected 2023-06-15 for three years.
await house.does(shop, recordCommitteeByHand, recorded(units.shop, '2023-06-15'))

test('reminders come at T−180, T−90 and T−30, each once, with the matter due on the day the term ends (ELE-04)', async () => {
  house.moveTo('2025-12-15T09:00:00+08:00')
  expect(await tend()).toMatchObject({ reminded: 0 })
  for (const day of ['2025-12-16', '2026-03-16', '2026-05-15']) {
    house.moveTo(`${day}T09:00:00+08:00`)
    expect(await tend()).toMatchObject({ reminded: 1, overdue: 0 })
    expect(await tend()).toMatchObject({ reminded: 0, overdue: 0 })
  }

  expect((await told()).map(({ variables }) => variables)).toMatchObject([{ days: 180 }, { days: 90 }, { days: 30 }])
  expect(await seen()).toMatchObject({
    term: { state: 'ending', endsOn: '2026-06-14', latest: '2026-12-14' },
    matter: { state: 'due', dueOn: '2026-06-14' },
  })
})

test('on the last day everything goes on; the day after it is overdue, and the union above looks after it (ELE-04)', async () => {
  house.moveTo('2026-06-14T09:00:00+08:00')
  expect(await tend()).toMatchObject({ overdue: 0 })
  expect((await acting()).post.withheld).toBeUndefined()

  house.moveTo('2026-06-15T09:00:00+08:00')
  expect(await tend()).toMatchObject({ overdue: 1 })
  expect(await tend()).toMatchObject({ overdue: 0 })

  expect(await seen()).toMatchObject({ term: { state: 'overdue' }, matter: { state: 'overdue', dueOn: '2026-12-14' } })
  const [matter] = await house.rows(`select owner_post_id from kernel.matter where kind = 'organization.term_end'`)
  expect(matter?.owner_post_id).toBe(township.post.id)
})

test('a caretaker goes on with queue, roll and confirming, and is told why elections, funds and exports wait (ELE-03)', async () => {
  const caretaker = await acting()

  for (const act of [
    'kernel.work_queue',
    'membership.list_roll',
    'membership.confirm',
    'membership.window',
    'organization.ask_extension',
  ])
    expect(caretaker.post.acts.has(act)).toBe(true)
  for (const act of ['kernel.start_export', 'membership.export_roll', 'organization.export_units'])
    expect(caretaker.post.acts.has(act)).toBe(false)
  const place = { cell: 440_103, path: '001001' }
  expect(() => makeAllow('kernel.start_export', caretaker)(place)).toThrow('organization.caretaker')
  expect(() => makeAllow('organization.export_units', caretaker).anywhere()).toThrow('organization.caretaker')
  expect(() => makeAllow('organization.extend_term', caretaker)(place)).toThrow('kernel.forbidden')
  const self = await house.asks({ ...caretaker, kind: 'officer' }, findOfficerSelf, {})
  expect(self.posts[0]).toMatchObject({ caretakerFrom: '2026-06-15' })
  expect(self.posts[0]?.acts).not.toContain('membership.export_roll')
})

test('no overdue union is locked out of its own roll: a newcomer joins and its caretaker sees them', async () => {
  const { outcome } = await house.applies({ unit: units.shop })

  expect(outcome.card?.matter?.id).toBeDefined()
})

test('the union asks for more time, the union above may say no with a reason, and it may ask again (ELE-03)', async () => {
  const caretaker = await acting()
  const wish = { unit: units.shop.id, until: '2026-09-30', wish: '厂里正在搬迁，九月才能开会' }
  await expect(house.does(caretaker, askExtension, { ...wish, until: '2026-12-15' })).rejects.toMatchObject({
    faults: [{ field: '/until', code: 'organization.extension_too_long', variables: { day: '2026-12-14' } }],
  })
  await expect(house.does(caretaker, askExtension, { ...wish, until: '2026-06-10' })).rejects.toMatchObject({
    faults: [{ code: 'organization.extension_not_later' }],
  })

  await house.does(caretaker, askExtension, wish)
  expect((await seen()).matter).toMatchObject({ state: 'asked', askedUntil: '2026-09-30', dueOn: '2026-06-30' })
  await expect(house.does(caretaker, refuseExtension, { unit: units.shop.id, reason: '不可' })).rejects.toThrow()
  await house.does(township, refuseExtension, { unit: units.shop.id, reason: '请先定下会期再报' })
  expect((await seen()).matter).toMatchObject({ state: 'overdue', answer: '请先定下会期再报', dueOn: '2026-12-14' })
  await house.does(caretaker, askExtension, wish)
})

test('approved, the post is whole again until that day and no longer; what was known before stays known (ELE-03)', async () => {
  const extension = { unit: units.shop.id, until: '2026-09-30', document: '穗荔工〔2026〕12号' }
  await expect(house.does(await acting(), extendTerm, extension)).rejects.toThrow('kernel.')
  expect(await house.does(township, extendTerm, extension)).toMatchObject({
    state: 'extended',
    extendedUntil: '2026-09-30',
  })

  expect((await acting()).post.acts.has('kernel.start_export')).toBe(true)
  await expect(house.does(township, extendTerm, extension)).rejects.toThrow('matter.step_not_open')
  house.moveTo('2026-09-30T09:00:00+08:00')
  expect(await tend()).toMatchObject({ overdue: 0 })
  house.moveTo('2026-10-01T09:00:00+08:00')
  expect((await acting()).post.acts.has('kernel.start_export')).toBe(false)
  expect(await tend()).toMatchObject({ overdue: 1 })
  const rows = await house.rows(
    `select extended_until::text, superseded_at is null as known from organization.term where unit_id = $1 order by recorded_at`,
    [units.shop.id],
  )
  expect(rows).toEqual([
    { extended_until: null, known: false },
    { extended_until: '2026-09-30', known: true },
  ])
})

test('the union above ends the caretakers: its desk answers, and no matter is without an owner', async () => {
  await expect(house.does(await acting(), endCaretaker, { unit: units.shop.id })).rejects.toThrow('kernel.')

  await house.does(township, endCaretaker, { unit: units.shop.id })

  expect(await findActingPost(house.services, shop.account, shop.post.id)).toBeUndefined()
  const owners = await house.rows(
    `select distinct owner_post_id from kernel.matter where host_unit_id = $1 and ended_at is null`,
    [units.shop.id],
  )
  expect(owners).toEqual([{ owner_post_id: township.post.id }])
  const [unit] = await house.rows('select desk_post_id from organization.unit where id = $1', [units.shop.id])
  expect(unit?.desk_post_id).toBe(township.post.id)
})

test('another committee ends it: the matter is done and the officers of the union are whole again', async () => {
  const after = await house.officer(units.shop, 'grassroots_officer')
  expect((await findActingPost(house.services, after.account, after.post.id))?.withheld).toBeDefined()

  await house.does(township, recordCommitteeByHand, recorded(units.shop, '2026-09-28'))

  expect(await seen()).toMatchObject({ term: { state: 'running', endsOn: '2029-09-27' }, matter: null })
  expect((await findActingPost(house.services, after.account, after.post.id))?.withheld).toBeUndefined()
  const [matter] = await house.rows(
    `select state from kernel.matter where kind = 'organization.term_end' and host_unit_id = $1`,
    [units.shop.id],
  )
  expect(matter?.state).toBe('renewed')
})

test('nobody ends what is no caretaker’s, and a union without a term is asked to record one', async () => {
  await expect(house.does(township, endCaretaker, { unit: units.shop.id })).rejects.toThrow(
    'organization.not_a_caretaker',
  )
  await expect(
    house.does(township, extendTerm, { unit: units.siblingShop.id, until: '2026-12-01', document: 'x' }),
  ).rejects.toThrow('organization.no_term')
})
