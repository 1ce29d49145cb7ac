import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { findMyMatter, listMyMatters } from '../../../tests/matters.ts'
import { findApplication } from '../queries/find-application.ts'
import { confirmApplication } from './confirm-application.ts'
import { resubmitApplication } from './resubmit-application.ts'
import { returnApplication } from './return-application.ts'
import { withdrawApplication } from './withdraw-application.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop, 'grassroots_officer')

async function submitted() {
  const applicant = await house.applies()
  const matter = applicant.outcome.card?.matter
  return { applicant, key: { cell: matter?.cell ?? 0, matter: matter?.id ?? '' } }
}

test('withdrawing ends the provisional membership, and nothing stands in the way of another application (PI-03)', async () => {
  const { applicant, key } = await submitted()

  const after = await house.does(applicant.actor, withdrawApplication, key)

  expect(after).toMatchObject({ state: 'withdrawn', steps: [], due: null })
  const again = await house.applies({
    name: applicant.name,
    identityNumber: applicant.identityNumber,
    phone: applicant.phone,
  })
  expect(again.outcome.outcome).toBe('provisional')
  expect((await house.asks(again.actor, listMyMatters, {})).items).toHaveLength(2)
})

test('nobody withdraws, mends or reads another person’s application', async () => {
  const { key } = await submitted()
  const { applicant: other } = await submitted()

  await expect(house.does(other.actor, withdrawApplication, key)).rejects.toMatchObject({ code: 'kernel.absent' })
  await expect(house.asks(other.actor, findMyMatter, key)).rejects.toMatchObject({ code: 'kernel.absent' })
  const form = { ...key, name: '张三', identityKind: 'resident_card', identityNumber: other.identityNumber }
  await expect(house.does(other.actor, resubmitApplication, form)).rejects.toMatchObject({ code: 'kernel.absent' })
})

test('a returned application says why, can be mended, and starts its clock anew', async () => {
  const { applicant, key } = await submitted()
  await house.does(officer, returnApplication, { ...key, reason: 'name_and_number_differ', note: '请核对姓名' })
  const returned = await house.asks(applicant.actor, findMyMatter, key)
  house.moveTo('2026-03-10T09:00:00+08:00')

  const form = {
    ...key,
    name: '欧阳䶮',
    identityKind: 'resident_card',
    identityNumber: house.stranger().identityNumber,
  }
  const after = await house.does(applicant.actor, resubmitApplication, form)

  expect(returned).toMatchObject({
    state: 'returned',
    steps: ['resubmit', 'withdraw'],
    due: { rule: 'MEM-MEND', on: '2026-04-01' },
  })
  expect(returned.history.at(-1)).toMatchObject({
    step: 'return',
    reason: 'name_and_number_differ',
    note: '请核对姓名',
  })
  expect(after).toMatchObject({ state: 'submitted', due: { rule: 'MEM-SLA', on: '2026-03-31' } })
  expect(await house.asks(officer, findApplication, key)).toMatchObject({ name: '欧阳䶮' })
  house.moveTo('2026-03-02T09:00:00+08:00')
})

test('mending is refused in every state but returned, and a wrong field is named', async () => {
  const { applicant, key } = await submitted()
  const form = { ...key, name: '欧阳䶮', identityKind: 'resident_card', identityNumber: applicant.identityNumber }

  await expect(house.does(applicant.actor, resubmitApplication, form)).rejects.toMatchObject({
    code: 'matter.step_not_open',
  })
  await expect(
    house.does(applicant.actor, resubmitApplication, { ...form, identityNumber: '110105194912310031' }),
  ).rejects.toMatchObject({
    faults: [{ field: '/identityNumber', code: 'people.identity.checksum' }],
  })
})

test('a decided application is neither returned nor withdrawn', async () => {
  const { applicant, key } = await submitted()
  await house.does(officer, confirmApplication, { ...key, decidedOn: '2026-03-02' })

  await expect(house.does(officer, returnApplication, { ...key, reason: 'other' })).rejects.toMatchObject({
    code: 'matter.step_not_open',
  })
  await expect(house.does(applicant.actor, withdrawApplication, key)).rejects.toMatchObject({
    code: 'matter.step_not_open',
  })
})
