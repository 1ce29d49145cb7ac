import { maskPhone } from '@gongqiao/codes'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { tellFacts } from '@gongqiao/kernel/facts/outbox.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { cellsBetween } from '@gongqiao/kernel/shared/place.ts'
import { enterMany, whoseSession } from '@gongqiao/modules/people/index.ts'
import { expect, test } from 'vitest'
import { openClaims } from '../../../tests/claiming-trial.ts'
import { listMyMatters } from '../../../tests/matters.ts'
import { changePhone } from '../commands/change-phone.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { correctName } from '../commands/correct-name.ts'
import { correctPhone } from '../commands/correct-phone.ts'
import { denyRecord } from '../commands/deny-record.ts'
import { takeRecord } from '../commands/take-record.ts'
import { enrolMany } from '../enrol-many.ts'
import { findApplication } from '../queries/find-application.ts'
import { findMyCard } from '../queries/find-my-card.ts'
import { findReport } from '../queries/find-report.ts'

const { house, units, services, code, listed, proves, claimsOf, firstClaim, takes, rowsOf, holders, broken } =
  await openClaims()

test('a record in another cell is taken with account, history and number; the session goes on there', async () => {
  const person = house.stranger()
  await listed(units.shop, person)
  await listed(units.farShop, person)
  const actor = await proves(person)
  const far = (await claimsOf(actor)).find(({ unit }) => unit.id === units.farShop.id)

  const moved = await takes(actor, { cell: far?.cell ?? 0, membership: far?.membership ?? '' })

  expect(moved).toMatchObject({ person: actor.person, account: actor.account, place: { cell: units.farShop.cell } })
  expect(await house.asks(moved, findMyCard, {})).toMatchObject({ unit: { id: units.farShop.id }, status: 'active' })
  expect(await holders(person.identityNumber)).toEqual([{ person: actor.person, cell: units.farShop.cell }])
  const again = await proves(person)
  expect(again.account).toBe(actor.account)
  expect(await broken()).toEqual([])
})

test('“this is not me” ends the row at once, and a report waits at the union until a person has looked', async () => {
  const person = await listed()
  const actor = await proves(person)
  const key = await firstClaim(actor)

  await house.does(actor, denyRecord, { ...key, reason: 'never_joined' })

  expect(await rowsOf(person.identityNumber)).toMatchObject([{ status: 'ended', claimed: false }])
  expect(await claimsOf(actor)).toEqual([])
  const [matter] = (await house.asks(actor, listMyMatters, {})).items
  expect(matter).toMatchObject({ kind: 'membership.not_me', state: 'reported', unit: { id: units.shop.id } })
  const officer = await house.officer(units.shop)
  expect(await house.asks(officer, findReport, { cell: key.cell, matter: matter?.id })).toMatchObject({
    about: 'roster',
    reason: 'never_joined',
    name: person.name,
  })
  await expect(house.does(actor, takeRecord, key)).rejects.toMatchObject({ code: 'kernel.absent' })
  // Nothing stands in the way of joining a union they do belong to.
  expect((await house.applies({ ...person, code })).outcome.outcome).toBe('provisional')
  expect(await broken()).toEqual([])
})

test('a member who is listed elsewhere wishes to transfer; their membership stands, and the row ends (T-MEM-1)', async () => {
  const officer = await house.officer(units.shop)
  const member = await house.applies({ code })
  const matter = member.outcome.card?.matter
  await house.does(officer, confirmApplication, { cell: matter?.cell, matter: matter?.id, decidedOn: '2026-03-02' })
  await listed(units.farShop, {
    name: member.name,
    identityNumber: member.identityNumber,
    phone: house.stranger().phone,
  })
  const key = await firstClaim(member.actor)

  const answer = await house.does(member.actor, takeRecord, key)

  expect(answer).toEqual({ outcome: 'wished', card: null })
  expect((await rowsOf(member.identityNumber)).map(({ status }) => status).sort()).toEqual(['active', 'ended'])
  expect(
    await house.rows('select to_unit_id as unit from membership.transfer_call where cell_id = $1', [units.shop.cell]),
  ).toContainEqual({ unit: units.farShop.id })
  expect(await broken()).toEqual([])
})

