import { expect, test } from 'vitest'
import { matterParts } from '../../../apps/server/matter-parts.ts'
import { listMyMatters } from '../../../kernel/matter/queries/list-my-matters.ts'
import { listQueue } from '../../../kernel/matter/queries/list-queue.ts'
import { openHouse } from '../../../tests/house.ts'
import { asNow, breachesIn, type Member, memberOf, standsAt } from '../../../tests/members.ts'
import { acceptTransfer } from './commands/accept-transfer.ts'
import { askTransfer } from './commands/ask-transfer.ts'
import { decideTransfer } from './commands/decide-transfer.ts'
import { declineTransfer } from './commands/decline-transfer.ts'
import { dropObjection } from './commands/drop-objection.ts'
import { letTransferGo } from './commands/let-transfer-go.ts'
import { objectToTransfer } from './commands/object-to-transfer.ts'
import { withdrawTransfer } from './commands/withdraw-transfer.ts'
import { lapseTransfers } from './jobs.ts'
import { findIncoming } from './queries/find-incoming.ts'
import { findMyTransfer } from './queries/find-my-transfer.ts'
import { findTransfer } from './queries/find-transfer.ts'
import { findTransferTerms } from './queries/find-transfer-terms.ts'
import { listTransfers } from './queries/list-transfers.ts'

const house = await openHouse()
const { units } = house
const parts = { services: house.services, jobPool: house.jobPool, signal: new AbortController().signal }
const { shop, farShop, cousinShop, neighbourShop } = units
type Unit = typeof shop

/** A member asks to move; both sides of it by their keys. */
async function asks(member: Member, to: Unit) {
  const asked = await house.does(await asNow(house, member), askTransfer, { unit: to.id })
  const rows = await house.rows('select to_cell, incoming_id from membership.transfer where matter_id = $1', [
    asked.matter,
  ])
  const into = { cell: Number(rows[0]?.['to_cell']), matter: String(rows[0]?.['incoming_id']) }
  return { asked, out: { cell: asked.cell, matter: asked.matter }, into }
}
const why = '他本人昨天还在车间上班，没有提过转会'

test('a member asks to move between provinces: both unions have a matter with a clock, and the member belongs where they did (MEM-30)', async () => {
  const member = await memberOf(house, shop)
  const terms = await house.asks(member.actor, findTransferTerms, { unit: farShop.id })
  expect(terms).toMatchObject({
    from: { id: shop.id },
    to: { id: farShop.id },
    latestOn: '2026-03-09',
    resumes: false,
    open: null,
  })
  expect(terms.rules.map(({ rule }) => rule)).toEqual(['MEM-TRANSFER', 'MEM-TRANSFER-IN'])

  const { asked, out, into } = await asks(member, farShop)
  expect(asked).toMatchObject({
    state: 'asked',
    latestOn: '2026-03-09',
    steps: ['withdraw'],
    due: { on: '2026-03-09', rule: 'MEM-TRANSFER' },
  })
  expect(await standsAt(house, member.actor.person)).toMatchObject({ unit: shop.id, status: 'active' })
  const [old, coming] = [await house.officer(shop), await house.officer(farShop)]
  expect((await house.asks(old, findTransfer, out)).steps).toEqual(['let_go', 'object'])
  expect(await house.asks(coming, findIncoming, into)).toMatchObject({
    name: member.name,
    from: { id: shop.id },
    steps: ['accept', 'decline'],
  })
  expect((await house.asks(old, listQueue(matterParts), { view: 'unit' })).items.map(({ kind }) => kind)).toContain(
    'membership.transfer',
  )
  expect((await house.asks(coming, listQueue(matterParts), { view: 'unit' })).items.map(({ kind }) => kind)).toEqual([
    'membership.incoming',
  ])
  const mine = await house.asks(member.actor, listMyMatters(matterParts), {})
  expect(mine.items.map(({ kind }) => kind).sort()).toEqual(['membership.application', 'membership.transfer'])
  expect(await breachesIn(house)).toEqual([])
})

