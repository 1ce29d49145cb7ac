import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { expect, test } from 'vitest'
import { systemActor } from '../../../kernel/command/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { openHouse } from '../../../tests/house.ts'
import { readPdf } from '../../../tests/read-pdf.ts'
import { registrationForm } from '../../../tests/registration-form.ts'
import { foundingInvariants } from '../founding/invariants.ts'
import { findUnit } from '../queries/find-unit.ts'
import { applyForRegistration } from './commands/apply-for-registration.ts'
import { grantRegistration } from './commands/grant-registration.ts'
import { mendRegistration } from './commands/mend-registration.ts'
import { remindCertificates } from './commands/remind-certificates.ts'
import { returnRegistration } from './commands/return-registration.ts'
import { withdrawRegistration } from './commands/withdraw-registration.ts'
import { draftRegistration } from './queries/draft-registration.ts'
import { drawCertificate } from './queries/draw-certificate.ts'
import { findRegistration } from './queries/find-registration.ts'
import { listCertificates } from './queries/list-certificates.ts'
import { listRegistrations } from './queries/list-registrations.ts'
import { listUnitRegistrations } from './queries/list-unit-registrations.ts'

const house = await openHouse()
const { shop, siblingShop, cousinShop, neighbourShop, county, province, township, farShop } = house.units
const registrar = await house.officer(county)
const code = '81110105MC0000012B'
const on = '2026-03-02'

const apply = async (unit: { id: string }, more: object = {}) =>
  house.does(await house.officer(unit), applyForRegistration, {
    unit: unit.id,
    wish: 'first',
    form: registrationForm,
    ...more,
  })
const grant = (of: { cell: number; matter: string }, more: object = {}) =>
  house.does(registrar, grantRegistration, { cell: of.cell, matter: of.matter, on, creditCode: code, ...more })
const faultsOf = async (work: Promise<unknown>) => {
  const refused = await work.catch((error: unknown) => error)
  return refused instanceof Refusal ? refused.faults.map(({ field, code: said }) => `${field} ${said}`) : []
}

test('a union applies, the county registers it, and its certificate is valid as long as the term (ORG-31, ORG-35, ORG-36)', async () => {
  const made = await apply(shop)
  expect(made).toMatchObject({
    state: 'submitted',
    registrar: { id: county.id },
    incomeTotal: '4.8',
    fundsTotal: '1.5',
    premisesTotal: '100',
    validTo: '2031-03-01',
  })
  const own = await house.officer(shop)
  await expect(
    house.does(own, grantRegistration, { cell: made.cell, matter: made.matter, on, creditCode: code }),
  ).rejects.toThrow('kernel.absent')
  expect((await house.asks(registrar, listRegistrations, { unit: county.id })).items).toMatchObject([
    { unit: shop.name },
  ])

  const granted = await grant(made)

  expect(granted).toMatchObject({
    state: 'granted',
    certificate: {
      number: code,
      creditCode: code,
      validFrom: on,
      validTo: '2031-03-01',
      representative: '张一',
      state: 'valid',
      issue: 1,
      registrar: county.name,
    },
  })
  expect((await house.asks(own, findUnit, { unit: shop.id })).unit.creditCode).toBe(code)
  expect((await house.asks(registrar, listRegistrations, { unit: county.id })).items).toEqual([])
  expect((await house.asks(own, listUnitRegistrations, { unit: shop.id })).current?.number).toBe(code)
  expect((await house.asks(registrar, listCertificates, { unit: county.id })).items).toHaveLength(1)
})

test('the certificate is printed, and one that was recalled says so', async () => {
  const own = await house.officer(shop)
  const { current } = await house.asks(own, listUnitRegistrations, { unit: shop.id })
  if (!current) throw new Error('the union is registered')

  const { bytes } = await house.asks(own, drawCertificate, { cell: current.cell, id: current.id })

  const words = readPdf(bytes)[0]?.text.replace(/\s/g, '') ?? ''
  for (const word of [code, '张一', '2026年3月2日至2031年3月1日', county.name]) expect(words).toContain(word)
})

