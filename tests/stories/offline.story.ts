import type { ApplicationView } from '@gongqiao/modules/membership/contract.ts'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { standBetween } from './between.ts'
import { joined, madeCode, signedIn } from './by-api.ts'
import { answerNumber, fillIn, next, proveAndJoin, typeOnPad } from './joining.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** Waits until the app is kept on this phone. */
async function keptOnPhone(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.ready
    return registration.active?.state === 'activated' && navigator.serviceWorker.controller !== null
  })
}

/** What the browser would have against installing the app; a window without a history of its own is the test's doing. */
async function whyNotInstallable(page: Page): Promise<string[]> {
  const wire = await page.context().newCDPSession(page)
  const manifest = await wire.send('Page.getAppManifest')
  const { installabilityErrors } = await wire.send('Page.getInstallabilityErrors')
  return [
    ...manifest.errors.map(({ message }) => message),
    ...installabilityErrors.map(({ errorId }) => errorId),
  ].filter((reason) => reason !== 'in-incognito')
}

test('没有网络: the card opens and lives without a network, says how old it is, and is gone after signing out', async ({
  house,
  stage,
}) => {
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { link } = await madeCode(officer, '隧道里')
  const worker = newcomer()
  const phone = await stage.phone()
  await joined(house, phone, worker, link)
  await phone.goto('/')
  await expect(phone.getByText(worker.name).first()).toBeVisible()
  await keptOnPhone(phone)
  expect(await whyNotInstallable(phone)).toEqual([])

  await phone.context().setOffline(true)
  await phone.goto('/')
  await expect(phone.getByRole('article', { name: '工会会员证' })).toContainText(worker.name)
  await expect(phone.getByText(/没有连上网，这是 .* 的样子/)).toBeVisible()
  await expectAccessible(phone)
  await phone.goto('/card')
  await expect(phone.locator('.live-digits')).toHaveText(/^\d{4} \d{4}$/)
  const shown = ((await phone.locator('.live-digits').textContent()) ?? '').replace(' ', '')
  const number = ((await phone.locator('.card-number').textContent()) ?? '').replaceAll(/\D/g, '')

  const check = await officer.ask<{ valid: boolean }>(`/api/cards/${number}.${shown}`)
  expect(check.valid).toBe(true)

  await phone.clock.setFixedTime(Date.now() + 4 * 86_400_000)
  await phone.goto('/card')
  await expect(phone.getByText('动态码到期了')).toBeVisible()
  await expect(phone.locator('.live-digits')).toHaveCount(0)
  await expectAccessible(phone)
  await phone.clock.setFixedTime(Date.now())

  await phone.context().setOffline(false)
  await phone.goto('/me')
  await phone.getByRole('button', { name: '退出登录' }).click()
  await expect(phone.getByRole('heading', { name: '扫一张码，就有工会' })).toBeVisible()
  await phone.context().setOffline(true)
  await phone.goto('/card')
  await expect(phone.getByText(worker.name)).toHaveCount(0)
  await expect(phone.locator('.live-digits')).toHaveCount(0)
})

test('没网也能填: a form filled in without a network arrives exactly once, also when its answer is lost', async ({
  house,
  stage,
}) => {
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { link } = await madeCode(officer, '山里')
  const worker = newcomer({ x: true })
  const line = await standBetween(house.url)
  const phone = await stage.phone({ baseURL: line.url })
  const { matter } = await joined(house, phone, worker, link)
  if (matter === null) throw new Error('nothing to return')
  await officer.send(`/api/cells/${matter.cell}/applications/${matter.id}/return`, { reason: 'details_missing' })
  await phone.goto('/')
  await phone.getByRole('link', { name: '入会申请退回来了，请您改' }).click()
  await expect(phone.getByRole('link', { name: '改好重交' })).toBeVisible()
  await keptOnPhone(phone)

  await test.step('without a network it is filled in, and kept', async () => {
    await phone.context().setOffline(true)
    await phone.goto(`/matters/${matter.cell}/${matter.id}`)
    await phone.getByRole('link', { name: '改好重交' }).click()
    await answerNumber(phone, worker.number)
    await phone.getByRole('textbox', { name: '您的姓名' }).fill(worker.name)
    await phone.getByRole('button', { name: '重新提交' }).click()
    await expect(phone.getByText('补充后的申请：等网络，还没送出')).toBeVisible()
    await expectAccessible(phone)
  })

  await test.step('no readable number rests on the phone, and a reload loses nothing', async () => {
    const kept = await phone.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('gongqiao')
        request.onsuccess = () => resolve(request.result)
      })
      const letters = await new Promise<unknown[]>((resolve) => {
        const request = database.transaction('letters').objectStore('letters').getAll()
        request.onsuccess = () => resolve(request.result)
      })
      database.close()
      return JSON.stringify(letters) + JSON.stringify(localStorage)
    })
    expect(kept).not.toContain(worker.number)
    await phone.goto('/')
    await expect(phone.getByText('补充后的申请：等网络，还没送出')).toBeVisible()
  })

  await test.step('the first answer is lost on the way; it arrives all the same', async () => {
    line.loseAnswer('/resubmission')
    await phone.context().setOffline(false)
    await expect(phone.getByText('补充后的申请：已送达')).toBeVisible({ timeout: 60_000 })
    await expectAccessible(phone)
  })

  const view = await officer.ask<ApplicationView>(`/api/cells/${matter.cell}/applications/${matter.id}`)
  expect(view.state).toBe('submitted')
  expect(view.history.filter(({ step }) => step === 'resubmit').length).toBe(1)
  expect(line.asked('/resubmission')).toBeGreaterThan(1)

  await test.step('a withdrawal from the first screen that opens waits as well', async () => {
    await phone.context().setOffline(true)
    await phone.goto(`/matters/${matter.cell}/${matter.id}`)
    await phone.getByRole('button', { name: '撤回申请' }).click()
    await phone.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click()
    await expect(phone.getByText('撤回申请：等网络，还没送出')).toBeVisible()
    await phone.context().setOffline(false)
    await expect(phone.getByText('撤回申请：已送达')).toBeVisible({ timeout: 60_000 })
  })
  await line.close()
})

