import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { asNow, breachesIn, type Member, memberOf, standsAt } from '../../../tests/members.ts'
import { approveFor, followed, foundUnion, type Union } from '../../../tests/model/unions.ts'
import { mergeRecords } from '../duplicates/commands/merge-records.ts'
import { announceResignation } from '../life/commands/announce-resignation.ts'
import { decideExpulsion } from '../life/commands/decide-expulsion.ts'
import { declareDeemed } from '../life/commands/declare-deemed.ts'
import { giveOpinion } from '../life/commands/give-opinion.ts'
import { proposeExpulsion } from '../life/commands/propose-expulsion.ts'
import { recordDeath } from '../life/commands/record-death.ts'
import { resign } from '../life/commands/resign.ts'
import { warnMember } from '../life/commands/warn-member.ts'
import { acceptTransfer } from './commands/accept-transfer.ts'
import { askTransfer } from './commands/ask-transfer.ts'
import { letTransferGo } from './commands/let-transfer-go.ts'
import { objectToTransfer } from './commands/object-to-transfer.ts'
import { lapseTransfers } from './jobs.ts'
import { findIncoming } from './queries/find-incoming.ts'
import { findMyTransfer } from './queries/find-my-transfer.ts'
import { findTransfer } from './queries/find-transfer.ts'
import { listTransfers } from './queries/list-transfers.ts'

const house = await openHouse()
const { units } = house
const { shop, farShop, cousinShop, neighbourShop } = units
const day = '2026-03-02'
// Whoever answers where nobody nearer does.
await house.officer(units.nation)

type Key = { readonly cell: number; readonly matter: string }
type Sides = { readonly out: Key; readonly into: Key }

/** Where the two sides of a person's newest transfer are now. */
async function sidesNow(person: string): Promise<Sides> {
  const [row] = await house.rows(
    `select t.cell_id, t.matter_id, t.to_cell, t.incoming_id from membership.transfer t
     join kernel.matter m on m.cell_id = t.cell_id and m.id = t.matter_id and m.moved_to_cell is null
     where t.person_id = $1 order by t.asked_at desc limit 1`,
    [person],
  )
  return {
    out: { cell: Number(row?.['cell_id']), matter: String(row?.['matter_id']) },
    into: { cell: Number(row?.['to_cell']), matter: String(row?.['incoming_id']) },
  }
}
async function asks(member: Member, to: Union): Promise<Sides> {
  await house.does(await asNow(house, member), askTransfer, { unit: to.id })
  return sidesNow(member.actor.person)
}
/** State and reason of the last line at each side. */
async function saidOf({ out, into }: Sides) {
  const last = async ({ cell, matter }: Key) => {
    const [row] = await house.rows(
      `select m.state, m.ended_at is null as open, e.step, e.reason from kernel.matter m
       join kernel.matter_event e on e.cell_id = m.cell_id and e.matter_id = m.id and e.number = m.last_event
       where m.cell_id = $1 and m.id = $2`,
      [cell, matter],
    )
    return row
  }
  return [await last(out), await last(into)]
}
const toldTo = async (person: string) =>
  (
    await house.rows(
      `select kind from kernel.message where account_id in (select account_id from people.person where id = $1) order by id`,
      [person],
    )
  ).map(({ kind }) => String(kind).replace('membership.message.', ''))
const vote = { on: day, members: 7, present: 6, for: 6, against: 0, abstained: 0 }
const opinion = { on: day, present: 9, agrees: true, words: '小组讨论，同意' }
const judgment = { court: '荔湾区人民法院', number: '刑初1号', on: '2026-01-05', punishment: '有期徒刑五年' }
const neglect = { unpaidFrom: '2025-08-01', tookPartOn: null, educatedOn: '2026-03-01', education: '上门谈话一次' }

