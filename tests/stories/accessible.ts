import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Expects that axe finds nothing on the screen as it stands, by the rules of WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  await settle(page)
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')} — ${failureSummary ?? ''}`),
  }))
  expect(found, `axe on ${page.url()}`).toEqual([])
}

/** Waits for what is moving to have moved: a half-faded text has a contrast it does not stay with. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  )
}

/** Expects that the screen shows no Chinese but in these elements: names of people, unions and posts. */
export async function expectEnglish(page: Page, names: readonly (string | RegExp)[]): Promise<void> {
  await settle(page)
  const chinese = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement
      const isShown = around?.checkVisibility() && !around.closest('[lang^="zh"], script, style')
      if (isShown && /\p{Script=Han}/u.test(node.textContent ?? '')) found.push(node.textContent?.trim() ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (element.closest('[lang^="zh"]')) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name) ?? ''
        if (/\p{Script=Han}/u.test(text)) found.push(text)
      }
    }
    return [...found, document.title].filter((text) => /\p{Script=Han}/u.test(text))
  })
  const left = chinese.filter((text) => /\p{Script=Han}/u.test(withoutNames(text, names)))
  expect([...new Set(left)], `Chinese on ${page.url()}`).toEqual([])
}

function withoutNames(text: string, names: readonly (string | RegExp)[]): string {
  return names.reduce<string>((rest, name) => rest.replaceAll(asGlobal(name), ''), text)
}

function asGlobal(name: string | RegExp): string | RegExp {
  return typeof name === 'string' ? name : new RegExp(name.source, `${name.flags.replace('g', '')}g`)
}
