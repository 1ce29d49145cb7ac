import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { noticeVersion } from '../index.ts'
import { confirmApplication } from './confirm-application.ts'
import { makeJoiningCode } from './make-joining-code.ts'
import { revokeJoiningCode } from './revoke-joining-code.ts'
import { submitApplication } from './submit-application.ts'

const house = await openHouse()
const { units } = house

async function memberOf(unit: { id: string }) {
  const applicant = await house.applies({ unit })
  const officer = await house.officer(unit, 'grassroots_officer')
  const matter = applicant.outcome.card?.matter
  await house.does(officer, confirmApplication, { cell: matter?.cell, matter: matter?.id, decidedOn: '2026-03-02' })
  return applicant
}

async function formOf(code: string, changes: object = {}) {
  const who = house.stranger()
  return {
    code,
    name: who.name,
    identityKind: 'resident_card',
    identityNumber: who.identityNumber,
    phone: who.phone,
    phoneCode: await house.phoneCode(who.phone),
    consents: { notice: noticeVersion, sensitive: true },
    ...changes,
  }
}

test('a valid submission makes a provisional member with a card, an owner and a due day in the same act (MEM-10)', async () => {
  const { outcome } = await house.applies()

  expect(outcome.outcome).toBe('provisional')
  expect(outcome.card).toMatchObject({ status: 'provisional', since: null, unit: { id: units.shop.id } })
  expect(outcome.card?.matter).toMatchObject({
    state: 'submitted',
    due: { rule: 'MEM-SLA', on: '2026-03-23', provisional: false },
  })
})

test('a submission leaves one audit row, two facts and both consents with the version of the text (PI-03, PI-09)', async () => {
  const { actor } = await house.applies()

  const [audit, ...more] = await house.audit(actor.person)
  expect(more).toEqual([])
  expect(audit).toMatchObject({ act: 'membership.submit_application', actor_kind: 'anyone' })
  expect(
    await house.rows('select purpose, version, channel from people.consent where person_id = $1 order by purpose', [
      actor.person,
    ]),
  ).toEqual([
    { purpose: 'identity_number', version: noticeVersion, channel: 'self' },
    { purpose: 'joining', version: noticeVersion, channel: 'self' },
  ])
})

test('a stranger with a leaked name and number occupies nobody’s place: the owner of the number is confirmed all the same (MEM-13)', async () => {
  const thief = await house.applies()
  const owner = await house.applies({ name: thief.name, identityNumber: thief.identityNumber })
  const officer = await house.officer(units.shop, 'grassroots_officer')
  const matter = owner.outcome.card?.matter

  const after = await house.does(officer, confirmApplication, {
    cell: matter?.cell,
    matter: matter?.id,
    decidedOn: '2026-03-02',
  })

  expect(after.state).toBe('confirmed')
  const theirs = thief.outcome.card?.matter
  const refused = await house.does(officer, confirmApplication, {
    cell: theirs?.cell,
    matter: theirs?.id,
    decidedOn: '2026-03-02',
  })
  expect(refused.state).toBe('person_check')
})

test('somebody who is a member already and uses another phone is answered like a newcomer (T-MEM-1)', async () => {
  const member = await memberOf(units.farShop)

  const again = await house.applies({ name: member.name, identityNumber: member.identityNumber })

  expect(again.outcome).toMatchObject({ outcome: 'provisional', memberOf: null })
})

test('a member who proves the bound phone is told where they are a member, and the scan is a wish to transfer (T-MEM-1)', async () => {
  const member = await memberOf(units.farShop)

  const again = await house.applies({ name: member.name, identityNumber: member.identityNumber, phone: member.phone })

  expect(again.outcome).toMatchObject({ outcome: 'member_already', card: null, memberOf: { id: units.farShop.id } })
  const wishes = await house.rows('select to_unit_id from membership.transfer_call where cell_id = 330825')
  expect(wishes).toEqual([{ to_unit_id: units.shop.id }])
})

test('a second application replaces the first only with the worker’s consent, and then moves with them to another cell (MEM-13)', async () => {
  const first = await house.applies({ unit: units.shop })
  const again = { name: first.name, identityNumber: first.identityNumber, phone: first.phone, unit: units.farShop }
  const open = { cell: units.shop.cell, matter: first.outcome.card?.matter?.id ?? '' }

  await expect(house.applies(again)).rejects.toMatchObject({
    code: 'membership.application_open',
    about: { ...open, unitName: units.shop.name },
  })
  const second = await house.applies({ ...again, replaces: open })

  expect(second.outcome.card).toMatchObject({ status: 'provisional', unit: { id: units.farShop.id } })
  expect(second.actor.person).toBe(first.actor.person)
  expect(await house.rows('select state from kernel.matter where id = $1', [open.matter])).toEqual([
    { state: 'replaced' },
  ])
  expect(
    await house.rows(`select cell_id from membership.membership where person_id = $1 and status <> 'ended'`, [
      first.actor.person,
    ]),
  ).toEqual([{ cell_id: 330825 }])
})