test('the form is sealed: no number and no phone lies openly in the database', async () => {
  const [row] = await house.rows('select registration::text as whole from organization.registration limit 1')
  expect(String(row?.whole)).not.toContain(registrationForm.representative.identityNumber)
  expect(String(row?.whole)).not.toContain(Buffer.from(registrationForm.representative.mobile).toString('hex'))
})

test('nothing is asked that the network knows', async () => {
  const own = await house.officer(shop)
  const draft = await house.asks(own, draftRegistration, { unit: shop.id, wish: 'change' })
  expect(draft).toMatchObject({
    obstacle: null,
    registrar: { id: county.id },
    known: { name: shop.name, scope: registrationForm.scope, employees: 60, priorCertificate: code },
  })
  expect((await house.asks(own, draftRegistration, { unit: shop.id, wish: 'renewal' })).obstacle).toBe(
    'organization.registration.too_early',
  )
})

test('a change is a new issue, and the one before is recalled; after 30 days it is marked late (ORG-37)', async () => {
  const change = { wish: 'change', changedOn: '2026-01-15', changes: ['name', 'address'] }
  const made = await apply(shop, { ...change, form: { ...registrationForm, name: '沙面制衣厂工会委员会' } })
  expect(made.late).toBe(true)

  const granted = await grant(made, { creditCode: undefined })

  expect(granted.certificate).toMatchObject({ issue: 2, number: code, name: '沙面制衣厂工会委员会', differs: false })
  const { certificates } = await house.asks(registrar, listUnitRegistrations, { unit: shop.id })
  expect(certificates.map(({ state }) => state)).toEqual(['valid', 'changed'])
  expect((await house.asks(registrar, findUnit, { unit: shop.id })).unit.name).toBe('沙面制衣厂工会委员会')
})

test('a renewal waits for its window, whose opening the union is told once (ORG-36)', async () => {
  await expect(apply(shop, { wish: 'renewal' })).rejects.toThrow('organization.registration.too_early')
  const [to] = await house.rows(
    'select valid_to::text from organization.certificate where unit_id = $1 and ended_on is null',
    [shop.id],
  )
  const window = (await house.asks(registrar, listCertificates, { unit: shop.id })).items[0]?.renewalFrom ?? ''
  expect(to?.valid_to).toBe('2031-03-01')
  expect(window).toBe('2031-01-30')
  const system = systemActor('test')
  house.moveTo('2031-01-29T09:00:00+08:00')
  expect(await house.does(system, remindCertificates, { cell: shop.cell })).toEqual({ reminded: 0 })
  house.moveTo('2031-01-30T09:00:00+08:00')
  expect(await house.does(system, remindCertificates, { cell: shop.cell })).toEqual({ reminded: 1 })
  expect(await house.does(system, remindCertificates, { cell: shop.cell })).toEqual({ reminded: 0 })
  house.moveTo('2026-03-02T09:00:00+08:00')
})

test('183 days after the term and without an extension no certificate is issued; with one it is (ELE-04)', async () => {
  const old = { ...registrationForm, firstFoundedOn: '2021-01-01', electedOn: '2022-08-31', termYears: 3 }
  await expect(apply(siblingShop, { form: old })).rejects.toThrow('organization.registration.term_over')
  const still = await apply(siblingShop, { form: { ...old, electedOn: '2022-09-10' } })
  expect(still.validTo).toBe('2026-03-09')
  const own = await house.officer(siblingShop)
  await house.does(own, withdrawRegistration, { cell: still.cell, matter: still.matter })
  const extended = { ...old, extendedUntil: '2026-08-30', extensionNumber: '沙工〔2026〕8号' }
  expect((await apply(siblingShop, { form: extended })).validTo).toBe('2026-08-30')
})

