import type { Figures } from '@gongqiao/modules/insight/contract.ts'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { codeSentTo, madeCode, signedIn } from './by-api.ts'
import type { Installation } from './installation.ts'
import { fillIn, proveAndJoin } from './joining.ts'
import { type Newcomer, newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** Somebody whom the demonstration union's roster names, by their place among those who may be claimed. */
async function listed(house: Installation, place: number): Promise<Newcomer> {
  const person = (await house.inbox()).listed[place]
  if (!person) throw new Error('the roster names several')
  return { name: person.name, number: person.identityNumber, phone: person.phone }
}

async function proveToClaim(house: Installation, page: Page, person: Newcomer): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: '来认领' }).click()
  await expect(page.getByRole('heading', { name: '认领我的名册记录' })).toBeVisible()
  await page.getByRole('link', { name: '开始' }).click()
  await fillIn(page, person)
  await expect(page.getByText('6 位数字已发到')).toBeVisible()
  await page.getByRole('textbox', { name: '短信验证码' }).fill(await codeSentTo(house, person.phone))
  await page.getByRole('button', { name: '查我的名册记录' }).click()
}

test('认领: whom a roster names proves the phone, takes the record, and the county sees one more claimed', async ({
  house,
  stage,
}) => {
  const person = await listed(house, 0)
  const desk = await stage.computer()
  const county = await signedIn(house, desk, 'county')
  const figures = () => county.ask<Figures>(`/api/units/${county.post.unit.id}/figures`)
  const before = await figures()
  await desk.goto(`/console/units/${county.post.unit.id}/figures`)
  await expect(desk.getByText(`${before.claimed.toLocaleString('en')} 名已认领`)).toBeVisible()
  const phone = await stage.phone()

  await test.step('proving oneself shows the record masked, and nothing is taken yet', async () => {
    await proveToClaim(house, phone, person)
    await expect(phone.getByRole('heading', { name: '名册上有您' })).toBeVisible()
    await expect(phone.getByRole('button', { name: '是我的，认领' })).toBeVisible()
    await expect(phone.getByText(person.number)).toHaveCount(0)
    await expectAccessible(phone)
    expect((await figures()).claimed).toBe(before.claimed)
  })

  await test.step('taking it gives the card at once, and the figures follow on the open screen', async () => {
    await phone.getByRole('button', { name: '是我的，认领' }).click()
    await expect(phone.getByRole('heading', { name: '认领好了' })).toBeVisible()
    await expect(phone.getByRole('article', { name: '工会会员证' })).toContainText('起是会员')
    await expectAccessible(phone)
    await expect(desk.getByText(`${(before.claimed + 1).toLocaleString('en')} 名已认领`)).toBeVisible()
    await expect(desk.getByText(`有 ${before.onRoll.toLocaleString('en')} 名在册会员`)).toBeVisible()
  })

  await test.step('the record can be looked over, corrected and affirmed', async () => {
    await phone.getByRole('link', { name: '请看一看记录对不对' }).click()
    await phone.getByRole('button', { name: '改姓名' }).click()
    await phone.getByRole('textbox', { name: '姓名' }).fill(`${person.name}华`)
    await expectAccessible(phone)
    await phone.getByRole('button', { name: '保存' }).click()
    await expect(phone.getByText(`${person.name}华`)).toBeVisible()
    await phone.getByRole('button', { name: '都对，确认' }).click()
    await expect(phone.getByText('谢谢，记下了')).toBeVisible()
    await expectAccessible(phone)
  })
})

test('不是我: whoever scans a code and is on the roster wrongly says so, and goes on with joining', async ({
  house,
  stage,
}) => {
  const person = await listed(house, 1)
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { link } = await madeCode(officer, '认领')
  const phone = await stage.phone()

  await phone.goto(link)
  await phone.getByRole('link', { name: '开始填写' }).click()
  await fillIn(phone, person)
  await proveAndJoin(house, phone, person)
  await expect(phone.getByRole('heading', { name: '名册上有您' })).toBeVisible()
  await phone.getByRole('button', { name: '这不是我' }).click()
  await phone.getByRole('radio', { name: '我没有加入过这家工会' }).check()
  await expectAccessible(phone)
  await phone.getByRole('button', { name: '告诉工会' }).click()

  await expect(phone.getByRole('heading', { name: '已经告诉工会' })).toBeVisible()
  await phone.getByRole('link', { name: '继续申请加入' }).click()
  await house.moveClock(2) // a phone is sent a code once a minute
  await phone.getByRole('button', { name: '同意，发验证码' }).click()
  await proveAndJoin(house, phone, person)
  await house.moveClock(0)
  await expect(phone.getByRole('heading', { name: '您加入了，等确认' })).toBeVisible()
})

test('冒认: with the name and number of somebody on a roster, but another phone, one hears the same as a stranger', async ({
  house,
  stage,
}) => {
  const person = await listed(house, 2)
  const phone = await stage.phone()

  for (const typed of [{ ...person, phone: newcomer().phone }, newcomer()]) {
    await phone.context().clearCookies()
    await phone.goto('/')
    await phone.evaluate(() => {
      localStorage.clear()
      sessionStorage.clear()
    })
    await proveToClaim(house, phone, typed)
    await expect(phone.getByText('没有找到用这三样登记的名册记录')).toBeVisible()
  }
})

test('认领海报: an officer sees who has not claimed, and prints a poster with a masked list', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  const officer = await signedIn(house, desk, 'grassroots')
  await madeCode(officer, '车间')

  await desk.goto(`/console/units/${officer.post.unit.id}/people`)
  await desk.getByRole('link', { name: '未认领的人和认领海报' }).click()
  await expect(desk.getByText('名没有认领')).toBeVisible()
  await expect(desk.getByRole('heading', { name: '您在工会名册上，请来认领' })).toBeVisible()
  await desk.getByRole('checkbox', { name: '连同名单一起打印' }).check()
  const list = desk.getByRole('region', { name: '还没有认领的人' })
  await expect(list.getByRole('listitem').first()).toContainText('*')
  await expectAccessible(desk)
})
