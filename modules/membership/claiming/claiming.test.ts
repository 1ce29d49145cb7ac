import { expect, test } from 'vitest'
import { openClaims } from '../../../tests/claiming-trial.ts'
import { denyRecord } from '../commands/deny-record.ts'
import { proveClaim } from '../commands/prove-claim.ts'
import { submitApplication } from '../commands/submit-application.ts'
import { takeRecord } from '../commands/take-record.ts'
import { findMyCard } from '../queries/find-my-card.ts'
import { findMyRecord } from '../queries/find-my-record.ts'
import { listMyClaims } from '../queries/list-my-claims.ts'

const { house, units, services, code, consents, listed, proves, claimsOf, firstClaim, takes, rowsOf, holders, broken } =
  await openClaims()

test('whoever a roster names holds no number, no phone and no account until they claim', async () => {
  const person = await listed()

  expect(await rowsOf(person.identityNumber)).toEqual([
    expect.objectContaining({ status: 'listed', claimed: false, affirmed: false }),
  ])
  expect(await holders(person.identityNumber)).toEqual([])
  expect(
    await house.rows('select from people.phone_directory where digest = $1', [
      services.keyring.digest('phone', person.phone),
    ]),
  ).toEqual([])
  expect(await broken()).toEqual([])
})

test('the record found says unit, since and masks; taking it starts membership with the roster’s day, number and card', async () => {
  const person = await listed()
  const actor = await proves(person)

  const { items, memberOf } = await house.asks(actor, listMyClaims, {})
  expect(items).toMatchObject(
    [{ unit: { id: units.shop.id }, since: '2015-06-01', identityMask: '44***************X' }].map(
      ({ identityMask: _mask, ...rest }) => rest,
    ),
  )
  expect(items[0]?.nameMask).not.toContain(person.name.slice(1))
  expect(memberOf).toBe(null)
  await expect(house.asks(actor, findMyCard, {})).rejects.toMatchObject({ code: 'membership.no_card' })

  const answer = await house.does(actor, takeRecord, await firstClaim(actor))

  expect(answer).toMatchObject({ outcome: 'taken', card: { status: 'active', since: '2015-06-01' } })
  expect(await rowsOf(person.identityNumber)).toEqual([
    {
      cell: units.shop.cell,
      unit: units.shop.id,
      status: 'active',
      since: '2015-06-01',
      claimed: true,
      affirmed: true,
    },
  ])
  expect(await holders(person.identityNumber)).toEqual([{ person: actor.person, cell: units.shop.cell }])
  expect(await claimsOf(actor)).toEqual([])
  expect(await house.asks(actor, findMyRecord, {})).toMatchObject({ affirmedOn: '2026-03-02', affirmationDue: false })
  expect(await broken()).toEqual([])
})

test('scanning a joining code by the same form finds the record too, of this unit or another', async () => {
  const [here, there] = [await listed(), await listed(units.neighbourShop)]

  for (const person of [here, there]) {
    const who = await house.applies({ ...person, code })
    expect(who.outcome).toEqual({ outcome: 'listed', card: null, memberOf: null })
    expect(await claimsOf(who.actor)).toHaveLength(1)
    expect((await rowsOf(person.identityNumber)).map(({ status }) => status)).toEqual(['listed'])
  }
})

test('a stranger with a leaked name and number learns and gets nothing: without the code, or with a phone of their own (design 2.1)', async () => {
  const person = await listed()
  const form = { ...person, identityKind: 'resident_card', consents }
  await house.phoneCode(person.phone)

  await expect(house.does(house.anyone(), proveClaim, { ...form, phoneCode: '000000' })).rejects.toMatchObject({
    code: 'people.phone_code_wrong',
  })

  const other = house.stranger().phone
  await expect(
    house.does(house.anyone(), proveClaim, { ...form, phone: other, phoneCode: await house.phoneCode(other) }),
  ).rejects.toMatchObject({ code: 'membership.nothing_to_claim' })
  // By a joining code they are a newcomer like any other, and are shown no roster afterwards either.
  const thief = await house.applies({ ...person, phone: other, code })
  expect(thief.outcome.outcome).toBe('provisional')
  expect(await claimsOf(thief.actor)).toEqual([])
  const [row] = await house.rows(
    `select m.cell_id as cell, m.id as membership from membership.membership m join people.person p on p.cell_id = m.cell_id and p.id = m.person_id
     where p.identity_digest = $1 and m.status = 'listed'`,
    [services.keyring.digest('identity', `resident_card:${person.identityNumber}`)],
  )
  await expect(house.does(thief.actor, takeRecord, row)).rejects.toMatchObject({ code: 'kernel.absent' })
  await expect(house.does(thief.actor, denyRecord, { ...row, reason: 'left' })).rejects.toMatchObject({
    code: 'kernel.absent',
  })
  expect(await holders(person.identityNumber)).toEqual([])
})

