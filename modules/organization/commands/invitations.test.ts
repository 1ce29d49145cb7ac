import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { newestOutgoing } from '@gongqiao/kernel/messages/outgoing.ts'
import { totpCode } from '@gongqiao/kernel/signin/totp.ts'
import { expect, test } from 'vitest'
import { readBase32 } from '../../../tests/base32.ts'
import { openHouse } from '../../../tests/house.ts'
import { findActingPost } from '../acting-posts.ts'
import type { OfficerInvitation } from '../contract.ts'
import { findInvitation } from '../queries/find-invitation.ts'
import { listInvitations } from '../queries/list-invitations.ts'
import { invitationCommands } from './accept-invitation.ts'
import { inviteOfficer } from './invite-officer.ts'
import { printInvitations } from './print-invitations.ts'
import { renewInvitation } from './renew-invitation.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { takeInvitedPost } from './take-invited-post.ts'

const house = await openHouse()
const { units } = house
const { acceptInvitation } = invitationCommands(house.officers)
const township = await house.officer(units.township)

let invited = 0
const wish = (more: object = {}) => {
  invited++
  const name = `王干部${String.fromCodePoint(0x4e00 + invited)}`
  return { unit: units.shop.id, role: 'grassroots_officer', title: '工会主席', name, ...more }
}
const invite = (more: object = {}) => house.does(township, inviteOfficer, wish(more))
const tokenOf = ({ link }: OfficerInvitation) => link?.split('#').at(-1) ?? ''
const look = (token: string) => house.asks(house.anyone(), findInvitation, { token })

async function acceptance(token: string, more: object = {}) {
  const { totp, name } = await look(token)
  const code = totpCode(readBase32(totp.secret), house.now())
  const login = `officer-${Math.random().toString(36).slice(2)}`
  return { token, ticket: totp.ticket, name, login, password: 'a long enough password', code, ...more }
}
const accept = async (token: string, more: object = {}) =>
  house.does(house.anyone(), acceptInvitation, await acceptance(token, more))
const postsOf = (account: string) =>
  house.rows(
    `select p.unit_id as unit from kernel.post_holding h join kernel.post p on p.id = h.post_id
     where h.account_id = $1 and h.valid_to is null order by p.path`,
    [account],
  )
const refusedWith = (code: string) => ({ code })

test('whoever opens the link sees which post, opens an account with a second factor, and holds the post', async () => {
  const made = await invite({ phone: '15412340001' })

  const seen = await look(tokenOf(made))
  expect(seen).toMatchObject({ unit: units.shop.name, title: '工会主席', name: made.name, role: 'grassroots_officer' })
  house.moveTo(new Date(house.now().getTime() + 60_000).toISOString())
  const accepted = await accept(tokenOf(made), { login: 'Wang.Shop', name: '王二' })

  expect(accepted).toEqual({ login: 'wang.shop', unit: units.shop.name, title: '工会主席' })
  const [row] = await house.rows('select * from organization.officer_invitation where id = $1', [made.invitation])
  expect(row).toMatchObject({ phone_cipher: null, phone_mask: expect.stringContaining('*') })
  const post = await findActingPost(house.services, String(row?.account_id), String(row?.post_id))
  expect(post).toMatchObject({ unit: units.shop.id, title: '工会主席' })
  expect(await house.rows('select holder_name from kernel.post_holding where post_id = $1', [post?.id])).toEqual([
    { holder_name: '王二' },
  ])
  expect(await house.audit(made.invitation)).toMatchObject([
    { act: 'organization.invite_officer', after: { unit: units.shop.id } },
    { act: 'organization.accept_invitation', after: { post: post?.id } },
  ])
})

test('the account signs in by the password and the second factor that were set', async () => {
  house.moveTo(new Date().toISOString())
  const made = await invite()
  const sent = await acceptance(tokenOf(made), { login: 'signs.in' })
  await house.does(house.anyone(), acceptInvitation, sent)

  const ticket = await house.officers.begin('signs.in', 'a long enough password')
  const found = await house.officers.finish(ticket?.value ?? '', sent.code)

  expect(found).toMatchObject({ name: made.name })
})

