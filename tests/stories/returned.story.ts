import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { joined, madeCode, signedIn } from './by-api.ts'
import { answerNumber } from './joining.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** The whole page fits the screen's width: nothing has to be pushed sideways. */
async function expectNoSideways(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `sideways on ${page.url()}`).toBeLessThanOrEqual(0)
}

test('退回补充: an officer with a small phone returns one, the worker mends it, and three are confirmed at once', async ({
  house,
  stage,
}) => {
  const desk = await stage.phone({ viewport: { width: 360, height: 740 } })
  const officer = await signedIn(house, desk, 'grassroots')
  const { link } = await madeCode(officer, '班前会')
  const [mended, second, third] = [newcomer(), newcomer(), newcomer()]
  const phone = await stage.phone()
  await joined(house, phone, mended, link)
  await joined(house, await stage.phone(), second, link)
  await joined(house, await stage.phone(), third, link)

  await test.step('the officer returns one with a reason and a word', async () => {
    await desk.goto('/console/')
    await desk.getByRole('button', { name: new RegExp(`^${mended.name}`) }).click()
    await expect(desk.getByRole('complementary', { name: '事项' })).toContainText('居民身份证')
    await expectNoSideways(desk)
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '退回补充' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('button', { name: '退回补充' }).click()
    await expect(dialog.getByText('请选一个原因。')).toBeVisible()
    await dialog.getByRole('radio', { name: '姓名与证件号码不符' }).check()
    await dialog.getByLabel('给本人的话').fill('请照身份证再填一次。')
    await expectNoSideways(desk)
    await expectAccessible(desk)
    await dialog.getByRole('button', { name: '退回补充' }).click()
    await expect(desk.getByText(`已退回，${mended.name}会看到原因。`)).toBeVisible()
  })

  await test.step('it is the worker’s turn: it waits apart from what the officer has to do', async () => {
    const line = desk.getByRole('button', { name: new RegExp(`^${mended.name}`) })
    await expect(line).toHaveCount(0)
    await desk.getByText('等本人', { exact: false }).first().click()
    await expect(line).toContainText('起等本人')
    await line.click()
    await expect(desk.getByRole('complementary', { name: '事项' })).toContainText('现在不用您办')
    await expectNoSideways(desk)
    await expectAccessible(desk)
    await desk.evaluate(() => localStorage.setItem('gongqiao.console.language', 'en'))
    await desk.reload()
    await expect(desk.getByRole('complementary', { name: 'Matter' })).toContainText('waiting for the person since')
    await expectNoSideways(desk)
    await desk.evaluate(() => localStorage.setItem('gongqiao.console.language', 'zh'))
  })

  await test.step('the worker reads why, and mends just that', async () => {
    await phone.goto('/')
    await phone.getByRole('link', { name: '入会申请退回来了，请您改' }).click()
    await expect(phone.getByText('附言：请照身份证再填一次。').first()).toBeVisible()
    await expectAccessible(phone)
    await phone.getByRole('link', { name: '改好重交' }).click()
    await expectAccessible(phone)
    await answerNumber(phone, mended.number)
    await phone.getByRole('textbox', { name: '您的姓名' }).fill(mended.name)
    await phone.getByRole('button', { name: '重新提交' }).click()
    await expect(phone.getByText('等待确认').first()).toBeVisible()
    await expectAccessible(phone)
  })

  await test.step('the officer confirms all three with the committee’s day', async () => {
    await desk.goto('/console/')
    for (const { name } of [mended, second, third]) await desk.getByRole('checkbox', { name: `选中${name}` }).check()
    await desk.getByRole('button', { name: '批量确认' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('button', { name: '今天' }).click()
    await expectNoSideways(desk)
    await expectAccessible(desk)
    await dialog.getByRole('button', { name: '确认 3 件' }).click()
    await expect(dialog.getByText('已确认 3 件。')).toBeVisible()
    await dialog.getByText('看已确认的名单').click()
    await expectAccessible(desk)
    await dialog.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
    await expect(desk.getByRole('checkbox', { name: `选中${third.name}` })).toHaveCount(0)
  })

  await test.step('the worker is a member', async () => {
    await phone.goto('/')
    await expect(phone.getByRole('article', { name: '工会会员证' })).toContainText('起是会员')
  })
})

test('撤回: a worker who thought better of it withdraws in two steps', async ({ house, stage }) => {
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const phone = await stage.phone()
  await joined(house, phone, newcomer(), (await madeCode(officer, '随时可以撤回')).link)

  await phone.goto('/matters')
  await expectAccessible(phone)
  await phone.getByRole('link', { name: '入会申请' }).click()
  await phone.getByRole('button', { name: '撤回申请' }).click()
  await expectAccessible(phone)
  await phone.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click()
  await expect(phone.getByText('已撤回').first()).toBeVisible()
  await phone.goto('/')
  await expect(phone.getByText('您还没有会员证')).toBeVisible()
  await expectAccessible(phone)
})