test('whoever leaves, is expelled, is declared to have left or dies is on no way any more: both sides end in that act, the new union reads that and not why (MEM-39, MEM-40, MEM-41, MEM-43)', async () => {
  const officer = await house.officer(shop, 'grassroots_officer')
  const ends = {
    resigned: async (member: Member, key: object) => {
      const { matter } = await house.does(member.actor, resign, key)
      await house.does(officer, announceResignation, { cell: shop.cell, matter, on: day })
    },
    expelled: async (_: Member, key: object) => {
      const { matter } = await house.does(officer, proposeExpulsion, { ...key, judgment })
      await house.does(officer, giveOpinion, { cell: shop.cell, matter, opinion })
      await house.does(officer, decideExpulsion, { cell: shop.cell, matter, vote })
    },
    deemed: async (_: Member, key: object) => {
      const { matter } = await house.does(officer, warnMember, { ...key, ...neglect })
      house.moveTo('2026-05-30T09:00:00+08:00')
      await house.does(officer, declareDeemed, { cell: shop.cell, matter, vote, opinion })
      house.moveTo('2026-03-02T09:00:00+08:00')
    },
    died: async (_: Member, key: object) => {
      await house.does(officer, recordDeath, { ...key, on: day })
    },
  } as const
  for (const [reason, ending] of Object.entries(ends))
    for (const to of [farShop, cousinShop]) {
      const member = await memberOf(house, shop)
      const sides = await asks(member, to)
      await ending(member, { cell: shop.cell, membership: member.membership })
      expect(await saidOf(sides), reason).toEqual([
        { state: 'ended', open: false, step: 'end', reason },
        { state: 'ended', open: false, step: 'end', reason: 'membership_ended' },
      ])
    }
  expect(await breachesIn(house)).toEqual([])
})

test('a record that is made one with another takes its transfer with it (MEM-13)', async () => {
  const officer = await house.officer(shop, 'grassroots_officer')
  const [kept, dropped] = [await memberOf(house, shop), await memberOf(house, shop)]
  const sides = await asks(dropped, neighbourShop)
  const keep = await asks(kept, farShop)
  await house.does(officer, mergeRecords, {
    cell: shop.cell,
    keep: kept.membership,
    drop: dropped.membership,
    earlierSince: false,
  })
  expect(await saidOf(sides)).toMatchObject([{ reason: 'duplicate' }, { reason: 'membership_ended' }])
  expect(await saidOf(keep)).toMatchObject([{ open: true }, { open: true }])
  expect(await breachesIn(house)).toEqual([])
})

test('members of a union that is merged inside its cell take their transfers along, in the state and with the clock they have (ORG-28)', async () => {
  const [old, heir] = [
    await foundUnion(house, units.township, '旧厂工会'),
    await foundUnion(house, units.siblingTownship, '合并厂工会'),
  ]
  const [far, here, objected] = [await memberOf(house, old), await memberOf(house, old), await memberOf(house, old)]
  const [abroad, arrived, disputed] = [await asks(far, farShop), await asks(here, heir), await asks(objected, shop)]
  await house.does(await house.officer(old), objectToTransfer, {
    ...disputed.out,
    reason: 'identity_disputed',
    note: '名册上的身份证号码和本人不一致',
  })
  const due = (await house.rows('select due_on from kernel.matter where id = $1', [abroad.out.matter]))[0]
  await approveFor(house, old, 'merge', { into: heir.id })
  await followed(house)

  const seen = await house.asks(await house.officer(heir), findTransfer, abroad.out)
  expect(seen).toMatchObject({ from: { id: heir.id }, state: 'asked', steps: ['let_go', 'object'] })
  expect(seen.history.at(-1)).toMatchObject({ step: 'move', note: '旧厂工会 → 合并厂工会' })
  expect((await house.rows('select due_on from kernel.matter where id = $1', [abroad.out.matter]))[0]).toEqual(due)
  expect(await house.asks(await house.officer(farShop), findIncoming, abroad.into)).toMatchObject({
    from: { id: heir.id },
  })
  expect((await house.asks(await house.officer(heir), findTransfer, disputed.out)).state).toBe('objected')
  // Whoever was on the way to the very union theirs became is there.
  expect(await saidOf(arrived)).toMatchObject([{ reason: 'same_union' }, { reason: 'same_union' }])
  expect(await toldTo(here.actor.person)).toContain('transfer_same')
  expect(await breachesIn(house)).toEqual([])

  await house.does(await house.officer(farShop), acceptTransfer, abroad.into)
  await house.does(await house.officer(heir), letTransferGo, abroad.out)
  expect((await standsAt(house, far.actor.person)).unit).toBe(farShop.id)
})