test('an officer who has an account already takes the post with it, and keeps what they held', async () => {
  const made = await invite()
  const { account, name, post } = await house.officer(units.cousinShop, 'grassroots_officer')
  const actor = { kind: 'officer', account, name, language: 'zh', keyOwner: account } as const

  const taken = await house.does(actor, takeInvitedPost, { token: tokenOf(made) })

  expect(taken).toEqual({ login: null, unit: units.shop.name, title: '工会主席' })
  expect((await postsOf(account)).map(({ unit }) => unit)).toEqual([units.shop.id, units.cousinShop.id])
  expect(await findActingPost(house.services, account, post.id)).toBeDefined()
  await expect(house.does(actor, takeInvitedPost, { token: tokenOf(made) })).rejects.toMatchObject(
    refusedWith('organization.invitation_used'),
  )
})

test('the link goes to the phone once, and only its digest is kept', async () => {
  const made = await invite({ phone: '154 1234 0002' })

  const sent = await inTransaction(house.services.pool, undefined, (tx) => newestOutgoing(tx, house.services, 30))
  expect(sent.filter(({ address }) => address === '15412340002')).toMatchObject([
    { text: expect.stringContaining(made.link ?? 'none') },
  ])
  const [row] = await house.rows('select * from organization.officer_invitation where id = $1', [made.invitation])
  expect(JSON.stringify(row)).not.toContain(tokenOf(made))
  expect(JSON.stringify(row)).not.toContain('15412340002')
  const listed = await house.asks(township, listInvitations, { unit: units.township.id })
  expect(listed.items.find(({ invitation }) => invitation === made.invitation)).toMatchObject({
    state: 'open',
    phone: expect.stringContaining('*'),
    link: null,
  })
})

test('a link that does not work says why: unknown, used, taken back, too late', async () => {
  const [used, revoked, late] = [await invite(), await invite(), await invite()]
  await accept(tokenOf(used))
  await house.does(township, revokeInvitation, { cell: revoked.cell, invitation: revoked.invitation })

  const almost = tokenOf(late).replace(/.$/, (last) => (last === '_' ? '-' : '_'))
  for (const token of ['nonsense', almost, 'zzzz-'.padEnd(37, 'x')])
    await expect(look(token)).rejects.toMatchObject(refusedWith('organization.invitation_unknown'))
  await expect(look(tokenOf(used))).rejects.toMatchObject(refusedWith('organization.invitation_used'))
  await expect(look(tokenOf(revoked))).rejects.toMatchObject(refusedWith('organization.invitation_revoked'))
  const sent = await acceptance(tokenOf(late))
  house.moveTo(new Date(house.now().getTime() + 14 * 86_400_000).toISOString())
  await expect(look(tokenOf(late))).rejects.toMatchObject(refusedWith('organization.invitation_expired'))
  await expect(house.does(house.anyone(), acceptInvitation, sent)).rejects.toMatchObject(
    refusedWith('organization.invitation_expired'),
  )
})

test('an invitation is sent again by a new link, and the one before works no more', async () => {
  const made = await invite()

  const again = await house.does(township, renewInvitation, { cell: made.cell, invitation: made.invitation })

  await expect(look(tokenOf(made))).rejects.toMatchObject(refusedWith('organization.invitation_unknown'))
  expect(await look(tokenOf(again))).toMatchObject({ name: made.name })
  await accept(tokenOf(again))
  for (const command of [renewInvitation, revokeInvitation])
    await expect(house.does(township, command, { cell: made.cell, invitation: made.invitation })).rejects.toMatchObject(
      refusedWith('organization.invitation_used'),
    )
})

test('a list to print has a new link and its picture for each that is still open', async () => {
  const [open, used] = [await invite(), await invite()]
  await accept(tokenOf(used))

  const { items } = await house.does(township, printInvitations, {
    cell: open.cell,
    invitations: [open.invitation, used.invitation],
  })

  expect(items).toMatchObject([
    { invitation: { invitation: open.invitation }, picture: expect.stringMatching(/^<svg/) },
  ])
  const [printed] = items
  expect(await look(tokenOf(printed?.invitation ?? open))).toMatchObject({ name: open.name })
})

