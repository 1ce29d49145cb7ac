import type { Page } from '@playwright/test'

/** Types a day into a field of days. */
export async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.fill(day)
  await field.press('Enter')
}
