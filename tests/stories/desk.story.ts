import type { UnitPage } from '@gongqiao/modules/organization/contract.ts'
import { expectAccessible } from './accessible.ts'
import { credentials, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test, textOf } from './story.ts'

test('交接岗位: a post changes hands, and its queue stays with it', async ({ house, stage }) => {
  const worker = newcomer()
  const before = await stage.computer()
  const desk = await stage.computer()
  const prefecture = await signedIn(house, before, 'prefecture')
  const { items } = await prefecture.ask<UnitPage>(`/api/units/${prefecture.post.unit.id}/children`)
  const county = items.find(({ divisionCode }) => divisionCode === '330802') // has no officer of its own
  const { link } = await madeCode(prefecture, '县里暂时没有干部', { unit: county?.id ?? '' })
  await joined(house, await stage.phone(), worker, link)
  await signedIn(house, desk, 'province')

  await test.step('the officer above hands the post over, after reading what follows', async () => {
    await desk.goto(`/console/units/${prefecture.post.unit.id}/posts`)
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '交接“市总工会干部”' }).click()
    const dialog = desk.getByRole('dialog')
    await expect(dialog.getByText('岗位上的待办留在岗位', { exact: false })).toBeVisible()
    await dialog.getByRole('combobox', { name: '交给谁' }).click()
    await expectAccessible(desk)
    await desk.keyboard.type('province')
    await desk.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '交接岗位' }).click()
    await expect(desk.getByText('“市总工会干部”已交接给演示省级。')).toBeVisible()
  })

  await test.step('acting as that post, they find its queue', async () => {
    await desk.getByRole('button', { name: /换一个岗位/ }).click()
    await expectAccessible(desk)
    await desk.setViewportSize({ width: 360, height: 740 })
    await expectAccessible(desk)
    await desk.setViewportSize({ width: 1440, height: 900 })
    await desk.getByRole('menuitem', { name: /市总工会干部/ }).click()
    await expect(desk.getByRole('heading', { name: '待办' })).toBeVisible()
    await expect(desk.getByRole('button', { name: new RegExp(`^${worker.name}`) })).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('and whoever had it acts as it no more', async () => {
    await before.goto('/console/')
    await expect(before.getByText('您现在没有岗位')).toBeVisible()
    await expectAccessible(before)
  })
})

test('会员名册: pages in any subtree, and orders where they can be given', async ({ house, stage }) => {
  const county = await stage.computer()
  const { post } = await signedIn(house, county, 'county')
  const shop = await stage.computer()
  const officer = await signedIn(house, shop, 'grassroots')

  await test.step('a large county comes page by page, masked, sorted by place, and says why not otherwise', async () => {
    await county.goto(`/console/units/${post.unit.id}/people`)
    const rows = county.locator('table.roll tbody tr')
    await expect(rows).toHaveCount(50)
    await expect(county.getByText(/^\d{2}\*+[\dX]$/).first()).toBeVisible()
    await expectAccessible(county)
    await county.getByRole('button', { name: '再取一些' }).click()
    await expect(rows).toHaveCount(100)
    await county.getByText('按姓名').click()
    await expect(county.getByText('这里超过 5,000 人，只能按单位排列', { exact: false })).toBeVisible()
    await expectAccessible(county)
  })

  await test.step('one union is sorted by name or by the day of joining', async () => {
    await shop.goto(`/console/units/${officer.post.unit.id}/people?order=joined`)
    const days = async () => shop.locator('td.column-since').allTextContents()
    await expect.poll(days).not.toEqual([])
    const shown = (await days())
      .filter((day) => day !== '—')
      .map((day) => day.replace(/\d+/g, (part) => part.padStart(2, '0')))
    expect([shown, [...shown].reverse()]).toContainEqual([...shown].sort())
    await shop.getByText('按姓名').click()
    await expect(shop.getByRole('radio', { name: '按姓名' })).toBeChecked()
  })
})

test('工会树: from the nation down to a county by keyboard alone', async ({ house, stage }) => {
  const desk = await stage.computer()
  await signedIn(house, desk, 'nation')
  await desk.goto('/console/')
  const line = (name: string) => desk.getByRole('treeitem', { name, exact: true })
  const isFocused = (name: string) => line(name).evaluate((item) => item === document.activeElement)
  const pressUntil = async (key: string, name: string) => {
    await expect(line(name)).toBeVisible()
    while (!(await isFocused(name))) await desk.keyboard.press(key)
  }

  await pressUntil('Tab', '全国总工会')
  await pressUntil('ArrowDown', '浙江省总工会')
  await desk.keyboard.press('ArrowRight')
  await pressUntil('ArrowDown', '衢州市总工会')
  await desk.keyboard.press('ArrowRight')
  await pressUntil('ArrowDown', '龙游县总工会')
  await expectAccessible(desk)
  await desk.keyboard.press('Enter')

  await expect(desk.getByRole('heading', { name: '浙江省龙游县总工会' })).toBeVisible()
  await expect(desk.getByRole('treeitem', { name: '龙游县总工会', exact: true, selected: true })).toBeVisible()
})

test('退出和过期: signing out ends it; a session that ran out gives back the place and what was typed', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  const { self, post } = await signedIn(house, desk, 'township')

  await test.step('the session ends while a form is half typed; after signing in again everything is there', async () => {
    await desk.goto(`/console/units/${post.unit.id}/codes`)
    await desk.getByLabel('名称', { exact: true }).fill('Half written')
    const elsewhere = await stage.computer()
    await signedIn(house, elsewhere, 'township')
    await elsewhere.goto('/console/')
    await elsewhere.getByRole('button', { name: self.name }).click()
    await elsewhere.getByRole('menuitem', { name: '退出登录' }).click()
    await expect(elsewhere.getByRole('heading', { name: '登录' })).toBeVisible()

    await desk.getByRole('button', { name: '做码' }).click()
    const dialog = desk.getByRole('dialog', { name: '登录已过期' })
    await expect(dialog).toBeVisible()
    await expectAccessible(desk)
    const { login, password } = await credentials(house, 'township')
    await dialog.getByLabel('账号').fill(login)
    await dialog.getByLabel('密码', { exact: true }).fill(password)
    await dialog.getByRole('button', { name: '下一步' }).click()
    await dialog.getByLabel('六位动态码').fill((await credentials(house, 'township')).code)
    await dialog.getByRole('button', { name: '登录', exact: true }).click()
    await expect(dialog).toBeHidden()
    await desk.getByRole('button', { name: '做码' }).click()
    await expect(desk.getByText('“Half written”做好了。')).toBeVisible()
  })

  await test.step('an address opened without a session leads there after signing in', async () => {
    const fresh = await stage.computer()
    await fresh.goto(`/console/units/${post.unit.id}/people`)
    await expect(fresh.getByRole('heading', { name: '登录' })).toBeVisible()
    const { login, password } = await credentials(house, 'township')
    await fresh.getByLabel('账号').fill(login)
    await fresh.getByLabel('密码', { exact: true }).fill(password)
    await fresh.keyboard.press('Enter')
    await fresh.getByLabel('六位动态码').fill((await credentials(house, 'township')).code)
    await fresh.keyboard.press('Enter')
    await expect(fresh.getByRole('heading', { name: post.unit.name })).toBeVisible()
    expect(await textOf(fresh.locator('table.roll tbody tr').first())).not.toBe('')
  })
})