test('every fault of an account is named at once, a taken login and a wrong code are refused, and nothing is used up', async () => {
  const made = await invite()
  const token = tokenOf(made)
  await accept(tokenOf(await invite()), { login: 'taken.login' })

  await expect(accept(token, { name: '1', login: 'a b', password: 'short', code: '12' })).rejects.toMatchObject({
    code: 'kernel.invalid_input',
    faults: [{ field: '/name' }, { field: '/login' }, { field: '/password' }, { field: '/code' }],
  })
  await expect(accept(token, { login: 'long.enough', password: 'Long.Enough' })).rejects.toMatchObject({
    faults: [{ code: 'organization.password.is_login' }],
  })
  await expect(accept(token, { login: 'Taken.Login' })).rejects.toMatchObject(refusedWith('organization.login_taken'))
  await expect(accept(token, { code: '000000' })).rejects.toMatchObject(refusedWith('organization.code_wrong'))
  const elsewhere = (await look(tokenOf(await invite()))).totp.ticket
  await expect(accept(token, { ticket: elsewhere })).rejects.toMatchObject(refusedWith('organization.code_wrong'))
  await accept(token)
})

test('a code cannot be guessed: after ten tries the link waits', async () => {
  const token = tokenOf(await invite())
  const wrong = () => accept(token, { code: '000000' })

  for (let tries = 0; tries < 10; tries++)
    await expect(wrong()).rejects.toMatchObject(refusedWith('organization.code_wrong'))
  await expect(wrong()).rejects.toMatchObject(refusedWith('kernel.sign_in_locked'))
})

test('the same person is invited to the same post once, to another post again', async () => {
  const made = await invite()
  const { name } = made

  await expect(invite({ name })).rejects.toMatchObject(refusedWith('organization.invited_already'))
  expect(await invite({ name, title: '工会委员' })).toMatchObject({ state: 'open' })
  await house.does(township, revokeInvitation, { cell: made.cell, invitation: made.invitation })
  expect(await invite({ name })).toMatchObject({ state: 'open' })
})

test('a union that had no officer is answered for by its first, and the unions below with it', async () => {
  const county = await house.officer(units.neighbourCounty)
  const deskOf = async () =>
    (await house.rows('select desk_unit_name from organization.open_unit where id = $1', [units.neighbourShop.id]))[0]
      ?.desk_unit_name
  expect(await deskOf()).toBe(units.neighbourCounty.name)
  const made = await house.does(county, inviteOfficer, wish({ unit: units.neighbourShop.id }))
  expect(await deskOf()).toBe(units.neighbourCounty.name)

  await accept(tokenOf(made))

  expect(await deskOf()).toBe(units.neighbourShop.name)
})

test('only the unions above invite, to the role of the level, and see the invitations', async () => {
  const shop = await house.officer(units.shop, 'grassroots_officer')
  const neighbour = await house.officer(units.neighbourCounty)
  const made = await invite()
  const named = { cell: made.cell, invitation: made.invitation }

  await expect(house.does(shop, inviteOfficer, wish())).rejects.toMatchObject(refusedWith('kernel.forbidden'))
  await expect(house.does(neighbour, inviteOfficer, wish())).rejects.toMatchObject(refusedWith('kernel.absent'))
  await expect(invite({ role: 'upper_officer' })).rejects.toMatchObject(
    refusedWith('organization.role_of_another_level'),
  )
  for (const command of [renewInvitation, revokeInvitation])
    await expect(house.does(neighbour, command, named)).rejects.toMatchObject(refusedWith('kernel.absent'))
  await expect(
    house.does(neighbour, printInvitations, { cell: made.cell, invitations: [made.invitation] }),
  ).rejects.toMatchObject(refusedWith('kernel.absent'))
  await expect(house.asks(shop, listInvitations, { unit: units.shop.id })).rejects.toMatchObject(
    refusedWith('kernel.forbidden'),
  )
})
