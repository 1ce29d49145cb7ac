import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { launchBrowser } from '../browser.ts'
import { expectAccessible } from './accessible.ts'
import { joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** A moving picture of something that is held before a camera, a little askew each time. */
async function filmOf(page: Page, picture: Buffer, mediaType: string, folder: string): Promise<string> {
  const address = `data:${mediaType};base64,${picture.toString('base64')}`
  const frames: Buffer[] = []
  await page.setViewportSize({ width: 640, height: 480 })
  for (const turn of [-4, -2, 0, 2, 4]) {
    await page.setContent(
      `<body style="margin:0;background:#b9b2a8;display:flex;align-items:center;justify-content:center;height:480px">
       <img src="${address}" style="height:400px;background:#fff;transform:rotate(${turn}deg)"></body>`,
    )
    await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
    // A browser that draws in software now and then has no picture yet.
    await expect(async () => {
      frames.push(await page.screenshot({ type: 'jpeg', quality: 85 }))
    }).toPass()
  }
  const file = join(folder, 'film.mjpeg')
  await writeFile(file, Buffer.concat(frames))
  return file
}

/** A phone whose camera sees this film. */
async function withCamera(film: string): Promise<Browser> {
  return launchBrowser({
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  })
}

test('扫一扫: the app’s own scanner reads a joining code and a card through a real camera stream', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  const officer = await signedIn(house, desk, 'grassroots')
  const code = await madeCode(officer, '给相机看的')
  const square = await desk.request.get(
    `${house.url}/api/cells/${code.cell}/joining-codes/${code.id}.svg?post=${officer.post.id}`,
  )
  const holder = await stage.phone()
  await joined(house, holder, newcomer(), code.link)
  await holder.goto('/card')
  await holder.locator('.live-modules').waitFor()
  const paper = await stage.computer()
  const folder = await mkdtemp(join(tmpdir(), 'gongqiao-film-'))

  for (const { heading, picture, mediaType } of [
    { heading: code.unit.name, picture: async () => square.body(), mediaType: 'image/svg+xml' },
    { heading: '是真的', picture: () => holder.locator('.live-code').screenshot(), mediaType: 'image/png' },
  ]) {
    const film = await filmOf(paper, await picture(), mediaType, folder)
    const browser = await withCamera(film)
    try {
      const context = await browser.newContext({
        baseURL: house.url,
        locale: 'zh-CN',
        viewport: { width: 390, height: 844 },
      })
      const refused: string[] = []
      context.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) refused.push(message.text())
      })
      const phone = await context.newPage()
      await phone.goto('/')
      await phone.getByRole('link', { name: '扫一扫' }).click()
      await expect(phone.getByText(heading).first()).toBeVisible()
      expect(refused).toEqual([])
    } finally {
      await browser.close()
    }
  }
  await rm(folder, { recursive: true })
})

test('不给相机: whoever refuses the camera is told so in words, and types the code instead', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  const code = await madeCode(await signedIn(house, desk, 'grassroots'), '不给相机')
  const phone = await stage.phone()
  await phone.goto('/scan')
  await expect(phone.getByRole('alert')).toContainText(/没有得到用相机的允许|这台设备没有相机/)
  await expectAccessible(phone)

  await phone.getByRole('textbox', { name: '海报上的六位短码' }).fill(code.shortCode)
  await phone.getByRole('button', { name: '打开' }).click()

  await expect(phone.getByRole('heading', { name: code.unit.name })).toBeVisible()
})