test('taking a record ends an application elsewhere, also in the same cell (MEM-13)', async () => {
  const applicant = await house.applies({ code })
  await listed(units.siblingShop, applicant)

  const moved = await takes(applicant.actor, await firstClaim(applicant.actor))

  expect((await rowsOf(applicant.identityNumber)).map(({ status }) => status).sort()).toEqual(['active', 'ended'])
  expect((await house.asks(moved, listMyMatters, {})).items).toMatchObject([{ state: 'replaced' }])
  expect(await broken()).toEqual([])
})

test('a record whose number another member holds is not taken: the person proves themselves at a window (MEM-13)', async () => {
  const officer = await house.officer(units.shop)
  const member = await house.applies({ code })
  const matter = member.outcome.card?.matter
  await house.does(officer, confirmApplication, { cell: matter?.cell, matter: matter?.id, decidedOn: '2026-03-02' })
  const { name, identityNumber } = member
  const person = await listed(units.farShop, { name, identityNumber, phone: house.stranger().phone })
  const actor = await proves(person)

  await expect(takes(actor, await firstClaim(actor))).rejects.toMatchObject({ code: 'membership.person_must_prove' })
  expect(await holders(identityNumber)).toEqual([{ person: member.actor.person, cell: units.shop.cell }])
  expect(await broken()).toEqual([])
})

test('whose phone is not on the roster joins by a code, and the officer’s decision makes both one, from the roster’s day (MEM-11)', async () => {
  const person = await listed(units.cousinShop)
  await listed(units.farShop, person)
  const officer = await house.officer(units.cousinShop)
  const scanned = await house.code(units.cousinShop)
  const who = await house.applies({ ...person, phone: house.stranger().phone, code: scanned })
  expect(who.outcome.outcome).toBe('provisional')
  const matter = who.outcome.card?.matter
  const key = { cell: matter?.cell, matter: matter?.id }
  expect(await house.asks(officer, findApplication, key)).toMatchObject({
    roster: { name: person.name, since: '2015-06-01' },
  })

  await house.does(officer, confirmApplication, { ...key, decidedOn: '2026-03-02' })

  const rows = await rowsOf(person.identityNumber)
  expect(rows.filter(({ unit }) => unit === units.cousinShop.id).map(({ status, since }) => [status, since])).toEqual(
    expect.arrayContaining([
      ['ended', '2015-06-01'],
      ['active', '2015-06-01'],
    ]),
  )
  // The roster of another union still waits for the person, who is a member now.
  expect(await claimsOf(who.actor)).toMatchObject([{ unit: { id: units.farShop.id } }])
  expect(await broken()).toEqual([])
})

test('a listed row that cannot be found, and an entry that was left behind, are both named', async () => {
  const person = await listed(units.siblingShop)
  const digest = services.keyring.digest('identity', `resident_card:${person.identityNumber}`)
  const [kept] = await house.rows('delete from membership.listed_directory where digest = $1 returning *', [digest])

  expect(await broken()).toEqual([expect.stringMatching(/^membership.listed: .*cannot be found by their number$/)])

  await house.rows('insert into membership.listed_directory values ($1, $2, $3, $4)', [
    digest,
    kept?.cell_id,
    kept?.membership_id,
    kept?.phone_digest,
  ])
  await house.rows(`update membership.membership set status = 'ended' where id = $1`, [kept?.membership_id])
  expect(await broken()).toContainEqual(expect.stringMatching(/^membership.listed: .*is still found/))
  await house.rows(`update membership.membership set status = 'listed' where id = $1`, [kept?.membership_id])
})

