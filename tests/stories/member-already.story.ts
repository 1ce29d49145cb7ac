import type { UnitPage } from '@gongqiao/modules/organization/contract.ts'
import { expectAccessible } from './accessible.ts'
import { confirmed, joined, madeCode, type Officer, signedIn } from './by-api.ts'
import { fillIn, proveAndJoin } from './joining.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** A joining code of a union elsewhere in the county. */
async function codeElsewhere(county: Officer) {
  const { items } = await county.ask<UnitPage>(`/api/units/${county.post.unit.id}/children`)
  const [union] = items
  if (!union) throw new Error('a county has townships')
  return { union, code: await madeCode(county, '乡镇赶集', { unit: union.id }) }
}

test('已是会员: whoever proves the bound phone is told where they belong, and is asked whether to move', async ({
  house,
  stage,
}) => {
  const member = newcomer()
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { code } = await codeElsewhere(await signedIn(house, await stage.computer(), 'county'))
  await confirmed(officer, await joined(house, await stage.phone(), member, (await madeCode(officer, '第一次')).link))
  const phone = await stage.phone()

  await phone.goto(code.link)
  await phone.getByRole('link', { name: '开始填写' }).click()
  await house.moveClock(2) // a phone is sent a code once a minute
  await fillIn(phone, member)
  await proveAndJoin(house, phone, member)
  await house.moveClock(0)

  await expect(phone.getByRole('heading', { name: '您已经是会员了' })).toBeVisible()
  await expect(phone.getByText(`您的会籍在${officer.post.unit.name}`)).toBeVisible()
  await expect(phone.getByText('可以把会籍转到这里', { exact: false })).toBeVisible()
  await expectAccessible(phone)
  await phone.getByRole('link', { name: '看我的会员证' }).click()
  await expect(phone.getByRole('link', { name: '转会到', exact: false })).toBeVisible()
  await expect(phone.getByRole('article', { name: '工会会员证' })).toContainText('起是会员')
})

test('冒用: with another phone a member’s number looks like a newcomer’s, and its owner can say: not me', async ({
  house,
  stage,
}) => {
  const member = newcomer()
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { union, code } = await codeElsewhere(await signedIn(house, await stage.computer(), 'county'))
  const own = await stage.phone()
  await confirmed(officer, await joined(house, own, member, (await madeCode(officer, '本人')).link))
  const stranger = { ...newcomer(), number: member.number, name: member.name }
  const phone = await stage.phone()

  await test.step('somebody applies with the member’s name and number', async () => {
    await phone.goto(code.link)
    await phone.getByRole('link', { name: '开始填写' }).click()
    await fillIn(phone, stranger)
    await proveAndJoin(house, phone, stranger)
    await expect(phone.getByRole('heading', { name: '您加入了，等确认' })).toBeVisible()
    await expect(phone.getByRole('article', { name: '工会会员证' })).toContainText('待确认')
    await expect(phone.getByText(officer.post.unit.name)).toHaveCount(0)
  })

  await test.step('the member is asked, and says it was somebody else', async () => {
    const sent = async () =>
      (await house.inbox()).items.some(({ to, text }) => to === member.phone && /不是我/.test(text))
    await expect.poll(sent).toBe(true)
    await own.goto('/')
    await own.getByRole('link', { name: `有人用您的证件号码申请加入${union.name}` }).click()
    await expect(own.getByRole('heading', { name: '这是您吗？' })).toBeVisible()
    await expectAccessible(own)
    await own.getByRole('button', { name: '不是我' }).click()
    await expect(own.getByText('由您说了算', { exact: false })).toBeVisible()
    await expectAccessible(own)
    await own.getByRole('link', { name: '去“办事”看' }).click()
    await own.getByRole('link', { name: '不是我' }).click()
    await expect(own.getByText('谁在办')).toBeVisible()
    await expectAccessible(own)
    await own.goto('/')
    await expect(own.getByRole('article', { name: '工会会员证' })).toContainText('起是会员')
  })
})
