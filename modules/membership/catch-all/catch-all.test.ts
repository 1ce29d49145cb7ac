import { perform } from '@gongqiao/kernel/command/perform.ts'
import { whoseSession } from '@gongqiao/modules/people/index.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { submitApplication } from '../commands/submit-application.ts'
import { noticeVersion } from '../index.ts'
import { findInvitation } from '../queries/find-invitation.ts'
import { findMyCard } from '../queries/find-my-card.ts'
import { membershipReactions } from '../reactions.ts'
import { closeCatchAll } from './commands/close-catch-all.ts'
import { openCatchAll } from './commands/open-catch-all.ts'
import { proposeFederation } from './commands/propose-federation.ts'
import { findCatchAll } from './queries/find-catch-all.ts'

const house = await openHouse()
const { units } = house
const { cell } = units.township
const officer = await house.officer(units.township)
const code = await house.code(units.township)
const decision = { occupations: ['courier', 'food_rider'], decidedOn: '2026-03-01', document: '沙工委〔2026〕3号' }

/** Somebody applies by the township's code and says what they do. */
async function applies(occupation?: string) {
  const { name, identityNumber, phone } = house.stranger()
  const form = {
    code,
    name,
    identityKind: 'resident_card',
    identityNumber,
    phone,
    phoneCode: await house.phoneCode(phone),
  }
  const { answer, cookie } = await perform(house.services, house.anyone(), submitApplication, {
    ...{ ...form, consents: { notice: noticeVersion, sensitive: true } },
    ...(occupation !== undefined && { occupation }),
  })
  const who = await whoseSession(house.services, cookie?.value ?? '')
  if (!who) throw new Error('whoever applies is signed in')
  return { answer, actor: { kind: 'person', language: 'zh', keyOwner: who.account, ...who } as const }
}
/** What the network does when it hears of applications: whoever is due is taken in. */
async function statusSoon(actor: Awaited<ReturnType<typeof applies>>['actor']): Promise<string> {
  await house.settled()
  for (const reaction of membershipReactions(house.services)) {
    if (reaction.name !== 'membership.take_in_at_once') continue
    const rows = await house.rows(`select body from kernel.fact where name = 'membership.applied' and cell_id = $1`, [
      cell,
    ])
    await reaction.react(
      cell,
      rows.map((row, number) => ({ number, at: house.now(), name: 'membership.applied', body: asBody(row.body) })),
    )
  }
  return (await house.asks(actor, findMyCard, {})).status
}
/** Safe because every fact's body is an object. */
function asBody(body: unknown): { readonly [key: string]: unknown } {
  return body as { readonly [key: string]: unknown }
}

test('a courier who applies to a catch-all union is a full member in the same minute, by its committee’s standing decision (MEM-03, MEM-11)', async () => {
  await house.does(officer, openCatchAll, { unit: units.township.id, ...decision })
  const invitation = await house.asks(house.anyone(), findInvitation, { code })

  const person = await applies('courier')

  expect(invitation.occupations).toEqual(['courier', 'food_rider'])
  expect(await statusSoon(person.actor)).toBe('active')
  expect(await house.asks(person.actor, findMyCard, {})).toMatchObject({ since: '2026-03-02' })
  const view = await house.asks(officer, findCatchAll, { unit: units.township.id })
  expect(view).toMatchObject({ open: true, people: [{ occupation: 'courier', people: 1 }] })
})

test('whoever says nothing, or does other work, is decided on by the committee as everywhere', async () => {
  await house.does(officer, openCatchAll, { unit: units.township.id, ...decision })
  const [silent, guard, rider] = [await applies(), await applies('guard'), await applies('food_rider')]

  expect(await statusSoon(rider.actor)).toBe('active')

  expect(await house.asks(silent.actor, findMyCard, {})).toMatchObject({ status: 'provisional' })
  expect(await house.asks(guard.actor, findMyCard, {})).toMatchObject({ status: 'provisional' })
})

test('members are asked whether they want to move to their federation, each once, and nobody moves by it', async () => {
  await house.does(officer, openCatchAll, { unit: units.township.id, ...decision })
  const person = await applies('food_rider')
  await statusSoon(person.actor)
  const proposal = { unit: units.township.id, to: units.siblingShop.id, occupation: 'food_rider' }

  const first = await house.does(officer, proposeFederation, proposal)
  const second = await house.does(officer, proposeFederation, proposal)

  expect(first.asked).toBeGreaterThan(0)
  expect(second.asked).toBe(0)
  expect(await house.asks(person.actor, findMyCard, {})).toMatchObject({ unit: { id: units.township.id } })
  expect(
    await house.rows('select origin, to_unit_id from membership.transfer_call where person_id = $1', [
      person.actor.person,
    ]),
  ).toEqual([{ origin: 'union', to_unit_id: units.siblingShop.id }])
})

test('once the decision is ended nobody is taken in at once', async () => {
  await house.does(officer, openCatchAll, { unit: units.township.id, ...decision })
  await house.does(officer, closeCatchAll, { unit: units.township.id })

  const person = await applies('courier')
  await house.settled()

  expect(await house.asks(person.actor, findMyCard, {})).toMatchObject({ status: 'provisional' })
  expect((await house.asks(house.anyone(), findInvitation, { code })).occupations).toEqual([])
})

test('an employer’s own union is no catch-all, and a decision lies in the past', async () => {
  const boss = await house.officer(units.shop)

  await expect(house.does(boss, openCatchAll, { unit: units.shop.id, ...decision })).rejects.toMatchObject({
    code: 'membership.catch_all_of_place',
  })
  await expect(
    house.does(officer, openCatchAll, { unit: units.township.id, ...decision, decidedOn: '2026-03-03' }),
  ).rejects.toMatchObject({ faults: [{ field: '/decidedOn', code: 'membership.day_in_future' }] })
  await expect(house.does(boss, openCatchAll, { unit: units.township.id, ...decision })).rejects.toMatchObject({
    code: 'kernel.absent',
  })
})
