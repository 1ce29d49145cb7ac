/** Takes the pictures of the clerk's page from the running product: `node tests/stories/clerk-pictures.ts`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { UnitPage } from '@gongqiao/modules/organization/contract.ts'
import { monthLater, rosters, unitSheet } from '../afternoon/sheets.ts'
import { launchBrowser } from '../browser.ts'
import { dryRun, handOver, run } from './bringing-in.ts'
import { signedIn } from './by-api.ts'
import { openInstallation } from './installation.ts'
import { packPng } from './pack-png.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'pictures')
const [people, unions] = [500, 15]
const house = await openInstallation()
const browser = await launchBrowser()

try {
  await mkdir(folder, { recursive: true })
  const context = await browser.newContext({
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', baseURL: house.url },
    viewport: { width: 1200, height: 820 },
  })
  const desk = await context.newPage()
  const take = async (name: string) => writeFile(join(folder, `clerk-${name}.png`), packPng(await desk.screenshot()))
  const officer = await signedIn(house, desk, 'county')
  const unit = officer.post.unit.id
  const { items } = await officer.ask<UnitPage>(`/api/units/${unit}/children`)
  const townships = items.filter(({ level }) => level === 'township').map(({ name }) => name)
  const [roster] = await rosters(people, unions, 0.05)
  if (!roster) throw new Error('there is a first sheet')

  await desk.goto(`/console/units/${unit}/imports`)
  await desk.getByText('还没有导入过').waitFor()
  await take('start')
  await handOver(desk, unit, '工会组织', await unitSheet(unions, townships))
  await dryRun(desk)
  await run(desk)
  await handOver(desk, unit, '会员名册', { ...roster, name: '会员名册.csv' })
  await desk.getByText('这些列不导入').waitFor()
  await take('columns')
  await dryRun(desk)
  await desk.getByRole('rowheader').first().waitFor()
  await take('dry-run')
  await desk.getByRole('heading', { name: '逐行查看' }).scrollIntoViewIfNeeded()
  await desk.locator('.import-rows').evaluate((rows) => rows.closest('section')?.scrollIntoView())
  await take('rows')
  await desk.getByRole('button', { name: /^正式导入/ }).click()
  await desk.getByText('导入以后').waitFor()
  await take('run')
  await desk.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await run(desk)
  await take('done')
  await handOver(desk, unit, '会员名册', monthLater(people, unions, 0.05, { phones: 4, joined: 6, left: 5 }))
  await dryRun(desk)
  await run(desk)
  await desk.getByRole('checkbox').first().waitFor()
  await desk.locator('.import-gone').evaluate((gone) => gone.closest('section')?.scrollIntoView())
  await take('gone')
  await desk.getByRole('button', { name: '撤销这次导入' }).click()
  await desk.getByText('撤销以后').waitFor()
  await take('undo')
} finally {
  await browser.close()
  await house.remove()
}
