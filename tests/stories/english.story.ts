import type { Page } from '@playwright/test'
import { expectAccessible, expectEnglish } from './accessible.ts'
import { codeSentTo, confirmed, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** What stays as it is in every language: names of unions, officers, posts and codes. */
const unions = /[\p{Script=Han}·]+(?:工会|委员会|兵团|\.\.\.)/u
const officers = /演示(?:全国|省级|市级|县级|乡镇|基层|工友)/u
const posts = /(?:企业工会主席|乡镇（街道）总工会干部|[全国省市县]+总工会干部)/u
/** Where a deadline comes from, quoted as it was published. */
const sources = /[\p{Script=Han}，“”]*全国推荐值[\p{Script=Han}，]*/u
/** What others were sent, in their language. */
const textMessages = /【工桥】[^【]*/u
const names = [sources, posts, officers, unions, '工桥', '职工之家门口', '本人', '中文']

test('English: a worker joins with larger type and by keyboard alone, and nothing is left in Chinese', async ({
  house,
  stage,
}) => {
  const worker = { ...newcomer({ x: true }), name: 'Aigerim Nurlan' }
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { link } = await madeCode(officer, '本人')
  const phone = await stage.phone({ locale: 'en-GB' })
  const screen = async (heading: string | RegExp) => {
    await expect(phone.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
    await expectEnglish(phone, names)
    await expectAccessible(phone)
  }
  const reach = async (role: 'button' | 'link' | 'checkbox', name: string | RegExp) => {
    const wanted = phone.getByRole(role, { name, exact: true })
    await expect(wanted).toBeVisible()
    while (!(await wanted.evaluate((one) => one === document.activeElement))) await phone.keyboard.press('Tab')
  }
  const type = async (label: string, text: string) => {
    await expect(phone.getByRole('textbox', { name: label })).toBeFocused()
    await phone.keyboard.type(text)
    await phone.keyboard.press('Enter')
  }

  await phone.goto(link)
  await screen(officer.post.unit.name)
  await reach('button', 'Larger')
  await phone.keyboard.press('Enter')
  await expect(phone.locator('html')).toHaveAttribute('data-type', 'large')
  await expectAccessible(phone)
  await reach('link', 'Start')
  await phone.keyboard.press('Enter')

  await screen('resident identity card: number')
  await type('resident identity card: number', worker.number)
  await screen('Your name')
  await type('Your name', worker.name)
  await screen('Mobile number')
  await type('Mobile number', worker.phone)
  await screen('Your record needs your consent')
  for (const words of [/I have read/, /I separately agree/]) {
    await reach('checkbox', words)
    await phone.keyboard.press('Space')
  }
  await reach('button', 'Agree and send the code')
  await phone.keyboard.press('Enter')
  await screen('Last step: your phone')
  await type('Code from the text message', await codeSentTo(house, worker.phone))

  await screen('You are in, awaiting confirmation')
  const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, 'large type stays inside the screen').toBeLessThanOrEqual(0)
  const listed = (await house.inbox()).listed.map(({ name }) => name)
  for (const path of [
    '/',
    '/matters',
    '/me',
    '/me/looks',
    '/me/consents',
    '/messages',
    '/card',
    '/map',
    '/claim',
    '/claims',
    '/record',
    '/demo',
    '/nowhere',
  ]) {
    await phone.goto(path)
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(phone.getByText('Loading…')).toHaveCount(0)
    await expectEnglish(phone, [textMessages, ...listed, ...names])
    await expectAccessible(phone)
  }
})

/** Whom other stories have invited, and to which post, as whoever invited them wrote it. */
const invited = ['舒望', '舒明', '演示基层', '工会主席', '工会委员']

test('English: the desk, screen by screen', async ({ house, stage }) => {
  const worker = { ...newcomer(), name: 'Mira Osman' }
  const member = { ...newcomer(), name: 'Tenzin Dolma' }
  const desk = await stage.computer({ locale: 'en-GB' })
  const officer = await signedIn(house, desk, 'county')
  const { link } = await madeCode(officer, '本人')
  await joined(house, await stage.phone(), worker, link)
  await confirmed(officer, await joined(house, await stage.phone(), member, link))
  const unit = officer.post.unit.id
  const screen = async (page: Page, known = names) => {
    await expectEnglish(page, known)
    await expectAccessible(page)
  }

  const door = await stage.computer()
  await door.goto('/console/')
  await door.getByRole('button', { name: 'English' }).click()
  await expect(door.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await screen(door)

  await desk.goto('/console/')
  await desk.getByRole('button', { name: 'English' }).click()
  await expect(desk.getByRole('heading', { name: 'Queue' })).toBeVisible()
  await screen(desk)
  await desk.getByRole('button', { name: new RegExp(`^${worker.name}`) }).click()
  await expect(desk.getByRole('complementary', { name: 'Matter' })).toContainText('working days')
  await screen(desk)
  await desk.getByRole('button', { name: 'Return', exact: true }).click()
  await screen(desk)
  await desk.keyboard.press('Escape')
  await desk.getByRole('button', { name: 'Confirm', exact: true }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).click()
  await screen(desk)
  await desk.keyboard.press('Escape')

  for (const tab of ['figures', 'codes', 'window', 'posts', 'people'] as const) {
    await desk.goto(`/console/units/${unit}/${tab}`)
    await expect(desk.getByRole('heading', { level: 2 }).first()).toBeVisible()
    await expect(desk.locator('.loading:visible')).toHaveCount(0)
    const people = await desk.locator('table.roll .row-open').allTextContents()
    await screen(desk, [...people.sort((one, other) => other.length - one.length), ...names, ...invited])
  }
  await desk.goto('/console/messages')
  await screen(desk)
  await desk.getByRole('button', { name: 'Keys' }).click()
  await screen(desk)
})
