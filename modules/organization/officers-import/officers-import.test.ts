import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { newestOutgoing } from '@gongqiao/kernel/messages/outgoing.ts'
import { totpCode } from '@gongqiao/kernel/signin/totp.ts'
import { expect, test } from 'vitest'
import { readBase32 } from '../../../tests/base32.ts'
import { openHouse } from '../../../tests/house.ts'
import { importsOf } from '../../../tests/import-sheets.ts'
import { invitationCommands } from '../commands/accept-invitation.ts'
import { renewInvitation } from '../commands/renew-invitation.ts'
import { findInvitation } from '../queries/find-invitation.ts'

const house = await openHouse()
const { units } = house
const { dryRun, run, undo, rows } = importsOf(house)
const { acceptInvitation } = invitationCommands(house.officers)
const clerk = await house.officer(units.county)
const kind = 'organization.officers'
const csv = (...lines: string[]) => `${lines.join('\n')}\n`

async function accept(link: string, login: string): Promise<void> {
  const token = link.split('#').at(-1) ?? ''
  const { totp, name } = await house.asks(house.anyone(), findInvitation, { token })
  const code = totpCode(readBase32(totp.secret), house.now())
  const password = 'a long enough password'
  await house.does(house.anyone(), acceptInvitation, { token, ticket: totp.ticket, name, login, password, code })
}

test('a sheet of officers invites each by a link, which goes to the phone and stands on the clerk’s list', async () => {
  const sheet = csv(
    '工会名称,职务,姓名,手机号码,邮箱',
    '沙面制衣厂工会,工会主席,王甲,15412345601,',
    '岭南书店工会,,李乙,,li@example.org',
  )

  const looked = await dryRun(clerk, units.county, sheet, kind)
  expect(looked).toMatchObject({ counts: { new: 2, invalid: 0 } })
  expect(await house.rows('select from organization.officer_invitation')).toHaveLength(0)
  const done = await run(clerk, looked)

  expect(done).toMatchObject({ state: 'done', outcomes: { applied: 2 } })
  const applied = await rows(clerk, done)
  expect(applied.map(({ handout }) => handout)).toEqual([
    expect.stringContaining('/console/invitation#'),
    expect.stringContaining('/console/invitation#'),
  ])
  expect(applied[0]?.shown['phone']).toContain('*')
  const [message] = await inTransaction(house.services.pool, undefined, (tx) => newestOutgoing(tx, house.services, 1))
  expect(message).toMatchObject({
    address: '15412345601',
    text: expect.stringContaining(applied[0]?.handout ?? 'none'),
  })
  expect(
    await house.rows('select unit_id, role, title, name from organization.officer_invitation order by path'),
  ).toEqual([
    { unit_id: units.shop.id, role: 'grassroots_officer', title: '工会主席', name: '王甲' },
    { unit_id: units.cousinShop.id, role: 'grassroots_officer', title: '工会干部', name: '李乙' },
  ])
})

test('the next sheet invites nobody twice, and tells who holds a post and is no longer in it', async () => {
  const sheet = csv('工会名称,职务,姓名', '沙面快递站工会,工会主席,赵丙', '沙面快递站工会,工会委员,钱丁')
  const first = await run(clerk, await dryRun(clerk, units.county, sheet, kind))
  const [chair] = await rows(clerk, first)
  await accept(chair?.handout ?? '', 'zhao.bing')

  const again = await dryRun(clerk, units.county, sheet, kind)
  expect(again).toMatchObject({ counts: { new: 0, same: 2, gone: 0 } })
  const next = await dryRun(clerk, units.county, csv('工会名称,职务,姓名', '沙面快递站工会,工会主席,孙戊'), kind)

  expect(next).toMatchObject({ counts: { new: 1, gone: 1 } })
  expect(await rows(clerk, next, { verdict: 'gone' })).toMatchObject([
    { shown: { unit: '沙面快递站工会', title: '工会主席', name: '赵丙' } },
  ])
})

test('an undo takes back what nobody has accepted or sent again, and says of the rest why not', async () => {
  const sheet = csv('工会名称,姓名', ...['周一', '吴二', '郑三'].map((name) => `沙面制衣厂工会,${name}`))
  const done = await run(clerk, await dryRun(clerk, units.county, sheet, kind))
  const [accepted, renewed, open] = await rows(clerk, done)
  await accept(accepted?.handout ?? '', 'zhou.yi')
  await house.does(clerk, renewInvitation, {
    cell: renewed?.subject?.cell,
    invitation: renewed?.subject?.id,
  })

  const back = await undo(clerk, done)

  expect(back).toMatchObject({ state: 'undone', outcomes: { undone: 1, kept: 2 } })
  expect((await rows(clerk, back, { outcome: 'kept' })).map(({ shown, reason }) => [shown['name'], reason])).toEqual([
    ['周一', '本人已经接受，在岗'],
    ['吴二', '之后有人重发过'],
  ])
  const token = open?.handout?.split('#').at(-1)
  await expect(house.asks(house.anyone(), findInvitation, { token })).rejects.toMatchObject({
    code: 'organization.invitation_revoked',
  })
})

test('every fault of a line is named, and a union outside the clerk’s own is none', async () => {
  const sheet = csv(
    '工会名称,职务,角色,姓名,手机号码,邮箱',
    `${units.neighbourShop.name},,,王甲,,`,
    ',,皇帝,1,12345,nobody',
  )

  const looked = await dryRun(clerk, units.county, sheet, kind)

  const faults = (await rows(clerk, looked, { verdict: 'invalid' })).map(({ faults: all }) =>
    all.map(({ column, code }) => `${column} ${code}`).sort(),
  )
  expect(faults).toEqual([
    ['unit organization.import.unit_unknown'],
    [
      'mail organization.mail.form',
      'name people.name.digits',
      'phone people.phone.length',
      'phone people.phone.prefix',
      'role organization.import.unknown_role',
      'unit organization.import.no_unit',
    ],
  ])
})