test('members of a union that is merged into one of another cell keep their transfer, its history and its clock there; a trace stays (ORG-28, MEM-30)', async () => {
  const [old, heir] = [
    await foundUnion(house, units.township, '跨区旧厂工会'),
    await foundUnion(house, units.neighbourCounty, '跨区合并厂工会'),
  ]
  const [asked, accepted, free, there] = [
    await memberOf(house, old),
    await memberOf(house, old),
    await memberOf(house, old),
    await memberOf(house, old),
  ]
  const [first, second, third, arrived] = [
    await asks(asked, farShop),
    await asks(accepted, cousinShop),
    await asks(free, farShop),
    await asks(there, heir),
  ]
  await house.does(await house.officer(cousinShop), acceptTransfer, second.into)
  await house.does(await house.officer(old), letTransferGo, third.out)
  const officer = await house.officer(heir)
  await approveFor(house, old, 'merge', { into: heir.id })
  await followed(house)

  expect(await breachesIn(house)).toEqual([])
  expect(await saidOf(arrived)).toMatchObject([{ reason: 'same_union' }, { reason: 'same_union' }])
  const now = await sidesNow(asked.actor.person)
  expect(now).toEqual({ out: { cell: heir.cell, matter: first.out.matter }, into: first.into })
  const seen = await house.asks(officer, findTransfer, now.out)
  expect(seen).toMatchObject({ state: 'asked', from: { id: heir.id }, owner: { unit: '跨区合并厂工会' } })
  expect(seen.history.map(({ step }) => step)).toEqual(['ask', 'move'])
  // The member finds it, under the link of before too, and can take it back.
  for (const key of [now.out, first.out])
    expect(await house.asks(await asNow(house, asked), findMyTransfer, key)).toMatchObject({
      cell: heir.cell,
      steps: ['withdraw'],
    })
  const left = await house.asks(await house.officer(units.township), listTransfers, { unit: units.township.id })
  expect(left.items.map(({ matter }) => matter)).not.toContain(first.out.matter)

  // One side was through already: the other one completes it.
  await house.does(officer, letTransferGo, (await sidesNow(accepted.actor.person)).out)
  expect((await standsAt(house, accepted.actor.person)).unit).toBe(cousinShop.id)
  await house.does(await house.officer(farShop), acceptTransfer, third.into)
  expect((await standsAt(house, free.actor.person)).unit).toBe(farShop.id)
  // Its clock went along: silence completes the first.
  house.moveTo('2026-03-10T00:05:00+08:00')
  await lapseTransfers.run({
    services: house.services,
    jobPool: house.jobPool,
    signal: new AbortController().signal,
  })
  expect((await standsAt(house, asked.actor.person)).unit).toBe(farShop.id)
  house.moveTo('2026-03-02T09:00:00+08:00')
  expect(await breachesIn(house)).toEqual([])
})

