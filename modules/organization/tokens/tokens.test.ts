import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { beforeEach, expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { handOverPost } from '../commands/hand-over-post.ts'
import { makeToken } from '../commands/make-token.ts'
import { revokeToken } from '../commands/revoke-token.ts'
import { tokenScopeNames, tokenScopes } from '../machine.ts'
import { listTokens } from '../queries/list-tokens.ts'
import { actsOf } from '../roles.ts'

const house = await openHouse()
const { units } = house
const county = await house.officer(units.county)
const self = (officer: typeof county) => ({ ...officer, kind: 'officer' as const })
beforeEach(() => house.moveTo('2026-03-02T09:00:00+08:00'))

const wish = { name: '统计程序', scopes: ['figures.read'], days: 30 }
const made = (more = {}, officer = county) => house.does(officer, makeToken, { ...wish, ...more })
const asks = (secret: string, url: string, more = {}) =>
  house.server.inject({ url, headers: { authorization: `Bearer ${secret}`, ...more } })

test('a program with a token does what its scopes say, as the post it was made for, and nothing else', async () => {
  const { secret } = await made()

  expect((await asks(secret, `/api/units/${units.county.id}/figures`)).statusCode).toBe(200)
  const roll = await asks(secret, `/api/units/${units.county.id}/people`)
  expect([roll.statusCode, roll.json().code]).toEqual([403, 'kernel.forbidden'])
  expect((await asks(secret, `/api/units/${units.otherCity.id}/figures`)).statusCode).toBe(404)
  for (const url of ['/api/officer/me', '/api/officer/tokens']) expect((await asks(secret, url)).statusCode).toBe(403)
  const sent = await house.server.inject({
    method: 'POST',
    url: '/api/officer/tokens',
    headers: { authorization: `Bearer ${secret}` },
    payload: wish,
  })
  expect(sent.statusCode).toBe(403)
})

test('the secret is said once: it stands in no list, no table and no audit row', async () => {
  const { secret, token } = await made()
  const kept = JSON.stringify([
    await house.asks(self(county), listTokens, {}),
    await house.rows('select * from organization.access_token'),
    await house.audit(token.id),
    await house.rows('select * from kernel.outbox'),
  ])

  expect(kept).toContain(token.id)
  expect(kept).not.toContain(secret)
})

test('a token ends with its day, with its revocation, and with the post of whoever made it', async () => {
  const url = `/api/units/${units.county.id}/figures`
  const [short, revoked, left] = [
    await made({ days: 1 }),
    await made(),
    await made({}, await house.officer(units.county)),
  ]
  await house.does(self(county), revokeToken, { token: revoked.token.id })
  await house.does(self(county), revokeToken, { token: revoked.token.id })
  const next = await house.officer(units.county)
  await house.does(county, handOverPost, { post: left.token.post, to: next.account })

  expect((await asks(short.secret, url)).statusCode).toBe(200)
  house.moveTo('2026-03-03T09:00:01+08:00')
  for (const { secret } of [short, revoked, left]) {
    const answer = await asks(secret, url)
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'kernel.token_refused'])
  }
  const states = (await house.asks(self(county), listTokens, {})).items.map(({ id, state }) => [id, state])
  expect(states).toContainEqual([short.token.id, 'expired'])
  expect(states).toContainEqual([revoked.token.id, 'revoked'])
})

test('a token that never was is refused in words, and a session beside it does not help', async () => {
  for (const secret of ['gq_nothing', 'x', '', 'gq_'.padEnd(3000, 'y')]) {
    const answer = await asks(secret, '/api/health', { cookie: 'gongqiao-officer.session_token=x' })
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'kernel.token_refused'])
  }
})

test('a header that another server in front asked for is not taken for a token', async () => {
  const answer = await house.server.inject({ url: '/api/health', headers: { authorization: 'Basic Z3E6Z3E=' } })

  expect(answer.statusCode).toBe(200)
})

test('nobody ends or sees the tokens of another officer', async () => {
  const other = await house.officer(units.county)
  const { token } = await made()

  await expect(house.does(self(other), revokeToken, { token: token.id })).rejects.toThrow('kernel.absent')
  await expect(house.does(self(other), revokeToken, { token: newId() })).rejects.toThrow('kernel.absent')
  expect((await house.asks(self(other), listTokens, {})).items).toEqual([])
})

test('every wrong field of a wish is named at once', async () => {
  await expect(house.does(county, makeToken, { name: '', scopes: ['everything'], days: 4000 })).rejects.toMatchObject({
    faults: [
      expect.objectContaining({ field: '/name' }),
      expect.objectContaining({ field: '/scopes/0' }),
      expect.objectContaining({ field: '/days' }),
    ],
  })
})

test('an officer keeps twenty tokens at most; ended ones do not count', async () => {
  const officer = await house.officer(units.shop, 'grassroots_officer')
  for (let many = 0; many < 20; many++) await made({ days: 1 }, officer)

  await expect(made({}, officer)).rejects.toThrow('organization.too_many_tokens')
  house.moveTo('2026-03-04T09:00:00+08:00')
  await made({}, officer)
})

test('the day of the last use is kept, and no more', async () => {
  const { secret, token } = await made()
  await asks(secret, `/api/units/${units.county.id}/figures`)
  const used = (await house.asks(self(county), listTokens, {})).items.find(({ id }) => id === token.id)

  expect(used?.lastUsedOn).toBe('2026-03-02')
})

test('every scope is made of acts that some officer has, and of none that makes tokens or hands over posts', () => {
  const granted = actsOf('upper_officer')
  for (const scope of tokenScopeNames)
    for (const act of tokenScopes[scope]) expect([scope, act, granted.has(act)]).toEqual([scope, act, true])
  const all = tokenScopeNames.flatMap((scope): readonly string[] => tokenScopes[scope])
  for (const act of ['organization.make_token', 'organization.hand_over_post', 'membership.change_phone'])
    expect(all).not.toContain(act)
})
