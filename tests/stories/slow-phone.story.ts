import type { Page } from '@playwright/test'
import { joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test, textOf } from './story.ts'

/** 400 kbit/s and 400 ms there and back, on a processor six times slower than this machine's. */
const slowNetwork = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

/** What stands on the card, whoever drew it. */
const wordsOf = ['.card-issuer', '.card-status', '.card-name', '.card-unit', '.card-since', '.card-number']

/** Makes a phone slow, with nothing of an earlier visit in its cache. */
async function slowedDown(phone: Page): Promise<void> {
  const wire = await phone.context().newCDPSession(phone)
  await wire.send('Network.enable')
  await wire.send('Network.clearBrowserCache')
  await wire.send('Network.emulateNetworkConditions', slowNetwork)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: 6 })
}

test('慢手机: the first screen of a scanned code can be used on a slow phone in a slow network', async ({
  house,
  stage,
}) => {
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { link } = await madeCode(officer, '山里的信号')
  const phone = await stage.phone()
  await slowedDown(phone)

  const begun = Date.now()
  await phone.goto(link, { waitUntil: 'commit' })
  const start = phone.getByRole('link', { name: '开始填写' })
  await expect(start).toBeVisible()
  const seenMs = Date.now() - begun
  await start.click()
  await expect(phone.getByRole('button', { name: 'X', exact: true })).toBeVisible()
  console.log(`    first screen after ${seenMs} ms, the form after ${Date.now() - begun} ms`)
})

test('慢手机: a member shows the living code before the app itself has come, and the app takes it over unchanged', async ({
  house,
  stage,
}) => {
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { link } = await madeCode(officer, '门口出示')
  const phone = await stage.phone()
  const { number } = await joined(house, phone, newcomer(), link)
  await phone.goto(house.url)
  await expect(phone.getByRole('article', { name: '工会会员证' })).toBeVisible()
  await slowedDown(phone)

  const begun = Date.now()
  await phone.goto(house.url, { waitUntil: 'commit' })
  const card = phone.getByRole('article', { name: '工会会员证' })
  await expect(card.locator('.live-modules')).toBeVisible()
  const isEarly = (await phone.locator('.first-card').count()) === 1
  const shownMs = Date.now() - begun
  const heading = await textOf(phone.getByRole('heading', { level: 1 }))
  const words = await Promise.all(wordsOf.map((name) => textOf(card.locator(name))))
  await expect(phone.getByRole('link', { name: '出示会员证' })).toBeVisible()
  console.log(`    the living code after ${shownMs} ms, the whole home after ${Date.now() - begun} ms`)

  expect(isEarly).toBe(true)
  expect(words.join(' ').replace(/ /g, '')).toContain(number)
  expect(await Promise.all(wordsOf.map((name) => textOf(card.locator(name))))).toEqual(words)
  expect(await textOf(phone.getByRole('heading', { level: 1 }))).toBe(heading)
  await expect(card.locator('.live-modules')).toBeVisible()
})
