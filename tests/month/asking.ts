import type { Newcomer } from '../stories/people.ts'
import { dialogOf, goesTo, opens, tab } from './desk.ts'
import type { Officer } from './officer.ts'
import type { World } from './world.ts'

/** Answers what somebody asked. */
export function answers(world: World, officer: Officer, { name }: Newcomer, result: string, words: string) {
  return world.ledger.during('an ask answered', async () => {
    const panel = await opens(officer, name)
    await officer.pick(panel.getByRole('radio', { name: result }))
    await officer.fill(panel.getByRole('textbox', { name: '写给本人的话' }), words)
    const go = panel.getByRole('button', { name: '答复', exact: true })
    await officer.press(go, panel.getByText('是不是解决了，由本人说'))
  })
}

/** Refers an ask to a union that can do something about it. */
export function refers(world: World, officer: Officer, { name }: Newcomer, union: string, typed: string) {
  return world.ledger.during('an ask referred to the union above', async () => {
    const { page } = officer
    const panel = await opens(officer, name)
    const field = dialogOf(officer).getByRole('combobox', { name: '转给哪个工会' })
    await officer.press(panel.getByRole('button', { name: '转给能办的工会' }), field)
    await officer.read(dialogOf(officer))
    await officer.look(field, typed)
    const option = page.locator('.ant-select-item-option', { hasText: union }).first()
    await officer.wait(option)
    await officer.pick(option)
    await officer.pick(dialogOf(officer).getByRole('radio', { name: '应由对方办理' }))
    const go = dialogOf(officer).getByRole('button', { name: '转给别的工会' })
    await officer.press(go, page.getByText('已办：转给别的工会'))
  })
}

/** Takes down what somebody says on the phone, and answers at once. */
export function takesCall(
  world: World,
  officer: Officer,
  call: { readonly words: string; readonly name: string; readonly phone: string; readonly answer: string },
) {
  return world.ledger.during('a phone call taken down and answered', async () => {
    const { page } = officer
    await goesTo(officer, '窗口代办', page.getByRole('heading', { name: '窗口代办入会' }))
    await tab(officer, '代记诉求', page.getByRole('radio', { name: '电话' }))
    await officer.read(page.getByRole('main'))
    await officer.pick(page.getByRole('radio', { name: '电话' }))
    await officer.fill(page.getByRole('textbox', { name: '本人说了什么' }), call.words)
    await officer.fill(page.getByRole('textbox', { name: '怎么称呼' }), call.name)
    await officer.fill(page.getByRole('textbox', { name: '回电号码' }), call.phone)
    await officer.pick(page.getByRole('checkbox', { name: '当场答复' }))
    await officer.pick(page.getByRole('radio', { name: '已说明' }))
    await officer.fill(page.getByRole('textbox', { name: '写给本人的话' }), call.answer)
    await officer.press(page.getByRole('button', { name: '记下来' }), page.getByText('查询码', { exact: true }))
    await officer.read(page.getByRole('main'))
  })
}

/** Issues a letter that says somebody is a member. */
export function issues(world: World, officer: Officer, { name }: Newcomer) {
  return world.ledger.during('a letter of membership issued', async () => {
    const panel = await opens(officer, name)
    await officer.press(panel.getByRole('button', { name: '开具证明' }), dialogOf(officer))
    await officer.read(dialogOf(officer))
    const go = dialogOf(officer).getByRole('button', { name: '开具证明' })
    await officer.press(go, panel.getByRole('link', { name: /会籍证明-.*\.pdf/ }))
  })
}
