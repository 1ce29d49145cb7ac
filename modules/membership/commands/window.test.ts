import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { keepFile } from '@gongqiao/kernel/files/keep-file.ts'
import { newestOutgoing } from '@gongqiao/kernel/messages/outgoing.ts'
import { signInByPhone } from '@gongqiao/modules/people/commands/sign-in-by-phone.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { noticeVersion } from '../index.ts'
import { findMember } from '../queries/find-member.ts'
import { listRoll } from '../queries/list-roll.ts'
import { applyAtWindow } from './apply-at-window.ts'
import { changePhone } from './change-phone.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop, 'grassroots_officer')
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a signed paper')])

function form(changes: object = {}) {
  const { name, identityNumber } = house.stranger()
  return {
    unit: units.shop.id,
    name,
    identityKind: 'resident_card',
    identityNumber,
    consents: { notice: noticeVersion, sensitive: true },
    ...changes,
  }
}

async function paper() {
  const { file } = await house.does(officer, keepFile, { bytes: png, mediaType: 'image/png' })
  return { kind: 'paper', file }
}

test('somebody without a phone applies on signed paper, and the record says who typed it (G-08)', async () => {
  const view = await house.does(officer, applyAtWindow, form({ proof: await paper() }))

  expect(view).toMatchObject({ state: 'submitted', channel: 'window_paper', phoneMask: null })
  expect(view.typedBy).toBe(`${units.shop.name} 工会干部 ${officer.name}`)
  expect(view.history).toMatchObject([{ step: 'submit', by: `${units.shop.name} 工会干部` }])
})

test('somebody with a phone confirms by its code at the window, and can sign in with it afterwards', async () => {
  const { phone } = house.stranger()
  await house.phoneCode(phone)

  const view = await house.does(officer, applyAtWindow, form({ phone, proof: { kind: 'code', phoneCode: '123456' } }))

  expect(view).toMatchObject({ channel: 'window_code', phoneMask: expect.stringMatching(/^154\*{4}\d{4}$/) })
  await house.phoneCode(phone)
  expect(await house.does(house.anyone(), signInByPhone, { phone, phoneCode: '123456' })).toMatchObject({
    name: view.name,
  })
})

test('a window learns nothing of a phone or number that belongs to a record elsewhere', async () => {
  const known = await house.applies({ unit: units.farShop })
  await house.phoneCode(known.phone)

  const view = await house.does(
    officer,
    applyAtWindow,
    form({ phone: known.phone, identityNumber: known.identityNumber, proof: { kind: 'code', phoneCode: '123456' } }),
  )

  expect(view.state).toBe('submitted')
})

test('a paper that was never uploaded is a fault of its field, and nothing is left', async () => {
  const before = await house.rows('select count(*) from people.person')

  await expect(
    house.does(officer, applyAtWindow, form({ proof: { kind: 'paper', file: officer.account } })),
  ).rejects.toMatchObject({
    faults: [{ field: '/proof/file', code: 'membership.paper_missing' }],
  })
  expect(await house.rows('select count(*) from people.person')).toEqual(before)
})

test('a file is what it is by its content: a renamed one is refused', async () => {
  await expect(
    house.does(officer, keepFile, { bytes: Buffer.from('MZ a program'), mediaType: 'image/png' }),
  ).rejects.toMatchObject({ code: 'kernel.media_type' })
})

test('a changed phone ends old sessions, tells the old number, and signs in from then on', async () => {
  const applicant = await house.applies()
  const [row] = (await house.asks(officer, listRoll, { unit: units.shop.id })).items.filter(
    (item) => item.person === applicant.actor.person,
  )
  const { phone } = house.stranger()
  await house.phoneCode(phone)

  const view = await house.does(officer, changePhone, {
    cell: row?.cell,
    membership: row?.membership,
    phone,
    proof: { kind: 'code', phoneCode: '123456' },
  })

  expect(view.phoneMask).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
  expect(
    await house.rows('select count(*)::int as open from people.session where account_id = $1 and ended_at is null', [
      applicant.actor.account,
    ]),
  ).toEqual([{ open: 0 }])
  const [told] = await inTransaction(house.services.pool, undefined, (tx) => newestOutgoing(tx, house.services, 1))
  expect(told).toMatchObject({ address: applicant.phone, text: expect.stringContaining('改绑') })
  await house.phoneCode(phone)
  expect((await house.does(house.anyone(), signInByPhone, { phone, phoneCode: '123456' })).account).toBe(
    applicant.actor.account,
  )
  await house.phoneCode(applicant.phone)
  await expect(
    house.does(house.anyone(), signInByPhone, { phone: applicant.phone, phoneCode: '123456' }),
  ).rejects.toMatchObject({ code: 'people.nobody_by_this_phone' })
})

test('a phone that is somebody else’s is not taken on paper, and the window is not told (design 2.3)', async () => {
  const owner = await house.applies({ unit: units.farShop })
  const applicant = await house.applies()
  const [row] = (await house.asks(officer, listRoll, { unit: units.shop.id })).items.filter(
    (item) => item.person === applicant.actor.person,
  )

  const view = await house.does(officer, changePhone, {
    cell: row?.cell,
    membership: row?.membership,
    phone: owner.phone,
    proof: await paper(),
  })

  expect(view.phoneMask).toBe(`${owner.phone.slice(0, 3)}****${owner.phone.slice(-4)}`)
  await house.phoneCode(owner.phone)
  expect((await house.does(house.anyone(), signInByPhone, { phone: owner.phone, phoneCode: '123456' })).account).toBe(
    owner.actor.account,
  )
})

test('the windows of other unions cannot change a member’s phone or see the member', async () => {
  const applicant = await house.applies()
  const [row] = (await house.asks(officer, listRoll, { unit: units.shop.id })).items.filter(
    (item) => item.person === applicant.actor.person,
  )
  const stranger = await house.officer(units.siblingShop, 'grassroots_officer')
  const key = { cell: row?.cell, membership: row?.membership }

  await expect(house.asks(stranger, findMember, key)).rejects.toMatchObject({ code: 'kernel.absent' })
  await expect(
    house.does(stranger, changePhone, { ...key, phone: '15400001234', proof: { kind: 'code', phoneCode: '123456' } }),
  ).rejects.toMatchObject({ code: 'kernel.absent' })
})
