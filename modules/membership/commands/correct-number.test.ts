import { maskIdentityNumber } from '@gongqiao/codes'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { listPeople } from '../../../tests/rosters.ts'
import { confirmApplication } from './confirm-application.ts'
import { correctNumber } from './correct-number.ts'

const house = await openHouse()
const { units, services } = house
const { cell, path } = units.shop
const officer = await house.officer(units.shop)

async function scanned(): Promise<string> {
  const file = newId()
  await house.rows(
    `insert into kernel.file (cell_id, id, path, hash, media_type, size_bytes, account_id, at)
     values ($1, $2, $3, '', 'image/png', 1, $4, $5)`,
    [cell, file, path, officer.account, house.now()],
  )
  return file
}
async function member() {
  const person = await house.applies({ unit: units.shop })
  const matter = person.outcome.card?.matter
  await house.does(officer, confirmApplication, { cell, matter: matter?.id, decidedOn: '2026-03-02' })
  const [row] = await house.rows('select id from membership.membership where person_id = $1', [person.actor.person])
  return { ...person, membership: String(row?.id) }
}
const holderOf = async (number: string) =>
  (
    await house.rows('select person_id as person from people.identity_directory where digest = $1', [
      services.keyring.digest('identity', `resident_card:${number}`),
    ])
  )[0]?.person

test('the document shown at the window corrects a number: the old one is let go, the new one held, the person told (MEM-13)', async () => {
  const person = await member()
  const { identityNumber } = house.stranger()
  const given = { cell, membership: person.membership, identityKind: 'resident_card', identityNumber }

  const after = await house.does(officer, correctNumber, { ...given, file: await scanned() })

  expect(after.identityMask).toBe(maskIdentityNumber(identityNumber))
  expect(await holderOf(identityNumber)).toBe(person.actor.person)
  expect(await holderOf(person.identityNumber)).toBeUndefined()
  expect(
    await house.rows(`select kind from kernel.message where account_id = $1 and kind like '%number_corrected'`, [
      person.actor.account,
    ]),
  ).toHaveLength(1)
  expect(await house.audit(person.actor.person)).toContainEqual(
    expect.objectContaining({
      act: 'membership.correct_number',
      post_id: officer.post.id,
      after: expect.objectContaining({ numberCorrected: true }),
    }),
  )
})

test('without the scanned document, with a number that cannot be, or another member’s, nothing changes', async () => {
  const [person, other] = [await member(), await member()]
  const key = { cell, membership: person.membership, identityKind: 'resident_card' }
  const { identityNumber } = house.stranger()
  const refused = (input: object) => house.does(officer, correctNumber, { ...key, ...input })

  await expect(refused({ identityNumber, file: newId() })).rejects.toMatchObject({ code: 'kernel.invalid_input' })
  await expect(refused({ identityNumber: '11010119900101123', file: await scanned() })).rejects.toMatchObject({
    code: 'kernel.invalid_input',
  })
  await expect(refused({ identityNumber: other.identityNumber, file: await scanned() })).rejects.toMatchObject({
    code: 'membership.number_of_another',
  })

  expect(await holderOf(person.identityNumber)).toBe(person.actor.person)
  expect(await holderOf(other.identityNumber)).toBe(other.actor.person)
})

test('a record nobody has claimed is not corrected there, nor by an officer of another place', async () => {
  const line = { ...house.stranger(), since: null }
  await listPeople(services, units.shop, [line])
  const [row] = await house.rows(
    `select m.id as membership from membership.membership m where m.cell_id = $1 and m.name = $2 and m.status = 'listed'`,
    [cell, line.name],
  )
  const person = await member()
  const { identityNumber } = house.stranger()
  const given = { cell, identityKind: 'resident_card', identityNumber, file: await scanned() }

  await expect(house.does(officer, correctNumber, { ...given, ...row })).rejects.toMatchObject({
    code: 'membership.listed_unclaimed',
  })
  const far = await house.officer(units.farShop)
  await expect(house.does(far, correctNumber, { ...given, membership: person.membership })).rejects.toMatchObject({
    code: 'kernel.absent',
  })
})
