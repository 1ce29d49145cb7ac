import type { UnitPage } from '@gongqiao/modules/organization/contract.ts'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { confirmed, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** The whole page fits the screen's width: nothing has to be pushed sideways. */
async function expectNoSideways(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `sideways on ${page.url()}`).toBeLessThanOrEqual(0)
}

/** Moves with a key until the focus is where it should be. */
async function pressUntil(page: Page, key: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; !(await isThere()); presses++) {
    expect(presses, `${key} leads there`).toBeLessThan(60)
    await page.keyboard.press(key)
  }
}

test('不是我: an officer looks into it and answers, and whether it is settled is the member’s to say', async ({
  house,
  stage,
}) => {
  const member = newcomer()
  const small = await stage.phone({ viewport: { width: 360, height: 740 } })
  const officer = await signedIn(house, small, 'grassroots')
  const county = await signedIn(house, await stage.computer(), 'county')
  const { items } = await county.ask<UnitPage>(`/api/units/${county.post.unit.id}/children`)
  const [union] = items
  if (!union) throw new Error('a county has townships')
  const own = await stage.phone()
  await confirmed(officer, await joined(house, own, member, (await madeCode(officer, '本人')).link))
  const stranger = { ...newcomer(), number: member.number, name: member.name }
  await joined(house, await stage.phone(), stranger, (await madeCode(county, '乡镇赶集', { unit: union.id })).link)

  await test.step('the member says: not me', async () => {
    const isAsked = async () =>
      (await house.inbox()).items.some(({ to, text }) => to === member.phone && /不是我/.test(text))
    await expect.poll(isAsked).toBe(true)
    await own.goto('/')
    await own.getByRole('link', { name: `有人用您的证件号码申请加入${union.name}` }).click()
    await own.getByRole('button', { name: '不是我' }).click()
    await expect(own.getByText('由您说了算', { exact: false })).toBeVisible()
  })

  await test.step('the officer reads on a small phone what was reported, whom to ask and by when', async () => {
    await small.goto('/console/')
    await small.getByRole('button', { name: new RegExp(`^${member.name} 不是我`) }).click()
    const panel = small.getByRole('complementary', { name: '事项' })
    await expect(panel).toContainText('等工会答复')
    await expect(panel).toContainText(`有人用${member.name}的证件号码申请加入${union.name}`)
    await expect(panel).toContainText('工作人员应在 5 个工作日内核实并答复您')
    await expect(panel.getByText('找谁核实')).toBeVisible()
    await expectNoSideways(small)
    await expectAccessible(small)
  })

  await test.step('an answer without words is not sent; with words the member gets them', async () => {
    const panel = small.getByRole('complementary', { name: '事项' })
    await panel.getByRole('button', { name: '答复本人' }).click()
    await expect(panel.getByText('请写下要告诉本人的话。')).toBeVisible()
    await expect(panel.getByRole('textbox', { name: '答复本人的话' })).toBeFocused()
    await expectAccessible(small)
    await panel.getByRole('textbox', { name: '答复本人的话' }).fill('已请那边的工会核实，请您等两天。')
    await panel.getByRole('button', { name: '答复本人' }).click()
    await expect(panel.getByText('已答复，等本人回话')).toBeVisible()
    await expect(panel.getByText('是不是解决了', { exact: false })).toBeFocused()
    await expect(small.getByRole('button', { name: new RegExp(`^${member.name} 不是我`) })).toHaveCount(0)
    await expectNoSideways(small)
    await expectAccessible(small)
  })

  await test.step('it stands under "waiting for the person", with since when', async () => {
    await small.getByText('等本人', { exact: false }).first().click()
    const row = small.getByRole('button', { name: new RegExp(`^${member.name} 不是我`) })
    await expect(row).toContainText('起等本人')
    await expectNoSideways(small)
    await expectAccessible(small)
  })

  await test.step('the member reads the answer, and says that it is not settled', async () => {
    await own.goto('/matters')
    await own.getByRole('link', { name: '不是我' }).click()
    await expect(own.getByText('已请那边的工会核实，请您等两天。', { exact: false })).toBeVisible()
    await own.getByRole('button', { name: '没有解决' }).click()
    await own.getByRole('dialog').getByRole('textbox').fill('还是有人用我的号码。')
    await own.getByRole('dialog').getByRole('button').first().click()
    await expect(own.getByRole('dialog')).toHaveCount(0)
    await expect(own.getByText('还是有人用我的号码。', { exact: false })).toBeVisible()
  })

  const desk = await stage.computer()
  await test.step('by keyboard alone it is opened again, read and answered', async () => {
    await signedIn(house, desk, 'grassroots')
    await desk.goto('/console/')
    const row = desk.getByRole('button', { name: new RegExp(`^${member.name} 不是我`) })
    await expect(row).toBeVisible()
    await pressUntil(desk, 'j', () => row.evaluate((line) => line === document.activeElement))
    await desk.keyboard.press('Enter')
    const panel = desk.getByRole('complementary', { name: '事项' })
    await expect(panel).toContainText('还是有人用我的号码。')
    await expectAccessible(desk)
    const field = panel.getByRole('textbox', { name: '答复本人的话' })
    await pressUntil(desk, 'Tab', () => field.evaluate((box) => box === document.activeElement))
    await desk.keyboard.type('那份申请不会确认，请您放心。')
    await desk.keyboard.press('Tab')
    await desk.keyboard.press('Enter')
    await expect(panel.getByText('已答复，等本人回话')).toBeVisible()
    await expect(panel.getByText('是不是解决了', { exact: false })).toBeFocused()
    await expectAccessible(desk)
  })

  await test.step('the member says it is settled, and the officer sees it at the same address', async () => {
    await own.goto('/matters')
    await own.getByRole('link', { name: '不是我' }).click()
    await own.getByRole('button', { name: '已经解决' }).click()
    await expect(own.getByText('已了结').first()).toBeVisible()
    await desk.reload()
    await expect(desk.getByRole('complementary', { name: '事项' })).toContainText('这件事办完了')
    await expectAccessible(desk)
  })

  await test.step('an officer who reads English finds the same', async () => {
    await desk.getByRole('button', { name: 'English' }).click()
    await expect(desk.getByRole('complementary', { name: 'Matter' })).toContainText('says it is settled')
    await expectAccessible(desk)
  })
})