test('an application that was returned goes back to the registrar once mended, and is open once at a time', async () => {
  const made = await apply(cousinShop)
  const own = await house.officer(cousinShop)
  await expect(apply(cousinShop)).rejects.toThrow('organization.registration.open_already')

  const returned = await house.does(registrar, returnRegistration, {
    cell: made.cell,
    matter: made.matter,
    reason: 'funds',
  })
  expect(returned).toMatchObject({ state: 'returned' })
  expect((await house.asks(own, findRegistration, { cell: made.cell, matter: made.matter })).steps).toEqual([
    'resubmit',
    'withdraw',
  ])
  await expect(grant(made)).rejects.toThrow('matter.step_not_open')
  const form = { ...registrationForm, fundsLiquid: '2' }
  const mended = await house.does(own, mendRegistration, { cell: made.cell, matter: made.matter, form })

  expect(mended).toMatchObject({ state: 'submitted', fundsTotal: '2.5' })
})

test('a railway’s union is registered by the province, though that does not cover its place (ORG-35)', async () => {
  const made = await apply(neighbourShop, { affiliation: 'railway' })
  expect(made.registrar.id).toBe(province.id)
  const provincial = await house.officer(province)
  expect((await house.asks(provincial, listRegistrations, { unit: province.id })).items).toHaveLength(1)
  const other = await apply(farShop, { affiliation: 'central_elsewhere' })
  expect(other.registrar.id).toBe(province.id)
  const key = { cell: other.cell, matter: other.matter }
  await expect(house.asks(registrar, findRegistration, key)).rejects.toThrow('kernel.absent')

  const granted = await house.does(provincial, grantRegistration, { ...key, on, creditCode: code })

  expect(granted).toMatchObject({ state: 'granted', unit: { id: farShop.id } })
})

test('general unions are legal persons by law and need no registration (ORG-30)', async () => {
  await expect(apply(county)).rejects.toThrow('organization.registration.by_law')
  expect((await apply(township)).registrar.id).toBe(county.id)
})

test('a cancellation brings its proof, and recalls the certificate (ORG-38)', async () => {
  expect(await faultsOf(apply(shop, { wish: 'cancellation' }))).toEqual([
    '/clearedNumber kernel.field_missing',
    '/clearedOn kernel.field_missing',
  ])
  const made = await apply(shop, {
    wish: 'cancellation',
    clearedNumber: '清〔2026〕1号',
    clearedOn: on,
    because: '企业终止',
  })

  const granted = await grant(made, { creditCode: undefined })

  expect(granted.certificate).toMatchObject({ state: 'cancelled' })
  expect((await house.asks(registrar, listUnitRegistrations, { unit: shop.id })).current).toBeNull()
})

test('a code that is no union’s is named, and nothing is granted (T-USCC-3)', async () => {
  const [waiting] = (await house.asks(registrar, listRegistrations, { unit: county.id })).items.filter(
    ({ unit }) => unit === cousinShop.name,
  )
  if (!waiting) throw new Error('an application waits')
  expect(await faultsOf(grant(waiting, { creditCode: '91350100M000100Y43' }))).toEqual([
    '/creditCode organization.credit.union_prefix',
  ])
  expect(await faultsOf(grant(waiting, { creditCode: undefined }))).toEqual(['/creditCode kernel.field_missing'])
})

test('verify names a certificate without an application, and one with another code than its union has', async () => {
  const broken = async () => {
    const found: string[] = []
    const onBreach = (_: unknown, { words }: { words: string }) => found.push(words)
    await verify(house.services.pool, foundingInvariants, { onBreach }, new AbortController().signal)
    return found
  }
  expect(await broken()).toEqual([])

  await house.rows(`update organization.unit set credit_code = null where id = $1`, [farShop.id])
  expect(await broken()).toEqual(['names another credit code than its union has'])
  await house.rows(`update organization.unit set credit_code = $2 where id = $1`, [farShop.id, code])
  await house.rows(`update organization.certificate set unit_id = $2, cell_id = $3 where unit_id = $1`, [
    farShop.id,
    house.units.farCounty.id,
    farShop.cell,
  ])
  expect(await broken()).toEqual(['was issued without an application that was granted'])
  await house.rows(`update organization.certificate set unit_id = $1 where unit_id = $2`, [
    farShop.id,
    house.units.farCounty.id,
  ])
})
