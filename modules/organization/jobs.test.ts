import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { inviteOfficer } from './commands/invite-officer.ts'
import { renewInvitation } from './commands/renew-invitation.ts'
import { organizationJobs } from './jobs.ts'

const house = await openHouse()
const { units } = house
const parts = { services: house.services, jobPool: house.jobPool, signal: new AbortController().signal }
const [escalate, forget] = organizationJobs
if (!escalate || !forget) throw new Error('the module lets late matters rise, and forgets contacts')
await house.officer(units.shop, 'grassroots_officer')
await house.officer(units.farShop, 'grassroots_officer')
const [county, farCounty] = [await house.officer(units.county), await house.officer(units.farCounty)]
const auditsOf = () =>
  house.rows(`select cell_id from kernel.audit where act = 'organization.escalate_matters' order by cell_id`)

test('each morning what is late rises in every cell, and a cell without anything late is left alone', async () => {
  await house.applies()
  await house.applies({ unit: units.farShop })
  await house.applies({ unit: units.neighbourShop })
  await house.rows(`update kernel.matter set due_on = '2026-06-01' where cell_id = $1`, [units.neighbourShop.cell])
  house.moveTo('2026-03-23T06:00:00+08:00')
  expect(await escalate.run(parts)).toMatchObject({ risen: 0 })
  expect(await auditsOf()).toEqual([])

  house.moveTo('2026-03-24T06:00:00+08:00')
  expect(await escalate.run(parts)).toEqual({ cells: 3, risen: 2 })

  expect(await auditsOf()).toEqual([{ cell_id: units.farShop.cell }, { cell_id: units.shop.cell }])
  const owners = await house.rows(
    'select owner_post_id as owner from kernel.matter where escalations = 1 order by cell_id',
  )
  expect(owners).toEqual([{ owner: farCounty.post.id }, { owner: county.post.id }])
})

test('a run that is told to stop ends between two cells', async () => {
  await expect(escalate.run({ ...parts, signal: AbortSignal.abort() })).rejects.toThrow()
})

test('30 days after the link of an invitation has ended it is no longer kept where it was sent', async () => {
  const wish = {
    unit: units.shop.id,
    role: 'grassroots_officer',
    title: '工会主席',
    name: '王甲',
    phone: '15412340001',
  }
  const made = await house.does(county, inviteOfficer, wish)
  await house.settled()
  const kept = () =>
    house.rows(
      'select phone_mask, phone_cipher is not null as kept from organization.officer_invitation where id = $1',
      [made.invitation],
    )
  const day = (days: number) => house.moveTo(new Date(Date.parse(made.expiresAt) + days * 86_400_000).toISOString())

  day(29)
  expect(await forget.run(parts)).toMatchObject({ forgotten: 0 })
  expect(await kept()).toMatchObject([{ kept: true }])
  day(31)
  expect(await forget.run(parts)).toMatchObject({ forgotten: 1 })

  expect(await kept()).toEqual([{ phone_mask: expect.stringContaining('*'), kept: false }])
  const { link } = await house.does(county, renewInvitation, { cell: made.cell, invitation: made.invitation })
  expect(link).toContain('/console/invitation#')
})
