import type { Download, Page } from '@playwright/test'
import { openSheet } from '../../kernel/sheets/open-sheet.ts'
import { expectAccessible, expectEnglish } from './accessible.ts'
import { confirmed, credentials, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

async function textsOf(download: Download): Promise<string[][]> {
  const sheet = await openSheet(await download.path())
  const texts: string[][] = []
  for await (const { cells } of sheet.rows()) texts.push(cells.map(({ text }) => text))
  await sheet.close()
  return texts
}

async function fetched(page: Page, name: RegExp): Promise<Download> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name }).first().click()
  return coming
}

test('导出: a roll leaves masked and watermarked; with whole numbers only for a reason and a second proof, and the member reads it', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  const phone = await stage.phone()
  const worker = newcomer()
  const officer = await signedIn(house, desk, 'grassroots')
  const { unit } = officer.post
  await confirmed(officer, await joined(house, phone, worker, (await madeCode(officer, '食堂门口')).link))

  await test.step('one press on the roll, and the file is made beside the work', async () => {
    await desk.goto(`/console/units/${unit.id}/people`)
    await desk.getByRole('button', { name: '导出' }).click()
    await expect(desk.getByRole('dialog', { name: '导出会员名册' })).toBeVisible()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '开始导出' }).click()
    await desk.getByRole('link', { name: '看进度' }).click()
    await expect(desk.getByRole('heading', { name: '导出' })).toBeVisible()
    await expect(desk.getByText('可以下载').first()).toBeVisible()
    await expectAccessible(desk)
    const texts = await textsOf(await fetched(desk, /^下载/))

    expect(texts[0]?.[0]).toContain(`${unit.name} ${officer.post.title} 于 `)
    const row = texts.find(([name]) => name === worker.name)
    expect(row).toContain(unit.name)
    expect(texts.flat().join()).not.toContain(worker.number)
  })

  await test.step('whole numbers ask for a reason and once more for password and code', async () => {
    await desk.goto(`/console/units/${unit.id}/people`)
    await desk.getByRole('button', { name: '导出' }).click()
    await desk.getByRole('radio', { name: '完整号码' }).check()
    await desk.getByRole('button', { name: '开始导出' }).click()
    await expect(desk.getByText('请写清楚用途，至少 4 个字。')).toBeVisible()
    await expectAccessible(desk)
    const { password, code } = await credentials(house, 'grassroots')
    await desk.getByRole('textbox', { name: '用途' }).fill('与社保名单核对')
    await desk.getByLabel('密码', { exact: true }).fill('not the password')
    await desk.getByLabel('六位动态码').fill(code)
    await desk.getByRole('button', { name: '开始导出' }).click()
    await expect(desk.getByText('没有通过验证')).toBeVisible()
    await expectAccessible(desk)
    await desk.getByLabel('密码', { exact: true }).fill(password)
    await desk.getByLabel('六位动态码').fill((await credentials(house, 'grassroots')).code)
    await desk.getByRole('button', { name: '开始导出' }).click()
    await desk.getByRole('link', { name: '看进度' }).click()
    await expect(desk.getByRole('listitem').first().getByText('可以下载')).toBeVisible()
    const texts = await textsOf(await fetched(desk, /^下载/))

    expect(texts.find(([name]) => name === worker.name)).toContain(worker.number)
    expect(texts[0]?.[0]).toContain('用途：与社保名单核对')
  })

  await test.step('the member reads who exported the number, and what for', async () => {
    await phone.goto('/me/looks')
    const look = phone.getByRole('listitem').filter({ hasText: '完整证件号码' })
    await expect(look).toContainText(unit.name)
    await expect(look).toContainText('用途：与社保名单核对')
    await expectAccessible(phone)
  })

  await test.step('a file is deleted before its time, and the page is read on a narrow screen and in English', async () => {
    await desk
      .getByRole('button', { name: /^删除文件/ })
      .first()
      .click()
    await expect(desk.getByRole('listitem').first().getByText('已取消')).toBeVisible()
    await desk.setViewportSize({ width: 360, height: 740 })
    await expect(desk.getByRole('button', { name: '打开菜单' })).toBeVisible()
    await expectAccessible(desk)
    await desk.setViewportSize({ width: 1440, height: 900 })
    await desk.getByText('English', { exact: true }).click()
    await expect(desk.getByRole('heading', { name: 'Exports' })).toBeVisible()
    await expectEnglish(desk, ['工桥', unit.name, unit.shortName, officer.self.name, officer.post.title])
  })

  await test.step('queue, codes and unions leave the same way', async () => {
    for (const [address, button] of [
      ['/console/', 'Export'],
      [`/console/units/${unit.id}/codes`, 'Export'],
    ] as const) {
      await desk.goto(address)
      await desk.getByRole('button', { name: button, exact: true }).click()
      await desk.getByRole('radio', { name: 'CSV (UTF-8)' }).check()
      await desk.getByRole('button', { name: 'Start the export' }).click()
      await expect(desk.getByRole('link', { name: 'See the progress' })).toBeVisible()
    }
    await desk.getByRole('link', { name: 'See the progress' }).click()
    const codes = await textsOf(await fetched(desk, /^Download Joining codes/))
    expect(codes.flat()).toContain('食堂门口')
  })
})

test('导出: a union above exports all unions below it from its figures', async ({ house, stage }) => {
  const desk = await stage.computer()
  const county = await signedIn(house, desk, 'county')

  await desk.goto(`/console/units/${county.post.unit.id}/figures`)
  await desk.getByRole('button', { name: '导出全部下级工会' }).click()
  await expect(desk.getByRole('dialog', { name: '导出全部下级工会' })).toBeVisible()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: '开始导出' }).click()
  await desk.getByRole('link', { name: '看进度' }).click()
  const texts = await textsOf(await fetched(desk, /^下载 工会组织/))

  expect(texts.length).toBeGreaterThan(90)
  expect(texts[1]?.slice(0, 3)).toEqual(['工会全称', '简称', '层级'])
})
