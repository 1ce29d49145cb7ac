import { expectAccessible } from './accessible.ts'
import { codeSentTo, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

test('窗口代办: staff take down somebody without a phone, who signs on paper', async ({ house, stage }) => {
  const person = newcomer({ x: true })
  const desk = await stage.computer()
  await signedIn(house, desk, 'grassroots')

  await test.step('an empty form names everything that is missing at once', async () => {
    await desk.goto('/console/')
    await desk.getByRole('navigation', { name: '常去的地方' }).getByRole('link', { name: '窗口代办' }).click()
    await desk.getByRole('radio', { name: '在纸上签名' }).check()
    await desk.getByRole('button', { name: '提交入会申请' }).click()
    await expect(desk.getByText('有 4 处要改，已在旁边写明。')).toBeVisible()
    for (const words of ['请填姓名。', '请填证件号码。', '请上传本人签了名的扫描件。', '两项都要本人同意。'])
      await expect(desk.getByText(words)).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('what the server finds wrong stands beside its field', async () => {
    await desk.getByLabel('姓名', { exact: true }).fill(person.name)
    await desk.getByLabel('证件号码', { exact: true }).fill(`${person.number.slice(0, 17)}0`)
    await desk.getByRole('checkbox', { name: '本人已了解' }).check()
    await desk.getByRole('checkbox', { name: '本人同意' }).check()
    const paper = { name: '签名.png', mimeType: 'image/png', buffer: await desk.screenshot() }
    await desk.getByLabel('签了名的扫描件').setInputFiles(paper)
    await expect(desk.getByText('已上传：签名.png')).toBeVisible()
    await desk.getByRole('button', { name: '提交入会申请' }).click()
    await expect(desk.getByText('证件号码有误，请逐位核对')).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('the person belongs at once, and the record says who typed', async () => {
    await desk.getByLabel('证件号码', { exact: true }).fill(person.number)
    await desk.getByRole('button', { name: '提交入会申请' }).click()
    await expect(desk.getByRole('heading', { name: `${person.name}已是待确认会员` })).toBeVisible()
    await expectAccessible(desk)
    await desk.getByRole('link', { name: '看这份申请' }).click()
    const matter = desk.getByRole('complementary', { name: '事项' })
    await expect(matter).toContainText('窗口代办，本人签了纸质表')
    await expect(matter).toContainText('演示基层代填')
  })
})

test('手机丢了: at the window the new number is bound, and the old phone is signed out', async ({ house, stage }) => {
  const person = newcomer()
  const newPhone = newcomer().phone
  const desk = await stage.computer()
  const officer = await signedIn(house, desk, 'grassroots')
  const lost = await stage.phone()
  await joined(house, lost, person, (await madeCode(officer, '手机丢了也不怕')).link)

  await test.step('staff find the person in the roll and bind the new number by its code', async () => {
    await desk.goto(`/console/units/${officer.post.unit.id}/people`)
    await desk.getByText('待确认', { exact: true }).first().click()
    await desk.getByRole('button', { name: person.name }).click()
    await expect(desk.getByText('这次查看已记录', { exact: false })).toBeVisible()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '换手机号' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByLabel('新手机号').fill(newPhone)
    await dialog.getByRole('button', { name: '发送验证码' }).click()
    await expect(dialog.getByText('分钟内有效', { exact: false })).toBeVisible()
    await dialog.getByLabel('验证码', { exact: true }).fill(await codeSentTo(house, newPhone))
    await expectAccessible(desk)
    await dialog.getByRole('button', { name: '换成新号' }).click()
    await expect(desk.getByText('已换成', { exact: false })).toBeVisible()
  })

  await test.step('whoever has the lost phone sees nothing any more', async () => {
    await lost.goto('/me')
    await expect(lost.getByText('请先登录')).toBeVisible()
    await expectAccessible(lost)
  })

  await test.step('the person signs in with the new one', async () => {
    const phone = await stage.phone()
    await house.moveClock(2) // a phone is sent a code once a minute
    await phone.goto('/sign-in')
    await phone.getByRole('textbox', { name: '手机号' }).fill(newPhone)
    await expectAccessible(phone)
    await phone.getByRole('button', { name: '发验证码' }).click()
    await expect(phone.getByRole('heading', { name: '填验证码' })).toBeVisible()
    await phone.getByRole('textbox', { name: '短信验证码' }).fill(await codeSentTo(house, newPhone))
    await phone.getByRole('button', { name: '登录' }).click()
    await expect(phone.getByRole('article', { name: '工会会员证' })).toContainText(person.name)
    await house.moveClock(0)
  })
})
