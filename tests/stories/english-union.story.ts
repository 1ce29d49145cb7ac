import type { Page } from '@playwright/test'
import { expectAccessible, expectEnglish } from './accessible.ts'
import { confirmed, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** What answers call what has a name of its own: people, unions, posts, employers, documents and where a rule was published. */
const named =
  /^(?:name|shortName|title|label|holder|by|post|unit|owner|article|source|document|brand|meetingPlace|words_zh)$/

/** Every name that answers of the interface have told this page, longest first. */
function namesTold(page: Page): () => string[] {
  const told = new Set<string>(['工桥', '中文', '演示'])
  const keep = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && named.test(key) && /\p{Script=Han}/u.test(value)) told.add(value)
    if (Array.isArray(value)) for (const one of value) keep(one, key)
    else if (value !== null && typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) keep(inner, name)
  }
  page.on('response', (response) => {
    if (!/\/api\//.test(response.url())) return
    expect.soft(response.status(), response.url()).toBeLessThan(400)
    if (!(response.headers()['content-type'] ?? '').includes('json')) return
    void response.json().then(keep, () => undefined)
  })
  return () => [...told].sort((one, other) => other.length - one.length)
}

/** What reaches beyond a page that is wider than its window, by tag, class and first words. */
function stickingOut(): string[] {
  if (document.documentElement.scrollWidth <= window.innerWidth) return []
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
    .map((one) => `${one.tagName}.${one.className} ${(one.textContent ?? '').slice(0, 40)}`)
    .slice(-6)
}

async function expectGood(page: Page, names: () => string[]): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.locator('.loading:visible')).toHaveCount(0)
  await page.waitForLoadState('networkidle')
  expect.soft(await page.evaluate(stickingOut), `sideways on ${page.url()}`).toEqual([])
  await expectEnglish(page, names())
  await expectAccessible(page)
}

const tabs = [
  'transfers',
  'elections',
  'foundings',
  'registration',
  'registration?on=2026-01-01&known=now',
  'committee',
  'committee?on=2026-01-01&known=now',
  'coverage',
  'coverage?on=2026-01-01&known=now',
  'past',
  'past?on=2026-01-01&known=now',
  'asks',
  'intake',
  'people/past?on=2026-01-01&known=then',
  'people/duplicates',
  'people/employers',
  'people/unclaimed',
] as const

const screens = { 'at a desk': { width: 1440, height: 900 }, 'on a small screen': { width: 360, height: 740 } }
for (const [where, viewport] of Object.entries(screens)) {
  test(`English: what a union does for its people and itself, screen by screen, ${where}`, async ({ house, stage }) => {
    test.slow()
    const desk = await stage.computer({ locale: 'en-GB', viewport })
    await desk.goto('/console/')
    await desk.getByRole('button', { name: 'English' }).click()
    const { post } = await signedIn(house, desk, 'county')
    const names = namesTold(desk)

    for (const tab of tabs) {
      await test.step(tab, async () => {
        await desk.goto(`/console/units/${post.unit.id}/${tab}`)
        await expectGood(desk, names)
      })
    }
    await test.step('clock', async () => {
      await desk.goto('/console/clock')
      await expectGood(desk, names)
    })
  })
}

test('English: what a member can do beyond joining, on a small phone with larger type', async ({ house, stage }) => {
  test.slow()
  const desk = await stage.computer()
  const officer = await signedIn(house, desk, 'grassroots')
  const phone = await stage.phone({ locale: 'en-GB', viewport: { width: 360, height: 740 } })
  const member = { ...newcomer(), name: 'Tenzin Dolma' }
  await confirmed(officer, await joined(house, phone, member, (await madeCode(officer, '本人')).link))
  const names = namesTold(phone)
  await phone.addInitScript(() => localStorage.setItem('gongqiao.large', 'yes'))

  for (const path of ['/ask', '/asks', '/ask/code', '/life', '/transfer', '/elections', '/union-ask', '/union-asks']) {
    await test.step(path, async () => {
      await phone.goto(path)
      await expectGood(phone, names)
    })
  }
})
