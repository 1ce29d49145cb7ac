import type { UnitChange, UnitPage } from '@gongqiao/modules/organization/contract.ts'
import { expectAccessible } from './accessible.ts'
import { appointed, confirmed, joined, madeCode, signedIn } from './by-api.ts'
import { typeDay } from './days.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

test('分立: the officer says who goes to which new union, by hand and by a list; it is returned, mended, approved', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  const above = await stage.computer()
  const county = await signedIn(house, above, 'county')
  const grassroots = (await signedIn(house, await stage.computer(), 'grassroots')).post.unit
  const { items: townships } = await county.ask<UnitPage>(`/api/units/${county.post.unit.id}/children`)
  // In another township: other stories merge and move unions of the demonstration officer's.
  const far = townships.filter(({ id }) => id !== grassroots.parent)
  const below = await Promise.all(far.map(({ id }) => county.ask<UnitPage>(`/api/units/${id}/children`)))
  const units = below.flatMap(({ items }) =>
    items.filter((one) => one.level === 'grassroots' && one.state === 'active'),
  )
  const unit = units.at(-1)
  if (!unit) throw new Error('a county has unions')
  const officer = await appointed(house, desk, county, unit)
  const { link } = await madeCode(officer, '分立前', { unit: unit.id })
  const [east, west, stays] = [newcomer(), newcomer(), newcomer()]
  for (const person of [east, west, stays])
    await confirmed(officer, await joined(house, await stage.phone(), person, link))
  await officer.send(`/api/units/${unit.id}/employers`, { covered: true, employers: [{ name: '东区分公司' }] })

  await test.step('two new unions, one with an employer', async () => {
    await desk.goto(`/console/units/${unit.id}/past`)
    await desk.getByRole('button', { name: '报请组织变动' }).click()
    await desk.getByRole('radio', { name: /分立/ }).check()
    await desk.getByRole('button', { name: '下一步' }).click()
    await desk.getByLabel('新工会的名称').fill('东区分公司工会')
    await desk.getByLabel('带走的涵盖单位').fill('东区')
    await desk.getByLabel('带走的涵盖单位').press('Enter')
    await desk.keyboard.press('Escape')
    await desk.getByRole('button', { name: '再加一个新工会' }).click()
    await desk.getByRole('group', { name: '新工会 2' }).getByLabel('新工会的名称').fill('西区分公司工会')
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '下一步' }).click()
  })

  await test.step('one is picked in the roll, one comes from a list; who is not known is told by line', async () => {
    await desk.getByLabel('姓名或证件号掩码').fill(east.name)
    await desk
      .getByRole('checkbox', { name: new RegExp(`^${east.name}`) })
      .first()
      .check()
    await desk.getByRole('button', { name: '去东区分公司工会' }).click()
    await desk.getByLabel('姓名或证件号掩码').fill('')
    const list = `姓名,证件号码,去向\n${west.name},${west.number},西区分公司工会\n没有这人,,西区分公司工会\n`
    await desk
      .getByLabel('读入名单')
      .setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await expect(desk.getByText('已按名单安排 1 人。')).toBeVisible()
    await expect(desk.getByText('第 3 行 没有这人：本工会没有这位会员')).toBeVisible()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '下一步' }).click()
  })

  await test.step('the papers, and the preview with whoever is left over', async () => {
    await desk.getByLabel('理由').fill('公司分成两家分公司')
    await typeDay(desk, '大会决议日期', daysAgo(20))
    await desk.getByLabel('什么会议的决议').fill('会员大会')
    await typeDay(desk, '审计日期', daysAgo(10))
    await desk.getByLabel('审计单位或经审组织').fill('县总工会经审办')
    await desk.getByLabel('经费和资产的处置').fill('按职工人数分配')
    await desk.getByRole('button', { name: '下一步' }).click()
    const row = desk.getByRole('row', { name: /^东区分公司工会/ })
    await expect(row.getByRole('cell').first()).toHaveText('1')
    const left = desk.getByText('留下的人：', { exact: false })
    // Of many the first are named and the rest counted.
    await expect(left).toContainText(new RegExp(`${stays.name}|还有 \\d+ 人`))
    for (const gone of [east, west]) await expect(left).not.toContainText(gone.name)
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '报请批准' }).click()
    await expect(desk.getByText('待上一级工会批复')).toBeVisible()
  })

  await test.step('returned, it is mended in the same steps and sent again', async () => {
    await above.goto(`/console/units/${unit.id}/past`)
    await above.getByRole('button', { name: '退回补充' }).click()
    await above.getByLabel('请对方补充什么').fill('请写明资产清单')
    await above.getByRole('button', { name: '退回补充' }).click()
    await expect(above.getByText('已退回补充')).toBeVisible()
    await desk.reload()
    await desk.getByRole('button', { name: '补充后重新报送' }).click()
    for (const _ of ['kind', 'parts', 'people']) await desk.getByRole('button', { name: '下一步' }).click()
    await expect(desk.getByLabel('理由')).toHaveValue('公司分成两家分公司')
    await desk.getByLabel('经费和资产的处置').fill('按职工人数分配，资产清单见附件')
    await desk.getByRole('button', { name: '下一步' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '重新报送' }).click()
    await expect(desk.getByText('待上一级工会批复')).toBeVisible()
  })

  await test.step('approved, everybody is where they were said to go', async () => {
    await above.reload()
    await expect(above.getByText('资产清单见附件', { exact: false })).toBeVisible()
    await above.getByRole('button', { name: '批准', exact: true }).click()
    await above.getByLabel('批复文号').fill('总工发〔2026〕12号')
    await above.getByRole('button', { name: '批准', exact: true }).click()
    await expect(above.getByText('已办结')).toBeVisible({ timeout: 60_000 })
    const { changes } = await county.ask<{ changes: UnitChange[] }>(`/api/units/${unit.id}/past`)
    const where = new Map(changes[0]?.parts.map(({ name, made }) => [name, made?.id]))
    const namesOf = async (id: string | undefined) =>
      (await county.ask<{ items: { name: string }[] }>(`/api/units/${id}/people`)).items.map(({ name }) => name)
    expect(await namesOf(where.get('东区分公司工会'))).toEqual([east.name])
    expect(await namesOf(where.get('西区分公司工会'))).toEqual([west.name])
    const left = await namesOf(unit.id)
    expect(left).toContain(stays.name)
    expect(left).not.toContain(east.name)
  })
})
