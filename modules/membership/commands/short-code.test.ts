import { makeShortCode } from '@gongqiao/codes'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { guessLimit, sourceOf } from '../short-codes.ts'
import { makeJoiningCode } from './make-joining-code.ts'
import { openShortCode } from './open-short-code.ts'
import { revokeJoiningCode } from './revoke-joining-code.ts'

const house = await openHouse()
const { units } = house

async function made(validDays = 30) {
  return house.does(await house.officer(units.shop), makeJoiningCode, { unit: units.shop.id, label: '海报', validDays })
}
const from = (address: string) => ({ ...house.anyone(), address })
/** A code in its right form that stands for nothing. */
async function nobodys(): Promise<string> {
  for (let number = 0; ; number++) {
    const code = makeShortCode([28, 28, 28, 28, number])
    if ((await house.rows('select 1 from membership.short_code where code = $1', [code])).length === 0) return code
  }
}

test('every joining code has a short one, drawn at random, that opens the same invitation', async () => {
  const [one, other] = [await made(), await made()]

  const invitation = await house.does(house.anyone(), openShortCode, { code: one.shortCode })

  expect(one.shortCode).toMatch(/^[2-9A-HJKMNPQRT-Y]{6}$/)
  expect(one.shortCode).not.toBe(other.shortCode)
  expect(one.shortLink).toBe(`http://localhost:3000/j/${one.shortCode}`)
  expect(invitation.code).toBe(one.link.split('/').at(-1))
  expect(invitation.unit.id).toBe(units.shop.id)
  const typed = `${one.shortCode.slice(0, 3).toLowerCase()} ${one.shortCode.slice(3).toLowerCase()}`
  expect((await house.does(house.anyone(), openShortCode, { code: typed })).code).toBe(invitation.code)
})

test('whoever types the short code joins through it, and the application counts for it', async () => {
  const code = await made()
  const { code: signed } = await house.does(house.anyone(), openShortCode, { code: code.shortCode })

  const { outcome } = await house.applies({ code: signed })

  expect(outcome.outcome).toBe('provisional')
  expect(
    await house.rows('select count(*)::int as used from membership.application where cell_id = $1 and code_id = $2', [
      code.cell,
      code.id,
    ]),
  ).toEqual([{ used: 1 }])
})

test('a short code ends when its joining code does', async () => {
  const [revoked, expired] = [await made(), await made(1)]
  await house.does(await house.officer(units.shop), revokeJoiningCode, { cell: revoked.cell, id: revoked.id })
  const before = house.now().toISOString()
  house.moveTo('2026-03-04T09:00:00+08:00')

  const opened = (code: string) => house.does(house.anyone(), openShortCode, { code })
  await expect(opened(revoked.shortCode)).rejects.toMatchObject({ code: 'membership.code_revoked' })
  await expect(opened(expired.shortCode)).rejects.toMatchObject({ code: 'membership.code_expired' })
  house.moveTo(before)
})

test('a code that stands for nothing is refused in words, and so is a slip of the finger', async () => {
  const wrong = await nobodys()

  const answers = await Promise.all(
    [wrong, '123456', 'ABCDEF', '入会'].map((code) =>
      house.server.inject({
        method: 'POST',
        url: '/api/joining/short-codes',
        headers: { 'x-gongqiao': '1' },
        payload: { code },
      }),
    ),
  )

  for (const answer of answers) {
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ code: 'membership.short_code_unknown', title: '没有这个短码' })
  }
})

test('whoever guesses has to wait, also for a right code, and nobody else does', async () => {
  const right = (await made()).shortCode
  const wrong = await nobodys()
  const guesser = from('203.0.113.7')
  for (let guess = 0; guess < guessLimit.most; guess++) {
    await expect(house.does(guesser, openShortCode, { code: wrong })).rejects.toMatchObject({
      code: 'membership.short_code_unknown',
    })
  }

  await expect(house.does(guesser, openShortCode, { code: right })).rejects.toMatchObject({
    code: 'kernel.too_many_requests',
  })
  expect((await house.does(from('203.0.113.8'), openShortCode, { code: right })).unit.id).toBe(units.shop.id)
  house.moveTo('2026-03-02T09:11:00+08:00')
  expect((await house.does(guesser, openShortCode, { code: right })).unit.id).toBe(units.shop.id)
  house.moveTo('2026-03-02T09:00:00+08:00')
})

test('a slip of the finger does not count as a guess', async () => {
  const right = (await made()).shortCode
  const clumsy = from('203.0.113.9')
  for (let slip = 0; slip < guessLimit.most + 5; slip++) {
    await expect(house.does(clumsy, openShortCode, { code: '000000' })).rejects.toMatchObject({
      code: 'membership.short_code_unknown',
    })
  }

  expect((await house.does(clumsy, openShortCode, { code: right })).unit.id).toBe(units.shop.id)
})

test('all addresses of one IPv6 network are one source, and no address is kept', async () => {
  const source = (address: string) => sourceOf(house.services, address).toString('hex')

  expect(source('2001:db8:1:2::5')).toBe(source('2001:db8:1:2:aaaa:bbbb:cccc:dddd'))
  expect(source('2001:db8:1:2::5')).not.toBe(source('2001:db8:1:3::5'))
  expect(source('::1')).toBe(source('0:0:0:0:9:9:9:9'))
  const kept = JSON.stringify(await house.rows('select source from membership.short_code_guess'))
  expect(kept).not.toContain('203.0.113')
})

test('a short code is kept for its joining code until a year after its end', async () => {
  const code = await made(1)

  expect(await house.rows('select free_from from membership.short_code where code = $1', [code.shortCode])).toEqual([
    { free_from: new Date('2027-03-03T09:00:00+08:00') },
  ])
})
