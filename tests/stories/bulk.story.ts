import type { MyMatterWhole } from '@gongqiao/kernel/matter/contract.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { UnitPage } from '@gongqiao/modules/organization/contract.ts'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { appointed, confirmed, joined, madeCode, type Officer, signedIn } from './by-api.ts'
import type { Installation } from './installation.ts'
import { type Newcomer, newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** An officer with a union of their own, signed in at this desk. */
async function ownOffice(house: Installation, stage: { computer(): Promise<Page> }, desk: Page): Promise<Officer> {
  const county = await signedIn(house, await stage.computer(), 'county')
  const township = await signedIn(house, await stage.computer(), 'township')
  const { items } = await township.ask<UnitPage>(`/api/units/${township.post.unit.id}/children`)
  const unit = items.filter(({ level }) => level === 'grassroots').at(-2)
  if (!unit) throw new Error('a township has unions')
  return appointed(house, desk, county, unit)
}

/** A member who has asked for a letter, signed in at this phone. */
async function asks(house: Installation, phone: Page, officer: Officer, link: string) {
  const worker: Newcomer = newcomer()
  await confirmed(officer, await joined(house, phone, worker, link))
  const said = async (path: string, data: object): Promise<MyMatterWhole> => {
    const headers = { 'Idempotency-Key': newId() }
    const response = await phone.context().request.post(house.url + path, { data, headers })
    if (!response.ok()) throw new Error(await response.text())
    return response.json()
  }
  const { cell, id } = await said('/api/me/matters', { kind: 'membership.letter', form: { purpose: 'benefit' } })
  return { name: worker.name, withdraw: () => said(`/api/me/matters/${cell}/${id}/steps/withdraw`, {}) }
}

test('批量办理: several matters are taken one step by one dialog, and each says what became of it', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  const officer = await ownOffice(house, stage, desk)
  const { link } = await madeCode(officer, '批量办理')
  const people: Awaited<ReturnType<typeof asks>>[] = []
  for (let one = 0; one < 5; one += 1) people.push(await asks(house, await stage.phone(), officer, link))
  await joined(house, await stage.phone(), newcomer(), link)
  const bar = desk.getByRole('region', { name: '选中的' })
  const dialog = desk.getByRole('dialog')
  const tick = (name: string | undefined) => desk.getByRole('checkbox', { name: `选中${name}` })

  await test.step('rows are chosen by a tick, by Shift and by keys; the bar says how many', async () => {
    await desk.goto('/console/')
    await expect(bar).toHaveCount(0)
    const letters = desk.getByRole('button', { name: /会籍证明/ })
    await expect(letters).toHaveCount(5)
    const ticks = desk.locator('.queue-item', { has: letters }).getByRole('checkbox')
    await ticks.nth(0).click()
    await ticks.nth(2).click({ modifiers: ['Shift'] })
    await expect(bar.getByText('已选 3 件')).toBeVisible()
    await bar.getByRole('button', { name: '都不选' }).click()
    await expect(bar).toHaveCount(0)
    await letters.nth(1).focus()
    await ticks.nth(1).click()
    await desk.keyboard.press('j')
    await desk.keyboard.press('j')
    await desk.keyboard.press('X')
    await expect(bar.getByText('已选 3 件')).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('what has no step in common is offered none', async () => {
    await desk.getByRole('checkbox', { name: '全选可以一起办的' }).check()
    await expect(bar.getByText('没有可以一起办的步骤', { exact: false })).toBeVisible()
    await expect(bar.getByRole('button')).toHaveText(['都不选'])
    await bar.getByRole('button', { name: '都不选' }).click()
  })

  await test.step('one dialog asks for the reason once; one of the three was withdrawn meanwhile', async () => {
    for (const { name } of people.slice(0, 3)) await tick(name).check()
    await people[1]?.withdraw()
    await bar.getByRole('button', { name: '不予开具' }).click()
    await dialog.getByRole('button', { name: '不予开具（3 件）' }).click()
    await expect(dialog.getByText('请选一个原因。')).toBeVisible()
    await expectAccessible(desk)
    await dialog.getByText('要补充说明').click()
    await dialog.getByRole('button', { name: '不予开具（3 件）' }).click()
    await expect(dialog.getByText('已办 2 件。', { exact: false })).toBeVisible()
    await expect(dialog.getByText('1 件没有办成，原因写在下面。', { exact: false })).toBeVisible()
    await expect(dialog.locator('.bulk-refused')).toContainText(people[1]?.name ?? '')
    await expect(dialog.locator('.bulk-refused')).toContainText('这一步现在办不了')
    await expectAccessible(desk)
    await dialog.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
    await expect(desk.getByRole('button', { name: /会籍证明/ })).toHaveCount(2)
  })

  await test.step('on a phone the same, in English', async () => {
    await desk.getByRole('button', { name: 'English' }).click()
    await desk.setViewportSize({ width: 360, height: 740 })
    const chosen = desk.getByRole('region', { name: 'Selected matters' })
    for (const { name } of people.slice(3)) await desk.getByRole('checkbox', { name: `Select ${name}` }).check()
    await expect(chosen.getByText('Selected: 2')).toBeInViewport()
    await expectAccessible(desk)
    await chosen.getByRole('button', { name: 'Issue the letter' }).click()
    await expect(dialog.getByText('holds for each of them', { exact: false })).toBeVisible()
    await expectAccessible(desk)
    await dialog.getByRole('button', { name: /\(2\)$/ }).click()
    await expect(dialog.getByText('Done: 2.', { exact: false })).toBeVisible()
    await dialog.locator('.ant-modal-footer').getByRole('button', { name: 'Close' }).click()
    await expect(chosen).toHaveCount(0)
  })
})
