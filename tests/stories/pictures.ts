/** Takes the README's pictures of both faces from the running product: `node tests/stories/pictures.ts`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { launchBrowser } from '../browser.ts'
import { joined, signedIn } from './by-api.ts'
import { openInstallation } from './installation.ts'
import { packPng } from './pack-png.ts'
import { newcomer } from './people.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'pictures')
const house = await openInstallation()
const browser = await launchBrowser()

async function open(options: BrowserContextOptions): Promise<Page> {
  const settings = {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    baseURL: house.url,
  } as const
  return (await browser.newContext({ ...settings, ...options })).newPage()
}

try {
  await mkdir(folder, { recursive: true })
  const { joinLink } = await house.inbox()
  const worker = newcomer()

  const phone = await open({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  await joined(house, phone, worker, joinLink)
  await phone.goto('/')
  await phone.locator('.live-modules').waitFor()
  await phone.getByText('正在办').waitFor()
  await writeFile(join(folder, 'member.png'), packPng(await phone.screenshot()))

  const desk = await open({ viewport: { width: 1440, height: 900 } })
  await signedIn(house, desk, 'grassroots')
  await desk.goto('/console/')
  await desk.getByRole('button', { name: worker.name }).click()
  await desk.getByRole('complementary', { name: '事项' }).getByText('经过').waitFor()
  await writeFile(join(folder, 'console.png'), packPng(await desk.screenshot()))
} finally {
  await browser.close()
  await house.remove()
}