test('a phone that is bound to a record with another number is told so only after its code (design 2.3)', async () => {
  const known = await house.applies()

  await expect(house.applies({ phone: known.phone })).rejects.toMatchObject({ code: 'people.phone_of_another' })
  const code = await house.code(units.shop)
  const wrong = await formOf(code, { phone: known.phone, phoneCode: '999999' })
  await house.phoneCode(known.phone)
  await expect(house.does(house.anyone(), submitApplication, wrong)).rejects.toMatchObject({
    code: 'people.phone_code_wrong',
  })
})

test('a wrong phone code is counted: the fifth ends the code, and nothing is left behind', async () => {
  const form = { ...(await formOf(await house.code(units.shop))), phoneCode: '999999' }
  const answers: unknown[] = []

  for (let tries = 0; tries < 6; tries++) {
    await house
      .does(house.anyone(), submitApplication, form)
      .catch((error: { code: string; about: { left: number } }) => answers.push([error.code, error.about.left]))
  }

  expect(answers).toEqual([
    ['people.phone_code_wrong', 4],
    ['people.phone_code_wrong', 3],
    ['people.phone_code_wrong', 2],
    ['people.phone_code_wrong', 1],
    ['people.phone_code_over', 0],
    ['people.phone_code_over', 0],
  ])
  expect(
    await house.rows('select from people.phone_directory where digest = $1', [
      house.services.keyring.digest('phone', form.phone),
    ]),
  ).toEqual([])
})

test('a code is used once: the same submission without a key is refused the second time', async () => {
  const form = await formOf(await house.code(units.shop))
  await house.does(house.anyone(), submitApplication, form)

  await expect(house.does(house.anyone(), submitApplication, form)).rejects.toMatchObject({
    code: 'people.phone_code_over',
  })
})

test('an expired, a revoked and a forged joining code are refused, each by its name', async () => {
  const officer = await house.officer(units.shop)
  const made = await house.does(officer, makeJoiningCode, { unit: units.shop.id, label: '门口', validDays: 1 })
  const token = made.link.split('/').at(-1) ?? ''
  const form = await formOf(token)
  const submit = (code: string) => house.does(house.anyone(), submitApplication, { ...form, code })
  const other = token.at(-5) === 'A' ? 'B' : 'A'

  await expect(submit(`${token.slice(0, -5)}${other}${token.slice(-4)}`)).rejects.toMatchObject({
    code: 'membership.code_forged',
  })
  await expect(submit('not-a-code')).rejects.toMatchObject({ code: 'membership.code_malformed' })
  await house.does(officer, revokeJoiningCode, { cell: made.cell, id: made.id })
  await expect(submit(token)).rejects.toMatchObject({ code: 'membership.code_revoked' })
  house.moveTo('2026-03-03T09:00:01+08:00')
  await expect(submit(token)).rejects.toMatchObject({ code: 'membership.code_expired' })
  house.moveTo('2026-03-02T09:00:00+08:00')
})

test('every wrong field of a form is named at once, the form’s shape and the rulebook’s checks together', async () => {
  const form = await formOf(await house.code(units.shop), {
    name: '王'.repeat(200),
    identityNumber: '110105194912310031',
    phone: '12345678901',
    phoneCode: '12',
    consents: { notice: '1999-01', sensitive: false },
    surprise: true,
  })

  const refused = await house
    .does(house.anyone(), submitApplication, form)
    .catch((error: { faults: { field: string }[] }) => error.faults)

  expect(new Set(Array.isArray(refused) ? refused.map((fault) => fault.field) : [])).toEqual(
    new Set([
      '/name',
      '/identityNumber',
      '/phone',
      '/phoneCode',
      '/consents/notice',
      '/consents/sensitive',
      '/surprise',
    ]),
  )
})

test('nobody younger than sixteen joins, and the fault says so (MEM-04)', async () => {
  const form = await formOf(await house.code(units.shop), {
    identityKind: 'passport',
    identityNumber: 'E12345678',
    birthDate: '2010-03-03',
    sex: 'male',
  })
  const dayBefore = { ...form, birthDate: '2010-03-03' }
  const onTheDay = { ...form, birthDate: '2010-03-02' }

  await expect(house.does(house.anyone(), submitApplication, dayBefore)).rejects.toMatchObject({
    faults: [{ field: '/birthDate', code: 'people.under_age' }],
  })
  expect((await house.does(house.anyone(), submitApplication, onTheDay)).outcome).toBe('provisional')
})
