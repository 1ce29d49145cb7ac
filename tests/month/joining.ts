import type { Newcomer } from '../stories/people.ts'
import { dialogOf, goesTo, opens, rowOf } from './desk.ts'
import type { Officer } from './officer.ts'
import type { Worker } from './worker.ts'
import type { World } from './world.ts'

/** Returns an application with a reason and a word to the person. */
export function returns(world: World, officer: Officer, { name }: Worker, reason: string, note: string) {
  return world.ledger.during('an application returned with its reason', async () => {
    const panel = await opens(officer, name)
    const dialog = dialogOf(officer)
    await officer.press(panel.getByRole('button', { name: '退回补充' }), dialog)
    await officer.read(dialog)
    await officer.pick(dialog.getByRole('radio', { name: reason }))
    await officer.fill(dialog.getByLabel('给本人的话'), note)
    await officer.press(dialog.getByRole('button', { name: '退回补充' }), officer.page.getByText(`已退回，${name}`))
  })
}

/** Confirms one application with the day of the committee. */
export function confirms(world: World, officer: Officer, { name }: Newcomer) {
  return world.ledger.during('an application confirmed by itself', async () => {
    const panel = await opens(officer, name)
    const dialog = dialogOf(officer)
    await officer.press(panel.getByRole('button', { name: '确认入会' }), dialog)
    await officer.read(dialog)
    await officer.pick(dialog.getByRole('button', { name: '今天' }))
    await officer.press(dialog.getByRole('button', { name: '确认入会' }), officer.page.getByText(`已确认${name}入会`))
  })
}

/** Confirms everybody who waits, with one day of one meeting. */
export function confirmsAll(world: World, officer: Officer, people: readonly Newcomer[]) {
  return world.ledger.during(`${people.length} applications confirmed at once`, async () => {
    const { page } = officer
    for (const { name } of people) await rowOf(officer, name).waitFor()
    await officer.read(page.getByRole('list', { name: '待办' }))
    await officer.press(page.locator('.tickbar').getByRole('checkbox'))
    await officer.press(page.getByRole('button', { name: '批量确认' }), dialogOf(officer))
    await officer.read(dialogOf(officer))
    await officer.pick(dialogOf(officer).getByRole('button', { name: '今天' }))
    const go = dialogOf(officer).getByRole('button', { name: `确认 ${people.length} 件` })
    await officer.press(go, page.getByText(`已确认 ${people.length} 件。`))
    await officer.press(page.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }))
  })
}

/** Takes down somebody without a phone, who signs on paper. */
export function takesDown(world: World, officer: Officer, { name, number }: Newcomer, paper: Buffer) {
  return world.ledger.during('a member without a phone, at the window', async () => {
    const { page } = officer
    await goesTo(officer, '窗口代办', page.getByRole('heading', { name: '窗口代办入会' }))
    await officer.read(page.getByRole('main'))
    await officer.fill(page.getByLabel('证件号码', { exact: true }), number)
    await officer.fill(page.getByLabel('姓名', { exact: true }), name)
    await officer.pick(page.getByRole('radio', { name: '在纸上签名' }))
    const scan = { name: '签名.png', mimeType: 'image/png', buffer: paper }
    await officer.hand(page.getByLabel('签了名的扫描件'), scan, page.getByText('已上传：签名.png'))
    await officer.pick(page.getByRole('checkbox', { name: '本人已了解' }))
    await officer.pick(page.getByRole('checkbox', { name: '本人同意' }))
    const done = page.getByRole('heading', { name: `${name}已是待确认会员` })
    await officer.press(page.getByRole('button', { name: '提交入会申请' }), done)
    await officer.read(page.getByRole('main'))
  })
}