test('新版本: a new version is told quietly, and opening it loses no form', async ({ house, stage }) => {
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { link } = await madeCode(officer, '换版本')
  const worker = newcomer({ x: true })
  const line = await standBetween(house.url)
  const phone = await stage.phone({ baseURL: line.url })
  await phone.goto(new URL(link).pathname)
  await keptOnPhone(phone)
  await phone.getByRole('link', { name: '开始填写' }).click()
  await typeOnPad(phone, worker.number)
  await next(phone)
  await phone.getByRole('textbox', { name: '您的姓名' }).fill(worker.name)

  line.bringOut()
  await phone.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect(phone.getByText('有新版本')).toBeVisible()
  await expectAccessible(phone)
  await phone.getByRole('button', { name: '换上' }).click()
  await phone.waitForLoadState('load')

  await expect(phone.getByRole('textbox', { name: '您的姓名' })).toHaveValue(worker.name)
  await expect(phone.getByText('有新版本')).toHaveCount(0)
  await line.close()
})

test('填到一半没网了: a join form is filled in without a network up to the code, and goes on from there', async ({
  house,
  stage,
}) => {
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { link } = await madeCode(officer, '工地门口')
  const worker = newcomer({ x: true })
  const phone = await stage.phone()
  await phone.goto(link)
  await expect(phone.getByText('邀请您加入')).toBeVisible()
  await keptOnPhone(phone)

  await phone.context().setOffline(true)
  await phone.goto(link)
  await phone.getByRole('link', { name: '开始填写' }).click()
  await fillIn(phone, worker)
  await expect(phone.getByRole('alert').filter({ hasText: '现在没有网络。填好的都在' })).toBeVisible()
  await expectAccessible(phone)

  await phone.context().setOffline(false)
  await phone.getByRole('button', { name: '同意，发验证码' }).click()
  await proveAndJoin(house, phone, worker)
  await expect(phone.getByText('待确认').first()).toBeVisible()
})

test('微信里: without a service worker everything works but opening without a network', async ({ house, stage }) => {
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const code = await madeCode(officer, '微信群')
  const worker = newcomer()
  const phone = await stage.phone({
    serviceWorkers: 'block',
    userAgent:
      'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0 Mobile Safari/537.36 MicroMessenger/8.0.44',
  })

  await test.step('a worker types the short code and joins', async () => {
    await phone.goto('/code')
    await phone.getByRole('textbox', { name: '海报上的六位短码' }).fill(code.shortCode)
    await phone.getByRole('button', { name: '打开' }).click()
    await phone.getByRole('link', { name: '开始填写' }).click()
    await fillIn(phone, worker)
    await proveAndJoin(house, phone, worker)
    await expect(phone.getByText('待确认').first()).toBeVisible()
  })

  await test.step('what is said while the network is away is delivered when it is back', async () => {
    const { matter } = await (await phone.request.get('/api/me/card')).json()
    await officer.send(`/api/cells/${matter.cell}/applications/${matter.id}/confirmation`, {
      decidedOn: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()),
    })
    await phone.goto('/record')
    await expect(phone.getByRole('button', { name: '都对，确认' })).toBeVisible()
    await phone.context().setOffline(true)
    await phone.getByRole('button', { name: '都对，确认' }).click()
    await expect(phone.getByText('“资料都对”：等网络，还没送出')).toBeVisible()
    await expectAccessible(phone)
    await phone.context().setOffline(false)
    await expect(phone.getByText('“资料都对”：已送达')).toBeVisible({ timeout: 60_000 })
  })

  await test.step('and how to put it on the home screen is said', async () => {
    await phone.goto('/me')
    await expect(phone.getByText('在浏览器打开')).toBeVisible()
    await expectAccessible(phone)
  })
})