test('another name than the roster’s finds nothing, whoever has the phone', async () => {
  const person = await listed()

  await expect(proves({ ...person, name: '王别人' })).rejects.toMatchObject({ code: 'membership.nothing_to_claim' })
})

test('who is on a roster under another phone, and who is on none, hear the same after the same statements (design 2.3)', async () => {
  const named = await listed()
  const cases = { named: { ...named, phone: house.stranger().phone }, unknown: house.stranger() }
  const statements: { [name: string]: string[] } = {}
  const answers: { [name: string]: unknown } = {}

  for (const [name, typed] of Object.entries(cases)) {
    const form = { ...typed, identityKind: 'resident_card', consents, phoneCode: await house.phoneCode(typed.phone) }
    statements[name] = await house.statementsOf(async () => {
      const sent = await house.server.inject({ method: 'POST', url: '/api/claims', payload: form })
      answers[name] = { status: sent.statusCode, body: sent.json() }
    })
  }
  for (const [name, typed] of Object.entries(cases)) {
    const form = {
      ...typed,
      code,
      identityKind: 'resident_card',
      consents,
      phoneCode: await house.phoneCode(typed.phone),
    }
    statements[`${name} joins`] = await house.statementsOf(() => house.does(house.anyone(), submitApplication, form))
  }

  expect(answers['named']).toMatchObject({ status: 404 })
  const plain = (answer: unknown) => JSON.stringify(answer).replace(/"instance":"[^"]*"/, '')
  expect(plain(answers['named'])).toEqual(plain(answers['unknown']))
  expect(statements['named']?.length).toBeGreaterThan(0)
  expect(statements['named']).toEqual(statements['unknown'])
  expect(statements['named joins']).toEqual(statements['unknown joins'])
})

test('two claims at once take one record once, and one account holds the phone', async () => {
  const person = await listed()
  const actor = await proves(person)
  const key = await firstClaim(actor)

  const ends = await Promise.allSettled([takes(actor, key), takes(actor, key), takes(actor, key)])

  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await rowsOf(person.identityNumber)).toMatchObject([{ status: 'active' }])
  const told = await house.rows(
    `select body from kernel.outbox where name = 'membership.claimed' and body->>'membership' = $1
    union all select body from kernel.fact where name = 'membership.claimed' and body->>'membership' = $1`,
    [key.membership],
  )
  expect(told).toHaveLength(1)
  expect(await broken()).toEqual([])
})

test('whom several unions list chooses one; the others end, and their desks are told (MEM-13)', async () => {
  const person = house.stranger()
  const desk = await house.officer(units.neighbourShop)
  await house.rows('update organization.unit set desk_post_id = $1 where id = $2', [
    desk.post.id,
    units.neighbourShop.id,
  ])
  for (const unit of [units.shop, units.siblingShop, units.neighbourShop]) await listed(unit, person)
  let actor = await proves(person)
  const far = (await claimsOf(actor)).find(({ unit }) => unit.id === units.neighbourShop.id)
  const near = (await claimsOf(actor)).find(({ unit }) => unit.id === units.siblingShop.id)
  expect(await claimsOf(actor)).toHaveLength(3)

  actor = await takes(actor, { cell: near?.cell ?? 0, membership: near?.membership ?? '' })

  expect((await rowsOf(person.identityNumber)).filter(({ status }) => status !== 'ended')).toMatchObject([
    { status: 'active', unit: units.siblingShop.id },
  ])
  expect(await claimsOf(actor)).toEqual([])
  expect(await house.rows(`select kind from kernel.message where account_id = $1`, [desk.account])).toEqual([
    { kind: 'membership.message.roster_elsewhere' },
  ])
  expect(far).toBeDefined()
  expect(await broken()).toEqual([])
})
