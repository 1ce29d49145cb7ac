import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import { type Installation, openInstallation } from './installation.ts'

type Stage = {
  /** Opens a phone of its own: nothing is kept in it yet, nobody is signed in. */
  readonly phone: (options?: BrowserContextOptions) => Promise<Page>
  /** Opens an office computer of its own. */
  readonly computer: (options?: BrowserContextOptions) => Promise<Page>
}

type Fixtures = {
  readonly stage: Stage
}

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const computer: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }

/** A story: one installation for the whole run, phones and computers of its own, and no fault of a page unseen. */
export const test = base.extend<Fixtures, { readonly house: Installation }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from this pattern
    async ({}, use) => {
      const installation = await openInstallation()
      await use(installation)
      await installation.remove()
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  stage: async ({ browser, house }, use) => {
    const contexts: BrowserContext[] = []
    const mistakes: string[] = []
    const open = async (options: BrowserContextOptions) => {
      const context = await browser.newContext({ baseURL: house.url, reducedMotion: 'reduce', ...options })
      contexts.push(context)
      context.on('weberror', (error) => mistakes.push(String(error.error().stack ?? error.error())))
      context.on('console', (message) => {
        if (/Content Security Policy|Warning: /.test(message.text())) mistakes.push(message.text())
      })
      return context.newPage()
    }
    await use({
      phone: (options) => open({ ...phone, ...options }),
      computer: (options) => open({ ...computer, ...options }),
    })
    await Promise.all(contexts.map((context) => context.close()))
    expect(mistakes, 'mistakes of our pages').toEqual([])
  },
})

export { expect } from '@playwright/test'

/** The words of an element, without the space around them. */
export async function textOf(element: Locator): Promise<string> {
  return ((await element.textContent()) ?? '').trim()
}
