import type { Locator } from '@playwright/test'
import type { Officer } from './officer.ts'
import type { World } from './world.ts'

/** Where the month's work stands on the screen. */
export const panelOf = ({ page }: Officer): Locator => page.getByRole('complementary', { name: '事项' })
export const dialogOf = ({ page }: Officer): Locator => page.getByRole('dialog').last()
export const rowOf = ({ page }: Officer, name: string): Locator =>
  page
    .getByRole('list', { name: '待办' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()

/** Opens the console and signs in: account, password and the six digits of the authenticator. */
export function signsIn(world: World, officer: Officer): Promise<void> {
  const { login, password, code } = world.chair
  const { page } = officer
  return world.ledger.during('signing in', async () => {
    await officer.bookmark(page.getByLabel('账号'))
    await officer.prove(page.getByLabel('账号'), login)
    await officer.key('Tab')
    await officer.prove(page.getByLabel('密码', { exact: true }), password)
    await officer.key('Enter', page.getByLabel('六位动态码'))
    await officer.prove(page.getByLabel('六位动态码'), code(world.now()))
    await officer.key('Enter', page.getByRole('heading', { name: '待办' }))
    await officer.wait(page.getByRole('list', { name: '待办' }))
    await officer.read(page.getByRole('region', { name: '待办' }))
  })
}

/** Goes to one of the places of every day; on a phone they stand behind the menu. */
export async function goesTo(officer: Officer, place: string, after: Locator): Promise<void> {
  const menu = officer.page.getByRole('button', { name: '打开菜单' })
  if (await menu.isVisible()) await officer.press(menu)
  const places = officer.page.getByRole('navigation', { name: '常去的地方' })
  await officer.press(places.getByRole('link', { name: place }), after)
}

/** Goes from one page of the union to another one by its tabs. */
export async function tab(officer: Officer, name: string, after: Locator): Promise<void> {
  await officer.press(officer.page.getByRole('link', { name, exact: true }), after)
}

/** Opens a matter of the queue and reads it. */
export async function opens(officer: Officer, name: string): Promise<Locator> {
  const panel = panelOf(officer)
  await officer.press(rowOf(officer, name), panel.getByRole('heading', { name: new RegExp(name) }))
  await officer.read(panel)
  return panel
}