test('once both sides have said yes the member has moved, in the same act and with one membership all the while (MEM-13)', async () => {
  const member = await memberOf(house, shop)
  const before = await standsAt(house, member.actor.person)
  const { out, into } = await asks(member, farShop)
  const accepted = await house.does(await house.officer(farShop), acceptTransfer, into)
  expect(accepted).toMatchObject({ state: 'accepted', steps: [] })
  expect((await standsAt(house, member.actor.person)).unit).toBe(shop.id)
  const gone = await house.does(await house.officer(shop), letTransferGo, out)

  expect(gone).toMatchObject({ state: 'completed', releasedBy: 'union', accepted: true })
  expect(await standsAt(house, member.actor.person)).toMatchObject({
    unit: farShop.id,
    status: 'active',
    since: before.since,
    card: before.card,
  })
  const own = await house.asks(await asNow(house, member), findMyTransfer, out)
  expect(own.history.map(({ step }) => step)).toEqual(['ask', 'let_go', 'complete'])
  const [row] = await house.rows('select * from membership.transfer where matter_id = $1', [out.matter])
  expect(row).toMatchObject({ goes_on_id: (await standsAt(house, member.actor.person)).id })
  expect(await breachesIn(house)).toEqual([])
})

test('silence of both unions completes it, each transfer in a transaction of its own, and doing it twice does no harm (MEM-31)', async () => {
  const [far, inside] = [await memberOf(house, shop), await memberOf(house, shop)]
  await asks(far, farShop)
  const within = await asks(inside, cousinShop)
  house.moveTo('2026-03-09T23:00:00+08:00')
  await lapseTransfers.run(parts)
  expect((await standsAt(house, far.actor.person)).unit).toBe(shop.id)
  house.moveTo('2026-03-10T00:05:00+08:00')
  await lapseTransfers.run(parts)
  expect((await standsAt(house, far.actor.person)).unit).toBe(farShop.id)
  expect(await standsAt(house, inside.actor.person)).toMatchObject({ unit: cousinShop.id, id: inside.membership })
  expect(await lapseTransfers.run(parts)).toMatchObject({ lapsed: 0 })
  const own = await house.asks(await asNow(house, inside), findMyTransfer, within.out)
  expect(own).toMatchObject({ state: 'completed', releasedBy: 'silence' })
  house.moveTo('2026-03-02T09:00:00+08:00')
  expect(await breachesIn(house)).toEqual([])
})

test('an objection has a listed reason and an explanation, goes to the union above both, and only that one decides (MEM-31)', async () => {
  const member = await memberOf(house, shop)
  const { out, into } = await asks(member, neighbourShop)
  const [old, county, city] = [
    await house.officer(shop),
    await house.officer(units.county),
    await house.officer(units.city),
  ]
  await expect(house.does(old, objectToTransfer, { ...out, reason: 'dues', note: why })).rejects.toMatchObject({
    code: 'kernel.invalid_input',
  })
  await expect(
    house.does(old, objectToTransfer, { ...out, reason: 'identity_disputed', note: '不行' }),
  ).rejects.toMatchObject({ code: 'kernel.invalid_input' })

  const objected = await house.does(old, objectToTransfer, { ...out, reason: 'still_here_did_not_ask', note: why })
  expect(objected).toMatchObject({
    state: 'objected',
    latestOn: null,
    steps: ['drop'],
    due: { rule: 'MEM-TRANSFER-UP' },
    objection: { note: why, decider: { id: units.city.id } },
  })
  await house.does(await house.officer(neighbourShop), acceptTransfer, into)
  for (const officer of [old, county])
    await expect(house.does(officer, decideTransfer, { ...out, decision: 'uphold', note: why })).rejects.toMatchObject({
      code: 'membership.decided_from_above',
    })
  house.moveTo('2026-03-20T09:00:00+08:00')
  await lapseTransfers.run(parts)
  expect((await standsAt(house, member.actor.person)).unit).toBe(shop.id)
  const decided = await house.does(city, decideTransfer, {
    ...out,
    decision: 'overrule',
    note: '本人在电话里确认要转，异议不成立',
  })
  expect(decided).toMatchObject({ state: 'completed', releasedBy: 'decision' })
  expect((await standsAt(house, member.actor.person)).unit).toBe(neighbourShop.id)
  house.moveTo('2026-03-02T09:00:00+08:00')
  expect(await breachesIn(house)).toEqual([])
})

