import { expectAccessible } from './accessible.ts'
import { confirmed, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

test('会籍证明: a matter that no screen knows is asked for, handled and kept by its definition alone', async ({
  house,
  stage,
}) => {
  const [desk, phone] = [await stage.computer(), await stage.phone()]
  const worker = newcomer()
  const officer = await signedIn(house, desk, 'grassroots')
  await confirmed(officer, await joined(house, phone, worker, (await madeCode(officer, '证明')).link))

  await test.step('the worker asks by a form that says what is missing', async () => {
    await phone.goto('/matters')
    await phone.getByRole('link', { name: /会籍证明/ }).click()
    await phone.getByRole('button', { name: '申请开具' }).click()
    await expect(phone.getByText('请填写这一项。')).toBeVisible()
    await expectAccessible(phone)
    await phone.getByText('办理会员待遇').click()
    await phone.getByLabel('开给哪个单位（可不填）').fill('沙面医院')
    await phone.getByRole('button', { name: '申请开具' }).click()
    await expect(phone.getByText('等工会开具').first()).toBeVisible()
    await expectAccessible(phone)
  })

  await test.step('the officer cannot take more time for themselves; the union above can, and the worker is told', async () => {
    const [, cell, matter] = /matters\/(\d+)\/([0-9a-f-]+)/.exec(phone.url()) ?? []
    const place = `/console/?view=unit&matter=${cell}.${matter}.membership.letter`
    await desk.goto(place)
    await expect(desk.getByText('期限过去之前可以请本单位另一个岗位或上一级工会延长', { exact: false })).toBeVisible()
    await desk.getByRole('complementary', { name: '事项' }).getByRole('button', { name: '更多' }).click()
    await expect(desk.getByRole('menuitem', { name: '转给别的工会' })).toBeVisible()
    await expect(desk.getByRole('menuitem', { name: '延长期限' })).toHaveCount(0)

    const above = await stage.computer()
    await signedIn(house, above, 'township')
    await above.goto(place)
    const panel = above.getByRole('complementary', { name: '事项' })
    await panel.getByRole('button', { name: '更多' }).click()
    await above.getByRole('menuitem', { name: '延长期限' }).click()
    const dialog = above.getByRole('dialog')
    await expect(dialog.getByText('还可以延长 3 个工作日', { exact: false })).toBeVisible()
    await dialog.getByRole('button', { name: '延长期限' }).click()
    await expect(dialog.getByText('请填 1 到 3 之间的整数。')).toBeVisible()
    await expect(dialog.getByText('请写明理由，至少 4 个字。')).toBeVisible()
    await expectAccessible(above)
    await dialog.getByLabel('延长多久（工作日）').fill('2')
    await dialog.getByLabel('理由').fill('要向原单位核对名册')
    await dialog.getByRole('button', { name: '延长期限' }).click()
    await expect(panel.getByText('延长期限', { exact: true })).toBeVisible()
    await expect(panel.getByText('要向原单位核对名册')).toBeVisible()
    await expectAccessible(above)
    await phone.reload()
    await expect(phone.getByText('要向原单位核对名册')).toBeVisible()
    await expect(phone.getByText('延长期限 · 等工会开具')).toBeVisible()
  })

  await test.step('the officer finds it in the queue with everything there is of it, and issues the letter', async () => {
    await desk.goto('/console/')
    await desk.getByRole('button', { name: new RegExp(`^${worker.name}.*会籍证明`) }).click()
    const panel = desk.getByRole('complementary', { name: '事项' })
    await expect(panel.getByText('沙面医院')).toBeVisible()
    await expectAccessible(desk)
    await panel.getByRole('textbox', { name: '写一条备注' }).fill('已核对名册')
    await panel.getByRole('button', { name: '写下' }).click()
    await expect(panel.getByText('已核对名册')).toBeVisible()
    await panel.getByRole('button', { name: '更多' }).click()
    await desk.getByRole('menuitem', { name: '暂停计时' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByText('要补充说明').click()
    await expectAccessible(desk)
    await dialog.getByRole('button', { name: '暂停计时' }).click()
    await expect(panel.getByText('停着不计时', { exact: false })).toBeVisible()
    await panel.getByRole('button', { name: '更多' }).click()
    await desk.getByRole('menuitem', { name: '恢复计时' }).click()
    await expect(panel.getByText('停着不计时', { exact: false })).toHaveCount(0)
    await panel.getByRole('button', { name: '开具证明' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '开具证明' }).click()
    await expect(panel.getByText('已开具').first()).toBeVisible()
    await expect(panel.getByRole('link', { name: /会籍证明-.*\.pdf/ })).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('the worker has the letter, and the record of the matter, as papers', async () => {
    await phone.reload()
    await expect(phone.getByText('已开具').first()).toBeVisible()
    const letter = phone.getByRole('link', { name: /会籍证明-.*\.pdf/ })
    const paper = await phone.request.get(String(await letter.getAttribute('href')))
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
    const record = phone.getByRole('link', { name: '这件事的档案（PDF）' })
    const pages = await phone.request.get(String(await record.getAttribute('href')))
    expect((await pages.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await expectAccessible(phone)
  })
})
