import type { Locator } from '@playwright/test'
import type { Newcomer } from '../stories/people.ts'
import { dialogOf, goesTo, opens } from './desk.ts'
import type { Officer } from './officer.ts'
import type { World } from './world.ts'

/** Agrees that somebody who retires keeps their membership. */
export function retains(world: World, officer: Officer, { name }: Newcomer) {
  return world.ledger.during('a retirement: membership retained', async () => {
    const panel = await opens(officer, name)
    await officer.press(panel.getByRole('button', { name: '同意', exact: true }), dialogOf(officer))
    await officer.read(dialogOf(officer))
    const go = dialogOf(officer).getByRole('button', { name: '同意', exact: true })
    await officer.press(go, panel.getByText('已同意'))
  })
}

/** Announces that somebody leaves the union. */
export function announces(world: World, officer: Officer, { name }: Newcomer) {
  return world.ledger.during('a resignation announced', async () => {
    const panel = await opens(officer, name)
    await officer.press(panel.getByRole('button', { name: '公布退会' }), dialogOf(officer))
    await officer.read(dialogOf(officer))
    const go = dialogOf(officer).getByRole('button', { name: '公布退会' })
    await officer.press(go, officer.page.getByText('已办好'))
  })
}

/** Finds somebody in the roll by their name and opens them. */
async function finds(officer: Officer, name: string): Promise<Locator> {
  const { page } = officer
  const field = page.getByRole('textbox', { name: '在这份名册里查找' })
  await goesTo(officer, '会员名册', field)
  await officer.look(field, name)
  await officer.key('Enter', page.getByRole('button', { name, exact: true }))
  const panel = page.getByRole('complementary', { name: '会员' })
  await officer.press(page.getByRole('button', { name, exact: true }), panel.getByText('这次查看已记录'))
  await panel.getByRole('region', { name: '会籍办理' }).waitFor()
  await officer.read(panel)
  return panel
}

/** Records a death. */
export function recordsDeath(
  world: World,
  officer: Officer,
  { name }: Newcomer,
  { on, kin, relation }: { readonly on: string; readonly kin: string; readonly relation: string },
) {
  return world.ledger.during('a death recorded', async () => {
    const panel = await finds(officer, name)
    await officer.press(panel.getByRole('button', { name: '登记去世' }), dialogOf(officer))
    await officer.read(dialogOf(officer))
    const day = officer.page.locator(`td[title="${on}"]`)
    await officer.press(dialogOf(officer).getByLabel('日期'), day)
    await officer.pick(day)
    await officer.fill(dialogOf(officer).getByLabel('到场家属姓名'), kin)
    await officer.fill(dialogOf(officer).getByLabel('与会员的关系'), relation)
    const go = dialogOf(officer).getByRole('button', { name: '登记去世' })
    await officer.press(go, officer.page.getByText('已办好'))
  })
}

/** Corrects a name by the document that is shown. */
export function corrects(world: World, officer: Officer, { name }: Newcomer, right: string, paper: Buffer) {
  return world.ledger.during('a name corrected by the document', async () => {
    const panel = await finds(officer, name)
    await officer.press(panel.getByRole('button', { name: '更正姓名' }), dialogOf(officer))
    await officer.read(dialogOf(officer))
    await officer.fill(dialogOf(officer).getByLabel('证件上的姓名'), right)
    const scan = { name: '证件.png', mimeType: 'image/png', buffer: paper }
    await officer.hand(dialogOf(officer).locator('input[type=file]'), scan, dialogOf(officer).getByText('证件.png'))
    const go = dialogOf(officer).getByRole('button', { name: '更正姓名' })
    await officer.press(go, officer.page.getByText('已办好'))
  })
}
