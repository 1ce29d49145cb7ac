import type { Page } from '@playwright/test'
import { openSheet } from '../../kernel/sheets/open-sheet.ts'
import type { Sheet } from '../afternoon/sheets.ts'
import { expectAccessible } from './accessible.ts'
import { expect } from './story.ts'

/** A sheet as a file chooser hands it over. */
export type ChosenSheet = Pick<Sheet, 'name' | 'mediaType' | 'bytes'>

/** Opens the imports of a union and hands a sheet over; the next step opens by itself. */
export async function handOver(desk: Page, unit: string, kind: string, sheet: ChosenSheet): Promise<void> {
  await desk.goto(`/console/units/${unit}/imports`)
  await desk.getByRole('radio', { name: kind }).check()
  await choose(desk, sheet)
  await expect(desk.getByRole('heading', { name: '核对各列', exact: true })).toBeVisible()
}

/** Chooses a file where the imports of a union are open. */
export async function choose(desk: Page, { name, mediaType, bytes }: ChosenSheet): Promise<void> {
  await desk.getByLabel('表格文件').setInputFiles({ name, mimeType: mediaType, buffer: bytes })
}

/** Confirms the columns as they stand and waits for what the dry run found. */
export async function dryRun(desk: Page): Promise<string> {
  await desk.getByRole('button', { name: '试运行' }).click()
  await expect(desk.getByRole('button', { name: '这张表不导了' })).toBeVisible({ timeout: 60_000 })
  return (await desk.locator('.import-sentence').textContent()) ?? ''
}

/** Runs what the dry run found, after reading what follows, and waits for its end. */
export async function run(desk: Page): Promise<string> {
  await desk.getByRole('button', { name: /^正式导入/ }).click()
  const dialog = desk.getByRole('dialog', { name: '正式导入' })
  await expect(dialog.getByText('导入以后')).toBeVisible()
  await dialog.getByRole('button', { name: /^正式导入/ }).click()
  await expect(desk.getByText('已导入', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
  return (await desk.locator('.import-sentence').textContent()) ?? ''
}

/** Expects that axe finds nothing on this screen, on a desk and on a phone, and that nothing runs out of its side. */
export async function expectGood(desk: Page): Promise<void> {
  await expectAccessible(desk)
  await desk.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(desk)
  const wide = await desk.evaluate(() => document.documentElement.scrollWidth)
  expect(wide, `width of ${desk.url()} on a phone`).toBeLessThanOrEqual(360)
  await desk.setViewportSize({ width: 1440, height: 900 })
}

/** The lines of a workbook as csv would have them. */
export async function readLines(bytes: Buffer): Promise<string[]> {
  const sheet = await openSheet(bytes, {})
  const lines: string[] = []
  for await (const { cells } of sheet.rows()) lines.push(cells.map(({ text }) => text).join(','))
  await sheet.close()
  return lines
}
