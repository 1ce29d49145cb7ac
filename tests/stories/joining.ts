import { expect, type Page } from '@playwright/test'
import { codeSentTo } from './by-api.ts'
import type { Installation } from './installation.ts'
import type { Newcomer } from './people.ts'

/** Presses the main button of a question. */
export async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click()
}

/** Types an identity number on the pad with the X, digit by digit. */
export async function typeOnPad(page: Page, number: string): Promise<void> {
  const pad = page.getByRole('group', { name: '证件号码键盘' })
  for (const key of number) await pad.getByRole('button', { name: key, exact: true }).click()
}

/** Fills in the three fields and agrees twice; a code is on its way to the phone afterwards. */
export async function fillIn(page: Page, { number, name, phone }: Newcomer): Promise<void> {
  await answerNumber(page, number)
  await answerName(page, name)
  await answerPhone(page, phone)
  await agree(page)
}

export async function answerNumber(page: Page, number: string): Promise<void> {
  await expect(page.getByRole('heading', { name: '居民身份证号码' })).toBeVisible()
  await typeOnPad(page, number)
  await next(page)
}

export async function answerName(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: '您的姓名' }).fill(name)
  await next(page)
}

export async function answerPhone(page: Page, phone: string): Promise<void> {
  await page.getByRole('textbox', { name: '手机号' }).fill(phone)
  await next(page)
}

/** Ticks the notice and, apart from it, the consent for the identity number. */
export async function agree(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: '我看过' }).check()
  await page.getByRole('checkbox', { name: '我单独同意' }).check()
  await page.getByRole('button', { name: '同意，发验证码' }).click()
}

/** Types the code that was sent, and joins. */
export async function proveAndJoin(house: Installation, page: Page, { phone }: Newcomer): Promise<void> {
  const field = page.getByRole('textbox', { name: '短信验证码' })
  await expect(page.getByText('6 位数字已发到')).toBeVisible()
  await field.fill(await codeSentTo(house, phone))
  await page.getByRole('button', { name: '加入工会' }).click()
}
