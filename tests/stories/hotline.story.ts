import { expectAccessible } from './accessible.ts'
import { confirmed, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

test('12351: a caller chosen from the roll, a call back, a second opinion by the union above, and where a referral went', async ({
  house,
  stage,
}) => {
  const [member, caller] = [newcomer(), newcomer()]
  const own = await stage.phone({ viewport: { width: 360, height: 740 } })
  const desk = await stage.computer()
  const officer = await signedIn(house, desk, 'grassroots')
  await confirmed(officer, await joined(house, own, member, (await madeCode(officer, '热线')).link))
  const panel = desk.getByRole('complementary', { name: '事项' })
  const rowOf = (name: string) => desk.getByRole('button', { name: new RegExp(`^${name}`) })

  await test.step('whoever calls is chosen from the roll: neither name nor phone is typed again', async () => {
    await desk.goto(`/console/units/${officer.post.unit.id}/intake`)
    await desk.getByRole('radio', { name: '电话' }).check()
    await desk.getByRole('textbox', { name: '本人说了什么' }).fill('夜班补贴没有发')
    await desk.getByRole('textbox', { name: '在名册里找本人' }).fill(member.name)
    await desk.getByRole('button', { name: '找', exact: true }).click()
    await desk.getByRole('button', { name: member.name }).click()
    await expect(desk.getByText('这件诉求会出现在他自己的手机上', { exact: false })).toBeVisible()
    await expect(desk.getByRole('textbox', { name: '怎么称呼' })).toHaveCount(0)
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '记下来' }).click()
    await expect(desk.getByText('已记到本人名下', { exact: false })).toBeVisible()
  })

  await test.step('answered, it is called back, and what was tried stands there for both', async () => {
    await desk.goto('/console/')
    await rowOf(member.name).click()
    await panel.getByRole('radio', { name: '已说明' }).check()
    await panel.getByRole('textbox', { name: '写给本人的话' }).fill('公司说下月一起发。')
    await panel.getByRole('button', { name: '答复', exact: true }).click()
    await panel.getByRole('button', { name: '记下这次回访' }).click()
    await expect(panel.getByText('请选联系上了没有')).toBeVisible()
    await panel.getByRole('radio', { name: '没有联系上' }).check()
    await expectAccessible(desk)
    await panel.getByRole('button', { name: '记下这次回访' }).click()
    await expect(panel.getByText('已有 1 次没有联系上', { exact: false })).toBeVisible()
  })

  await test.step('whoever is not content has the union above take it up again', async () => {
    await own.goto('/asks')
    await own.getByRole('link', { name: '夜班补贴没有发' }).click()
    await expect(own.getByText('工会打电话没有联系上您')).toBeVisible()
    await own.getByRole('button', { name: '没有解决，继续办' }).click()
    const dialog = own.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '哪里还没有解决' }).fill('合同写的是当月发')
    await dialog.getByRole('radio', { name: '请上一级重新办' }).check()
    await expectAccessible(own)
    await dialog.getByRole('button', { name: '送出' }).click()
    await expect(own.getByText('办理中')).toBeVisible()
    await expectAccessible(own)
  })

  await test.step('referring offers the union above before anything is typed, and says where it went', async () => {
    const { name } = caller
    const unit = officer.post.unit.id
    await officer.send('/api/window/asks', { unit, channel: 'phone', words: '宿舍没有热水', name })
    await desk.goto('/console/')
    await rowOf(name).click()
    await panel.getByRole('button', { name: '转给能办的工会' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('combobox', { name: '转给哪个工会' }).click()
    await desk.locator('.ant-select-item-option', { hasText: '上一级' }).click()
    await dialog.getByRole('radio', { name: '应由对方办理' }).check()
    await expectAccessible(desk)
    await dialog.getByRole('button', { name: '转给别的工会' }).click()
    await expect(panel.getByText('已转到', { exact: false })).toBeVisible()
    await expect(panel.getByText('这里没有您要找的内容')).toHaveCount(0)
    await expectAccessible(desk)
  })
})