test('whoever is on their way to a union that is merged comes to the one that goes on from it, in its cell or another (ORG-28)', async () => {
  for (const above of [units.siblingTownship, units.farCounty]) {
    const [goal, heir] = [
      await foundUnion(house, units.township, `要去的工会${above.cell}${above.path}`),
      await foundUnion(house, above, `接续的工会${above.cell}${above.path}`),
    ]
    const [asked, through, own] = [
      await memberOf(house, shop),
      await memberOf(house, shop),
      await memberOf(house, heir),
    ]
    const [first, second, third] = [await asks(asked, goal), await asks(through, goal), await asks(own, goal)]
    await house.does(await house.officer(shop), letTransferGo, second.out)
    await approveFor(house, goal, 'merge', { into: heir.id })
    // Accepted in the moment in which the union is closing: the member waits, and is not sent back.
    await house.does(await house.officer(goal), acceptTransfer, second.into)
    expect((await standsAt(house, through.actor.person)).unit).toBe(shop.id)
    await followed(house)

    expect(await breachesIn(house)).toEqual([])
    expect((await standsAt(house, through.actor.person)).unit).toBe(heir.id)
    expect(await saidOf(third)).toMatchObject([{ reason: 'same_union' }, { reason: 'same_union' }])
    const now = await sidesNow(asked.actor.person)
    expect(now.into).toEqual({ cell: heir.cell, matter: first.into.matter })
    const coming = await house.asks(await house.officer(heir), findIncoming, now.into)
    expect(coming).toMatchObject({ state: 'asked', to: { id: heir.id }, owner: { unit: heir.name } })
    expect(coming.history.map(({ step }) => step)).toEqual(['ask', 'move'])
    expect(await house.asks(asked.actor, findMyTransfer, now.out)).toMatchObject({
      to: { id: heir.id },
      state: 'asked',
      steps: ['withdraw'],
    })
    expect(await toldTo(asked.actor.person)).toContain('transfer_followed')
    await house.does(await house.officer(heir), acceptTransfer, now.into)
    await house.does(await house.officer(shop), letTransferGo, now.out)
    expect((await standsAt(house, asked.actor.person)).unit).toBe(heir.id)
  }
  expect(await breachesIn(house)).toEqual([])
})

test('where the new union ends with its employer there is nothing to move to: the transfer ends, and the member is told (ORG-26)', async () => {
  const goal = await foundUnion(house, units.township, '倒闭的厂工会')
  const member = await memberOf(house, neighbourShop)
  const sides = await asks(member, goal)
  await approveFor(house, goal, 'close', { members: 'retain' })
  await followed(house)
  expect(await saidOf(sides)).toMatchObject([
    { state: 'ended', reason: 'union_gone' },
    { state: 'ended', reason: 'union_gone' },
  ])
  expect(await toldTo(member.actor.person)).toContain('transfer_gone')
  expect((await standsAt(house, member.actor.person)).unit).toBe(neighbourShop.id)
  await asks(member, farShop)
  expect(await breachesIn(house)).toEqual([])
})

test('an open transfer without a member, without one of its unions or without its other side is named by verify', async () => {
  const member = await memberOf(house, shop)
  const { out, into } = await asks(member, farShop)
  const broken = async (change: string, undo: string) => {
    await house.rows(change)
    const found = (await breachesIn(house)).filter((words) => words.includes(out.matter) || words.includes(into.matter))
    await house.rows(undo)
    return found
  }
  const set = (what: string) => `update membership.membership set ${what} where id = '${member.membership}'`
  expect(await broken(set(`status = 'ended'`), set(`status = 'active'`))).toEqual([
    `membership.transfer_ground: membership.transfer (${out.cell}, ${out.matter}) is open and its membership is ended`,
  ])
  expect(await broken(set(`unit_id = '${cousinShop.id}'`), set(`unit_id = '${shop.id}'`))).toEqual([
    `membership.transfer_ground: membership.transfer (${out.cell}, ${out.matter}) is open and leaves a union that does not hold the membership`,
  ])
  const union = (state: string) => `update organization.unit set state = '${state}' where id = '${farShop.id}'`
  expect(await broken(union('closed'), union('active'))).toContain(
    `membership.transfer_ground: membership.transfer (${out.cell}, ${out.matter}) is open and the union it leads to is no more`,
  )
  const lead = (cell: number) => `update membership.incoming set from_cell = ${cell} where matter_id = '${into.matter}'`
  expect(await broken(lead(100_000), lead(out.cell))).toEqual([
    `membership.transfer_pair: membership.incoming (${into.cell}, ${into.matter}) is open, and no open transfer leads to it`,
  ])
})