test('an objection that stands ends it on both sides, and one that is taken back lets the member go', async () => {
  const [kept, free] = [await memberOf(house, shop), await memberOf(house, shop)]
  const [one, other] = [await asks(kept, farShop), await asks(free, farShop)]
  const [old, province, coming] = [
    await house.officer(shop),
    await house.officer(units.province),
    await house.officer(farShop),
  ]
  for (const { out } of [one, other])
    await house.does(old, objectToTransfer, { ...out, reason: 'identity_disputed', note: why })
  const upheld = await house.does(province, decideTransfer, {
    ...one.out,
    decision: 'uphold',
    note: '经核对不是同一个人，异议成立',
  })
  expect(upheld).toMatchObject({ state: 'refused', steps: [] })
  expect((await house.asks(coming, findIncoming, one.into)).state).toBe('ended')
  expect((await standsAt(house, kept.actor.person)).unit).toBe(shop.id)
  expect(await house.does(old, dropObjection, other.out)).toMatchObject({
    state: 'released',
    owner: { unit: farShop.name },
  })
  await house.does(coming, acceptTransfer, other.into)
  expect((await standsAt(house, free.actor.person)).unit).toBe(farShop.id)
  await asks(kept, farShop)
})

test('the member takes it back at any time before it is done; the new union may say no with a listed reason; nothing has changed', async () => {
  const member = await memberOf(house, shop)
  const first = await asks(member, farShop)
  await house.does(await house.officer(shop), letTransferGo, first.out)
  const taken = await house.does(member.actor, withdrawTransfer, first.out)
  expect(taken).toMatchObject({ state: 'withdrawn', steps: [] })
  const coming = await house.officer(farShop)
  await expect(house.does(coming, acceptTransfer, first.into)).rejects.toMatchObject({ code: 'matter.step_not_open' })

  const second = await asks(member, farShop)
  const refused = await house.does(coming, declineTransfer, { ...second.into, reason: 'not_working_here' })
  expect(refused).toMatchObject({ state: 'declined' })
  expect(await house.asks(member.actor, findMyTransfer, second.out)).toMatchObject({ state: 'declined' })
  await expect(house.does(member.actor, withdrawTransfer, second.out)).rejects.toMatchObject({
    code: 'matter.step_not_open',
  })
  expect(await standsAt(house, member.actor.person)).toMatchObject({ unit: shop.id, id: member.membership })
  expect(await breachesIn(house)).toEqual([])
})

test('one transfer at a time, to another union that takes members in, by a member (MEM-13)', async () => {
  const member = await memberOf(house, shop)
  const first = await asks(member, farShop)
  await expect(house.does(member.actor, askTransfer, { unit: cousinShop.id })).rejects.toMatchObject({
    code: 'membership.transfer_open',
  })
  expect((await house.asks(member.actor, findTransferTerms, { unit: cousinShop.id })).open).toEqual(first.out)
  const other = await memberOf(house, shop)
  await expect(house.does(other.actor, askTransfer, { unit: shop.id })).rejects.toMatchObject({
    code: 'membership.already_there',
  })
  const applicant = await house.applies({ unit: shop })
  await expect(house.does(applicant.actor, askTransfer, { unit: farShop.id })).rejects.toMatchObject({
    code: 'membership.not_a_member',
  })
  await expect(house.does(other.actor, askTransfer, {})).rejects.toMatchObject({ code: 'kernel.invalid_input' })
  expect((await house.does(other.actor, askTransfer, { code: await house.code(farShop) })).to.id).toBe(farShop.id)
})

