import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** What stands on the screen is accessible, and fits its width. */
async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `sideways on ${page.url()}`).toBeLessThanOrEqual(0)
}

const screens = { 'at a desk': { width: 1440, height: 900 }, 'on a small screen': { width: 360, height: 740 } }
for (const [where, viewport] of Object.entries(screens)) {
  test(`Every dialog of the desk is accessible, empty and faulty, ${where}`, async ({ house, stage }) => {
    const desk = await stage.computer({ viewport })
    const officer = await signedIn(house, desk, 'grassroots')
    const code = await madeCode(officer, '试一试的码')
    const [first, second] = [newcomer(), newcomer()]
    await joined(house, await stage.phone(), first, code.link)
    await joined(house, await stage.phone(), second, code.link)
    const dialog = desk.getByRole('dialog')
    const leave = async () => {
      await dialog.getByRole('button', { name: '取消' }).click()
      await expect(dialog).toHaveCount(0)
    }

    await test.step('confirming one, and returning it', async () => {
      await desk.goto('/console/')
      await desk.getByRole('button', { name: new RegExp(`^${first.name}`) }).click()
      for (const step of ['确认入会', '退回补充']) {
        await desk.getByRole('complementary', { name: '事项' }).getByRole('button', { name: step }).click()
        await expectGood(desk)
        await dialog.getByRole('button', { name: step }).click()
        await expect(dialog.locator('.field-fault').first()).toBeVisible()
        await expectGood(desk)
        await leave()
      }
    })

    await test.step('confirming several at once', async () => {
      for (const { name } of [first, second]) await desk.getByRole('checkbox', { name: `选中${name}` }).check()
      await desk.getByRole('button', { name: '批量确认' }).click()
      await expectGood(desk)
      await dialog.getByRole('button', { name: '确认 2 件' }).click()
      await expect(dialog.locator('.field-fault').first()).toBeVisible()
      await expectGood(desk)
      await leave()
    })

    await test.step('looking for a union: found, and not found', async () => {
      const search = desk.getByRole('combobox', { name: /^找工会/ })
      await search.fill(officer.post.unit.shortName.slice(0, 2))
      await expect(desk.getByRole('option').first()).toBeVisible()
      await expectGood(desk)
      await search.fill('没有这样的工会')
      await expect(desk.getByText('没有找到“没有这样的工会”', { exact: false })).toBeVisible()
      await expectGood(desk)
      await search.press('Escape')
    })

    await test.step('binding another phone', async () => {
      await desk.goto(`/console/units/${officer.post.unit.id}/people?status=provisional`)
      await desk.getByRole('button', { name: first.name }).click()
      await desk.getByRole('button', { name: '换手机号' }).click()
      await expectGood(desk)
      await dialog.getByRole('radio', { name: '在纸上签名' }).check()
      await dialog.getByRole('button', { name: '换成新号' }).click()
      await expect(dialog.getByText('请填新手机号。')).toBeVisible()
      await expectGood(desk)
      await leave()
    })

    await test.step('revoking a code', async () => {
      await desk.goto(`/console/units/${officer.post.unit.id}/codes?code=${code.id}`)
      await desk.getByRole('button', { name: '作废' }).click()
      await expectGood(desk)
      await leave()
    })

    await test.step('handing a post over', async () => {
      const upper = await stage.computer({ viewport })
      const { post } = await signedIn(house, upper, 'province')
      await upper.goto(`/console/units/${post.unit.id}/posts`)
      await upper.getByRole('button', { name: /^交接/ }).first().click()
      await expectGood(upper)
      await upper.getByRole('dialog').getByRole('button', { name: '交接岗位' }).click()
      await expect(upper.getByRole('dialog').locator('.field-fault').first()).toBeVisible()
      await expectGood(upper)
      await upper.getByRole('dialog').getByRole('combobox', { name: '交给谁' }).click()
      await upper.locator('.ant-select-item-option').first().click()
      await expect(upper.getByRole('dialog').locator('.field-fault')).toHaveCount(0)
    })
  })
}
