import type { Locator, Page } from '@playwright/test'
import { keysOf, reading, seconds, typing } from './klm.ts'
import type { Ledger } from './ledger.ts'
import type { Told } from './told.ts'

/** A field that was filled in, and what of it the product had been told before. */
export type Filled = { readonly field: string; readonly text: string; readonly known: string | undefined }

export type Officer = ReturnType<typeof officerAt>

/** Lines of the screens that the officer has read once this month; what is known is not read again. */
type Read = Set<string>

/**
 * The officer before a screen: each act is done in the browser and written down with what it takes. On a phone there is no
 * mouse, and the hand stays where it is.
 */
export function officerAt(page: Page, ledger: Ledger, told: Told, filled: Filled[], read: Read, isPhone = false) {
  let hand: 'mouse' | 'keys' = 'mouse'
  const hands = (to: 'mouse' | 'keys') => {
    const moves = !isPhone && hand !== to
    hand = to
    return moves ? seconds.home : 0
  }

  async function pressed(target: Locator, after: Locator | undefined, mind: number): Promise<void> {
    const handSeconds = mind + hands('mouse') + seconds.point + seconds.click
    const started = performance.now()
    await target.click()
    await after?.first().waitFor()
    ledger.add({ clicks: 1, handSeconds, waitSeconds: (performance.now() - started) / 1000 })
  }

  async function typed(field: Locator, text: string, mind: number): Promise<void> {
    const isThere = await field.evaluate((element) => element === document.activeElement)
    if (!isThere) await pressed(field, undefined, mind)
    await field.fill(text)
    ledger.add({ keys: keysOf(text), handSeconds: (isThere ? mind : 0) + hands('keys') + typing(text) })
  }

  return {
    page,
    /** Opens the console by its bookmark. */
    async bookmark(after: Locator): Promise<void> {
      const started = performance.now()
      await page.goto('/console/')
      await after.first().waitFor()
      const handSeconds = seconds.mind + hands('mouse') + seconds.point + seconds.click
      ledger.add({ clicks: 1, handSeconds, waitSeconds: (performance.now() - started) / 1000 })
    },
    /** Decides on a step and presses it; waits for what must follow. */
    press: (target: Locator, after?: Locator) => pressed(target, after, seconds.mind),
    /** Presses one of several things that were decided on together: a tick, a radio button. */
    pick: (target: Locator, after?: Locator) => pressed(target, after, 0),
    /** Fills in what nobody has told the product yet. */
    async fill(field: Locator, text: string): Promise<void> {
      const label = (await field.getAttribute('aria-label')) ?? (await field.getAttribute('id')) ?? ''
      filled.push({ field: label, text, known: told.knows(text) })
      await typed(field, text, seconds.mind)
      ledger.add({ fields: 1 })
    },
    /** Types what is looked for. */
    look: (field: Locator, text: string) => typed(field, text, seconds.mind),
    /** Types a password or a code: who one is must be shown again. */
    prove: (field: Locator, text: string) => typed(field, text, 0),
    async key(name: string, after?: Locator): Promise<void> {
      const started = performance.now()
      await page.keyboard.press(name)
      await after?.first().waitFor()
      const waitSeconds = (performance.now() - started) / 1000
      ledger.add({ keys: 1, handSeconds: hands('keys') + seconds.key, waitSeconds })
    },
    /** Chooses a file of this machine: the button, the file by two clicks. */
    async hand(
      input: Locator,
      file: { name: string; mimeType: string; buffer: Buffer },
      after: Locator,
    ): Promise<void> {
      const started = performance.now()
      await input.setInputFiles(file)
      await after.first().waitFor()
      const handSeconds = 2 * seconds.mind + hands('mouse') + 2 * seconds.point + 3 * seconds.click
      ledger.add({ clicks: 3, handSeconds, waitSeconds: (performance.now() - started) / 1000 })
    },
    /** Reads what is new to the officer in this part of the screen, and makes up their mind about it. */
    async read(part: Locator): Promise<void> {
      await part.waitFor()
      const lines = (await part.innerText()).split(/\n|(?<=。)/).map((line) => line.trim())
      const fresh = lines.filter((line) => line !== '' && !read.has(line))
      for (const line of fresh) read.add(line)
      ledger.add({ handSeconds: seconds.mind, readSeconds: reading(fresh.join('\n')) })
    },
    /** Waits for something the officer waits for. */
    async wait(until: Locator, timeout = 60_000): Promise<void> {
      const started = performance.now()
      await until.first().waitFor({ timeout })
      ledger.add({ waitSeconds: (performance.now() - started) / 1000 })
    },
  }
}
