import { readFile } from 'node:fs/promises'
import type { Sheet } from '../afternoon/sheets.ts'
import { dialogOf, goesTo, panelOf, tab } from './desk.ts'
import type { Officer } from './officer.ts'
import type { World } from './world.ts'

const roll = (officer: Officer) => officer.page.getByRole('heading', { name: '会员名册' })

/** Brings next month's sheet in as a difference, and decides who of those missing has left. */
export function bringsIn(world: World, officer: Officer, sheet: Omit<Sheet, 'rows' | 'faulty'>, gone: number) {
  return world.ledger.during('next month’s roster of 300, as a difference', async () => {
    const { page } = officer
    await goesTo(officer, '会员名册', roll(officer))
    await tab(officer, '导入', page.getByRole('radio', { name: '会员名册' }))
    const file = { name: sheet.name, mimeType: sheet.mediaType, buffer: sheet.bytes }
    await officer.hand(page.getByLabel('表格文件'), file, page.getByRole('heading', { name: '核对各列', exact: true }))
    await officer.read(page.getByRole('main'))
    await officer.press(page.getByRole('button', { name: '试运行' }))
    await officer.wait(page.getByRole('button', { name: '这张表不导了' }))
    await officer.read(page.getByRole('main'))
    await officer.press(page.getByRole('button', { name: /^正式导入/ }), dialogOf(officer).getByText('导入以后'))
    await officer.read(dialogOf(officer))
    await officer.press(dialogOf(officer).getByRole('button', { name: /^正式导入/ }))
    await officer.wait(page.getByText('已导入', { exact: true }))
    const missing = page.locator('.import-gone').getByRole('checkbox')
    await officer.read(page.locator('.import-gone'))
    for (let at = 0; at < gone; at++) await officer.pick(missing.nth(at))
    const left = page.getByRole('button', { name: `认定这 ${gone} 人已离开` })
    await officer.press(left, dialogOf(officer).getByText('没有认领过的'))
    await officer.read(dialogOf(officer))
    const go = dialogOf(officer).getByRole('button', { name: `认定这 ${gone} 人已离开` })
    await officer.press(go, page.getByText('已认定', { exact: true }))
  })
}

/** Takes the roll out masked; gives the file. */
export async function exports(world: World, officer: Officer): Promise<Buffer> {
  let bytes = Buffer.alloc(0)
  await world.ledger.during('the roll exported, masked', async () => {
    const { page } = officer
    await goesTo(officer, '会员名册', roll(officer))
    await officer.press(page.getByRole('button', { name: '导出' }), page.getByRole('dialog', { name: '导出会员名册' }))
    await officer.read(dialogOf(officer))
    const progress = page.getByRole('link', { name: '看进度' })
    await officer.press(page.getByRole('button', { name: '开始导出' }), progress)
    await officer.press(progress, page.getByRole('heading', { name: '导出' }))
    await officer.wait(page.getByText('可以下载'))
    const coming = page.waitForEvent('download')
    await officer.press(page.getByRole('link', { name: /^下载/ }).first())
    bytes = await readFile(await (await coming).path())
  })
  return bytes
}

/** Looks at the month's figures; nobody asks for them, and nobody fills anything in. */
export async function looksAtFigures(world: World, officer: Officer): Promise<string> {
  let words = ''
  await world.ledger.during('the month’s figures looked at', async () => {
    const { page } = officer
    await goesTo(officer, '会员名册', roll(officer))
    await tab(officer, '数字', page.getByText('名在册会员', { exact: false }).first())
    await officer.read(page.getByRole('main'))
    words = await page.getByRole('main').innerText()
  })
  return words
}

/** Sees in the queue that the term ends, and what is to be done. */
export async function seesTerm(world: World, officer: Officer): Promise<string> {
  let words = ''
  await world.ledger.during('the reminder of the term’s end', async () => {
    const row = officer.page.getByRole('list', { name: '待办' }).getByRole('button', { name: /任期|换届/ })
    await officer.press(row, panelOf(officer).getByText(/届满|换届/))
    await officer.read(panelOf(officer))
    words = await panelOf(officer).innerText()
  })
  return words
}
