import { totpCode } from '@gongqiao/kernel/signin/totp.ts'
import type { OfficerInvitation, UnitPage } from '@gongqiao/modules/organization/contract.ts'
import type { Page } from '@playwright/test'
import { readBase32 } from '../base32.ts'
import { expectAccessible } from './accessible.ts'
import { signedIn } from './by-api.ts'
import { expect, test, textOf } from './story.ts'

const password = '三只 猫 lantern 七月'

/** Sets the second factor up as an authenticator would, from the key that is typed. */
async function codeOf(page: Page): Promise<string> {
  const secret = await textOf(page.locator('.invitation-secret'))
  return totpCode(readBase32(secret.replaceAll(' ', '')), new Date())
}

test('邀请干部: a link opens an account and a post, once, and a bad link says why', async ({ house, stage }) => {
  const desk = await stage.computer()
  const county = await signedIn(house, desk, 'county')
  const { items } = await county.ask<UnitPage>(`/api/units/${county.post.unit.id}/children`)
  const township = items.find(({ level }) => level === 'township')
  const newcomer = await stage.phone()
  let link = ''

  await test.step('the officer above invites somebody, and the link goes to their phone', async () => {
    await desk.goto(`/console/units/${township?.id}/posts`)
    await desk.getByRole('button', { name: '邀请干部' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByLabel('姓名').fill('舒明')
    await dialog.getByLabel('手机号').fill('15466600001')
    await expectAccessible(desk)
    await dialog.getByRole('button', { name: '发出邀请' }).click()
    await expect(desk.getByText('邀请已经发出')).toBeVisible()
    await desk.getByRole('button', { name: '知道了' }).click()
    await expect(desk.getByRole('row', { name: /舒明/ })).toContainText('等对方接受')
    await expectAccessible(desk)
    const message = (await house.inbox()).items.find(({ to }) => to === '15466600001')
    link = /http\S+/.exec(message?.text ?? '')?.[0] ?? ''
  })

  await test.step('they open it, are told what is missing, and open their account', async () => {
    await newcomer.goto(link)
    await expect(newcomer.getByText(/邀请您担任“工会主席”/)).toBeVisible()
    await expect(newcomer.getByLabel('姓名')).toHaveValue('舒明')
    await newcomer.getByRole('button', { name: '开通账号' }).click()
    await expect(newcomer.getByText('请起一个账号名。')).toBeVisible()
    await expectAccessible(newcomer)
    await newcomer.getByLabel('账号').fill('demo-county')
    await newcomer.getByRole('textbox', { name: '密码' }).fill(password)
    await newcomer.getByLabel('六位动态码').fill(await codeOf(newcomer))
    await newcomer.getByRole('button', { name: '开通账号' }).click()
    await expect(newcomer.getByText('这个账号名已有人使用')).toBeVisible()
    await newcomer.getByLabel('账号').fill('shu.ming')
    await newcomer.getByLabel('六位动态码').fill(await codeOf(newcomer))
    await newcomer.getByRole('button', { name: '开通账号' }).click()
    await expect(newcomer.getByRole('heading', { name: '账号开通了' })).toBeVisible()
    await expectAccessible(newcomer)
  })

  await test.step('the link has done its work and says so', async () => {
    const again = await stage.phone()
    await again.goto(link)
    await expect(again.getByText('这个邀请已经用过')).toBeVisible()
    await again.goto('/console/invitation#no-such-link')
    await again.reload()
    await expect(again.getByText('这个邀请链接无效')).toBeVisible()
    await expectAccessible(again)
  })

  await test.step('an officer who is signed in takes a post with the account they have', async () => {
    const officer = await stage.computer()
    await signedIn(house, officer, 'grassroots')
    const wish = { role: 'upper_officer', title: '工会委员', name: '演示基层' }
    const made = await county.send<OfficerInvitation>(`/api/units/${township?.id}/invitations`, wish)
    await officer.goto(made.link ?? '')
    await expect(officer.getByText('您已登录为演示基层')).toBeVisible()
    await expectAccessible(officer)
    await officer.getByRole('button', { name: '用这个账号接受' }).click()
    await expect(officer.getByText(/您现在也担任.*工会委员/)).toBeVisible()
    await officer.getByRole('link', { name: '去办事' }).click()
    await officer.getByRole('button', { name: /换一个岗位/ }).click()
    await expect(officer.getByRole('menuitem', { name: /^工会委员 / })).toBeVisible()
  })

  await test.step('the officer above sees who holds the post now', async () => {
    await desk.reload()
    await expect(desk.getByRole('row', { name: /工会主席.*舒明/ }).first()).toBeVisible()
    await expect(desk.getByRole('row', { name: /舒明.*已接受/ })).toBeVisible()
  })
})

test('找工会: by initials and by what stands inside a name, with the keyboard, and told where it stands', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  await signedIn(house, desk, 'province')
  await desk.goto('/console/')
  const field = desk.getByRole('combobox', { name: /找工会/ })

  await test.step('initials are read as the words have them', async () => {
    await expect(field).toBeVisible()
    await desk.keyboard.press('/')
    await expect(field).toBeFocused()
    await desk.keyboard.type('lyx')
    const hit = desk.getByRole('option', { name: /龙游县总工会/ }).first()
    await expect(hit).toContainText('衢州市')
    await expectAccessible(desk)
  })

  await test.step('arrows choose and Enter opens', async () => {
    await field.fill('湖镇镇')
    await expect(desk.getByRole('option', { name: /湖镇镇总工会/ }).first()).toBeVisible()
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('heading', { name: /湖镇镇总工会/ })).toBeVisible()
  })

  await test.step('what is not found is said, with what else to try', async () => {
    await field.fill('没有这家工会呀')
    await expect(desk.getByText(/没有找到“没有这家工会呀”/)).toBeVisible()
  })
})