test('a member corrects their own name; their union’s desk is told, and nobody else can', async () => {
  const desk = await house.officer(units.neighbourShop)
  await house.rows('update organization.unit set desk_post_id = $1 where id = $2', [
    desk.post.id,
    units.neighbourShop.id,
  ])
  const person = await listed(units.neighbourShop)
  const actor = await proves(person)
  const key = await firstClaim(actor)
  await house.does(actor, takeRecord, key)

  const after = await house.does(actor, correctName, { ...key, name: ' 买买提 · 阿卜杜 ' })

  expect(after.name).toBe('买买提·阿卜杜')
  expect(await house.asks(actor, findMyCard, {})).toMatchObject({ name: '买买提·阿卜杜' })
  expect(await house.rows('select kind from kernel.message where account_id = $1', [desk.account])).toEqual([
    { kind: 'membership.message.name_corrected' },
  ])
  const other = await proves(await listed(units.neighbourShop))
  await expect(house.does(other, correctName, { ...key, name: '王五' })).rejects.toMatchObject({
    code: 'kernel.absent',
  })
  await expect(house.does(actor, correctName, { ...key, name: '王5' })).rejects.toMatchObject({
    code: 'kernel.invalid_input',
  })
  expect(await broken()).toEqual([])
})

test('another phone is taken by its code alone: older sessions end, and the old number signs in no more (G-08)', async () => {
  const person = await listed(units.neighbourShop)
  const actor = await proves(person)
  const key = await firstClaim(actor)
  await house.does(actor, takeRecord, key)
  const { phone } = house.stranger()
  await house.phoneCode(phone)
  await expect(house.does(actor, correctPhone, { ...key, phone, phoneCode: '000000' })).rejects.toMatchObject({
    code: 'people.phone_code_wrong',
  })

  const { cookie, answer } = await perform(services, actor, correctPhone, {
    ...{ ...key, phone, phoneCode: await house.phoneCode(phone) },
  })

  expect(answer.phoneMask).toBe(maskPhone(phone))
  expect(await whoseSession(services, cookie?.value ?? '')).toMatchObject({ account: actor.account })
  const [sessions] = await house.rows(
    'select count(*)::int as open from people.session where account_id = $1 and ended_at is null',
    [actor.account],
  )
  expect(sessions).toEqual({ open: 1 })
  expect(await proves({ ...person, phone })).toMatchObject({ account: actor.account })
  await expect(proves(person)).rejects.toMatchObject({ code: 'membership.nothing_to_claim' })
  expect(await broken()).toEqual([])
})

test('a member whom a roll has had from before, and who never signed in, claims it on the same page and is signed in as they are', async () => {
  const { name, identityNumber, phone } = house.stranger()
  const { cell, path, id } = units.siblingShop
  const person = { name, identityKind: 'resident_card', identityNumber, birthDate: '1990-05-01', sex: 'male' } as const
  const personId = newId()
  await inTransaction(services.pool, cellsBetween(cell, cell), async (tx) => {
    const row = { id: personId, path, person, phone, account: null, holdsNumber: true }
    await enterMany(tx, services, cell, [row], house.now())
    const member = { personId, path, unit: id, person, status: 'active', since: '2020-01-01', claim: null } as const
    await tellFacts(tx, await enrolMany(tx, cell, [member], house.now()), house.now())
  })
  await expect(proves({ name, identityNumber, phone: house.stranger().phone })).rejects.toMatchObject({
    code: 'membership.nothing_to_claim',
  })

  const actor = await proves({ name, identityNumber, phone })

  expect(actor.person).toBe(personId)
  expect(await rowsOf(identityNumber)).toMatchObject([{ status: 'active', claimed: true, affirmed: true }])
  expect(await house.asks(actor, findMyCard, {})).toMatchObject({ status: 'active', since: '2020-01-01' })
  expect(await broken()).toEqual([])
})

test('at the window a phone is not changed on a record nobody has claimed: whoever got it could claim it (design 2.1)', async () => {
  const person = await listed(units.siblingShop)
  const officer = await house.officer(units.siblingShop)
  const [row] = await house.rows(
    `select id as membership from membership.membership where cell_id = $1 and name = $2 and status = 'listed' order by id desc`,
    [units.siblingShop.cell, person.name],
  )
  const { phone } = house.stranger()
  const proof = { kind: 'code', phoneCode: await house.phoneCode(phone) }

  await expect(
    house.does(officer, changePhone, { cell: units.siblingShop.cell, ...row, phone, proof }),
  ).rejects.toMatchObject({ code: 'membership.listed_unclaimed' })
})