test('strangers to a transfer see nothing of it: another member, a union that has no part in it, the other side’s officer', async () => {
  const member = await memberOf(house, shop)
  const { out, into } = await asks(member, farShop)
  const stranger = await memberOf(house, shop)
  const absent = { code: 'kernel.absent' }
  await expect(house.asks(stranger.actor, findMyTransfer, out)).rejects.toMatchObject(absent)
  await expect(house.does(stranger.actor, withdrawTransfer, out)).rejects.toMatchObject(absent)
  const [coming, beside] = [await house.officer(farShop), await house.officer(units.siblingShop)]
  for (const officer of [coming, beside]) {
    await expect(house.asks(officer, findTransfer, out)).rejects.toMatchObject(absent)
    await expect(house.does(officer, letTransferGo, out)).rejects.toMatchObject(absent)
  }
  const old = await house.officer(shop)
  await expect(house.asks(old, findIncoming, into)).rejects.toMatchObject(absent)
  await expect(house.does(old, acceptTransfer, into)).rejects.toMatchObject(absent)
  const statistician = await house.officer(shop, 'statistician')
  await expect(house.does(statistician, letTransferGo, out)).rejects.toMatchObject({ code: 'kernel.forbidden' })
})

test('a retained membership is active again once it has moved (MEM-38)', async () => {
  const member = await memberOf(house, shop)
  await house.rows(`update membership.membership set status = 'retained' where id = $1`, [member.membership])
  await house.rows(
    `update membership.membership_history set status = 'retained' where membership_id = $1 and valid_to is null`,
    [member.membership],
  )
  expect((await house.asks(member.actor, findTransferTerms, { unit: farShop.id })).resumes).toBe(true)
  const { out, into } = await asks(member, farShop)
  await house.does(await house.officer(farShop), acceptTransfer, into)
  await house.does(await house.officer(shop), letTransferGo, out)
  expect(await standsAt(house, member.actor.person)).toMatchObject({ unit: farShop.id, status: 'active' })
})

test('a transfer that is over while its matter is open is named by verify, on either side', async () => {
  const member = await memberOf(house, shop)
  const { out, into } = await asks(member, farShop)
  await house.rows('update membership.transfer set ended_at = now() where matter_id = $1', [out.matter])
  await house.rows('update membership.incoming set ended_at = now() where matter_id = $1', [into.matter])
  const found = (await breachesIn(house)).filter((words) => words.includes(out.matter) || words.includes(into.matter))
  expect(found).toEqual([
    `membership.transfer: membership.transfer (${out.cell}, ${out.matter}) is over; its matter is open`,
    `membership.incoming: membership.incoming (${into.cell}, ${into.matter}) is over; its matter is open`,
  ])
  await house.rows('update membership.transfer set ended_at = null where matter_id = $1', [out.matter])
  await house.rows('update membership.incoming set ended_at = null where matter_id = $1', [into.matter])
})

test('each union has its list, of itself and all below it', async () => {
  const province = await house.officer(units.otherProvince)
  const into = await house.asks(province, listTransfers, { unit: units.otherProvince.id, way: 'in' })
  expect(into.items.length).toBeGreaterThan(3)
  expect(new Set(into.items.map(({ to }) => to.id))).toEqual(new Set([farShop.id]))
  const old = await house.officer(shop)
  const out = await house.asks(old, listTransfers, { unit: shop.id, way: 'out', show: 'open' })
  expect(out.open).toBe(out.items.length)
  expect(out.items.every(({ endedAt }) => endedAt === null)).toBe(true)
  const looks = await house.rows(`select act from kernel.access where act = 'membership.list_transfers'`)
  expect(looks.length).toBeGreaterThan(0)
})
