import { expectAccessible } from './accessible.ts'
import { confirmed, joined, madeCode, signedIn } from './by-api.ts'
import { agree, answerName, answerNumber, answerPhone, proveAndJoin } from './joining.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

test('会籍: a member asks to be retained, the union agrees, and a resignation can be taken back until it is announced', async ({
  house,
  stage,
}) => {
  const person = newcomer()
  const desk = await stage.computer()
  const officer = await signedIn(house, desk, 'grassroots')
  const { link } = await madeCode(officer, '会籍')
  const phone = await stage.phone()
  await confirmed(officer, await joined(house, phone, person, link))

  await test.step('the person sees what they have and asks to be retained', async () => {
    await phone.goto('/record')
    await phone.getByRole('link', { name: '我的会籍能做什么' }).click()
    await expect(phone.getByRole('heading', { name: '我的会籍能做什么' })).toBeVisible()
    await expect(phone.getByText('按月交')).toBeVisible()
    await expectAccessible(phone)
    await phone.getByRole('button', { name: '保留会籍' }).click()
    await phone.getByRole('radio', { name: '退休了' }).check()
    await expectAccessible(phone)
    await phone.getByRole('button', { name: '提交给工会' }).click()
    await expect(phone.getByRole('link', { name: '会籍保留或恢复' })).toBeVisible()
  })

  await test.step('the officer agrees at the desk, and the person votes no more', async () => {
    await desk.goto('/console/')
    await desk.getByRole('button', { name: person.name }).click()
    const panel = desk.getByRole('complementary', { name: '事项' })
    await expect(panel.getByText('申请保留会籍')).toBeVisible()
    await panel.getByRole('button', { name: '同意', exact: true }).click()
    await expectAccessible(desk)
    await desk.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click()
    await expect(panel.getByText('已同意').first()).toBeVisible()
    await phone.goto('/life')
    await expect(phone.getByText('不用交')).toBeVisible()
  })

  await test.step('leaving says what it means, and is taken back', async () => {
    await phone.getByRole('button', { name: '我要退会' }).click()
    await expect(phone.getByText('公布以前，您随时可以撤回')).toBeVisible()
    await phone.getByRole('dialog').getByRole('button', { name: '退会', exact: true }).click()
    await phone.getByRole('link', { name: '退会' }).click()
    await phone.getByRole('button', { name: '撤回，什么都不变' }).click()
    await expect(phone.getByText('已撤回').first()).toBeVisible()
  })

  await test.step('beside the roll the officer sees how the membership stands', async () => {
    await desk.goto(`/console/units/${officer.post.unit.id}/people?status=retained`)
    await desk.getByRole('button', { name: person.name }).click()
    const panel = desk.getByRole('complementary', { name: '会员' })
    await expect(panel.getByText('没有选举权')).toBeVisible()
    await expect(panel.getByRole('button', { name: '恢复会籍' })).toBeVisible()
    await expectAccessible(desk)
  })
})

test('保密: whoever joins so that the employer is not to know is on no roll of theirs until they tell it', async ({
  house,
  stage,
}) => {
  const person = newcomer()
  const desk = await stage.computer()
  const boss = await signedIn(house, desk, 'grassroots')
  const { link } = await madeCode(boss, '保密')
  const upper = await signedIn(house, await stage.computer(), 'county')
  const phone = await stage.phone()
  const roll = () =>
    boss
      .ask<{ items: { name: string }[] }>(`/api/units/${boss.post.unit.id}/people?order=joined`)
      .then(({ items }) => items)

  await test.step('one tick says so, and the union above takes them in', async () => {
    await phone.goto(`/j/${link.split('/').at(-1)}`)
    await phone.getByRole('link', { name: '开始填写' }).click()
    await phone.getByRole('heading', { name: '居民身份证号码' }).waitFor()
    await answerNumber(phone, person.number)
    await answerName(phone, person.name)
    await answerPhone(phone, person.phone)
    await phone.getByRole('checkbox', { name: '不让单位知道我入会' }).check()
    await expectAccessible(phone)
    await agree(phone)
    await proveAndJoin(house, phone, person)
    await expect(phone.getByRole('article', { name: '工会会员证' })).toBeVisible()
    await expectAccessible(phone)
  })

  await test.step('the employer’s union has them neither in its queue nor on its roll; the one above has', async () => {
    const card = await phone.request.get(`${house.url}/api/me/card`).then((answer) => answer.json())
    await confirmed(upper, card)
    expect((await roll()).map(({ name }) => name)).not.toContain(person.name)
    await phone.goto('/life')
    await expect(phone.getByText('您是保密会员')).toBeVisible()
    await expectAccessible(phone)
  })

  await test.step('the member tells it, and takes it back', async () => {
    await phone.getByRole('button', { name: '向单位工会公开' }).click()
    await phone.getByRole('dialog').getByRole('button', { name: '公开', exact: true }).click()
    await expect(phone.getByText('单位工会知道您是会员')).toBeVisible()
    await phone.getByRole('button', { name: '转为保密会员' }).click()
    await phone.getByRole('dialog').getByRole('button', { name: '转为保密', exact: true }).click()
    await expect(phone.getByText('您是保密会员')).toBeVisible()
  })
})
