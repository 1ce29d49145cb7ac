import type { UnitHits } from '@gongqiao/modules/organization/contract.ts'
import { expectAccessible } from './accessible.ts'
import { confirmed, joined, madeCode, type Officer, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** A union of another province than the demonstration's, by its name. */
async function unionAt(nation: Officer, name: string) {
  const path = `/api/units?text=${encodeURIComponent(name)}&under=${nation.post.unit.id}`
  const hit = (await nation.ask<UnitHits>(path)).items.find(({ unit }) => unit.name.includes(name))
  if (!hit) throw new Error(`no union is called ${name}`)
  return hit.unit
}

test('转会: between two provinces, seen by the member, by the union they leave and by the one they come to', async ({
  house,
  stage,
}) => {
  const person = newcomer()
  const [oldDesk, newDesk] = [await stage.computer(), await stage.computer()]
  const officer = await signedIn(house, oldDesk, 'grassroots')
  // A union far away has no officer of its own here: whoever stands above it answers for it.
  const nation = await signedIn(house, newDesk, 'nation')
  const far = await unionAt(nation, '荔湾区总工会')
  const phone = await stage.phone()
  await confirmed(officer, await joined(house, phone, person, (await madeCode(officer, '转会前')).link))
  const code = await madeCode(nation, '新单位门口', { unit: far.id })

  await test.step('the member scans the code of the new union and is told what moving means', async () => {
    await phone.goto('/')
    await expect(phone.getByRole('article', { name: '工会会员证' })).toContainText(officer.post.unit.name)
    await phone.goto(code.link)
    await expect(phone.getByText(`会籍在${officer.post.unit.name}`, { exact: false })).toBeVisible()
    await phone.getByRole('link', { name: '看看转到这里会怎样' }).click()
    await expect(phone.getByRole('heading', { name: `转到${far.name}？` })).toBeVisible()
    await expect(phone.getByText('最晚哪天办成')).toBeVisible()
    await expectAccessible(phone)
    await phone.getByRole('button', { name: '转过去' }).click()
    await expect(phone.getByText('到期没有异议就转出', { exact: false })).toBeVisible()
    await expectAccessible(phone)
  })

  await test.step('the new union sees who comes and accepts', async () => {
    await newDesk.goto(`/console/units/${far.id}/transfers?list=in`)
    await expectAccessible(newDesk)
    await newDesk.getByRole('link', { name: person.name }).first().click()
    const panel = newDesk.getByRole('complementary', { name: '事项' })
    await expect(panel).toContainText(`要从${officer.post.unit.name}转到${far.name}`)
    await expectAccessible(newDesk)
    await panel.getByRole('button', { name: '登记接收' }).click()
    await expect(panel).toContainText('已接收')
  })

  await test.step('the old union lets them go', async () => {
    await oldDesk.goto(`/console/units/${officer.post.unit.id}/transfers?list=out`)
    await expectAccessible(oldDesk)
    await oldDesk.getByRole('link', { name: person.name }).first().click()
    const panel = oldDesk.getByRole('complementary', { name: '事项' })
    await expect(panel).toContainText('到期没有提出异议，就视为同意转出')
    await expectAccessible(oldDesk)
    await panel.getByRole('button', { name: '同意转出' }).click()
    await expect(panel).toContainText('已转出')
  })

  await test.step('the member, still signed in, holds the same card at the new union', async () => {
    await phone.goto('/')
    await expect(phone.getByRole('article', { name: '工会会员证' })).toContainText(far.name)
    await phone.goto('/matters')
    await phone.getByRole('link', { name: '转会' }).first().click()
    await expect(phone.getByText(`已转到${far.name}`)).toBeVisible()
    await expectAccessible(phone)
  })
})
