import type { Committee, Unit, UnitChange, UnitPage } from '@gongqiao/modules/organization/contract.ts'
import { expectAccessible } from './accessible.ts'
import { appointed, confirmed, joined, madeCode, type Officer, signedIn } from './by-api.ts'
import { typeDay } from './days.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

test('合并: a union goes into another one; the officer asks, the union above decides, the member stays a member', async ({
  house,
  stage,
}) => {
  const computer = await stage.computer()
  const township = await signedIn(house, computer, 'township')
  const above = await stage.computer()
  const county = await signedIn(house, above, 'county')
  const grassroots = (await signedIn(house, await stage.computer(), 'grassroots')).post.unit
  const { items } = await township.ask<UnitPage>(`/api/units/${township.post.unit.id}/children`)
  // The demonstration's own officer keeps their union for the stories that follow.
  const [from, into] = items.filter(({ id, level }) => id !== grassroots.id && level === 'grassroots') as Unit[]
  if (!from || !into) throw new Error('a township has unions')
  const member = newcomer()
  const phone = await stage.phone()
  await confirmed(
    township,
    await joined(house, phone, member, (await madeCode(township, '门口', { unit: from.id })).link),
  )
  const waiting = newcomer()
  await joined(house, await stage.phone(), waiting, (await madeCode(township, '车间', { unit: from.id })).link)

  await test.step('the officer asks in three steps; what is missing is named at once, with its rule', async () => {
    await computer.goto(`/console/units/${from.id}/past`)
    await computer.getByRole('button', { name: '报请组织变动' }).click()
    await computer.getByRole('radio', { name: /合并/ }).check()
    await computer.getByRole('button', { name: '下一步' }).click()
    await computer.getByLabel('并入哪个工会').fill(into.name.slice(0, 8))
    await expect(computer.locator('.ant-select-item-option', { hasText: into.name }).first()).toBeVisible()
    await computer.getByLabel('并入哪个工会').press('Enter')
    await computer.getByLabel('理由').fill('两家单位已经合并，在一处办公')
    await computer.getByRole('button', { name: '下一步' }).click()
    await expect(computer.getByText('未办结的事项 1 件', { exact: false })).toBeVisible()
    await computer.getByRole('button', { name: '报请批准' }).click()
    await expect(computer.getByText('需要会员大会或会员代表大会的决议（ORG-25）').first()).toBeVisible()
    await expect(computer.getByText('变动前应先审计', { exact: false }).first()).toBeVisible()
    await expectAccessible(computer)
  })

  await test.step('with its papers it goes to the union above, and can be taken back until it is decided', async () => {
    await typeDay(computer, '大会决议日期', daysAgo(20))
    await computer.getByLabel('什么会议的决议').fill('会员大会')
    await typeDay(computer, '对方工会的决议日期', daysAgo(19))
    await typeDay(computer, '审计日期', daysAgo(10))
    await computer.getByLabel('审计单位或经审组织').fill('街道经审会')
    await computer.getByLabel('经费和资产的处置').fill('全部并入接续的工会')
    await computer.getByRole('button', { name: '下一步' }).click()
    await computer.getByRole('button', { name: '报请批准' }).click()
    await expect(computer.getByText('待上一级工会批复')).toBeVisible()
    await expect(computer.getByRole('button', { name: '撤回' })).toBeVisible()
  })

  await test.step('the union above reads the papers and approves', async () => {
    await above.goto(`/console/units/${from.id}/past`)
    await expect(above.getByText('全部并入接续的工会', { exact: false })).toBeVisible()
    await above.getByRole('button', { name: '批准', exact: true }).click()
    await above.getByLabel('批复文号').fill('工〔2026〕9号')
    await above.getByRole('button', { name: '批准', exact: true }).click()
    await expect(above.getByText('已办结')).toBeVisible({ timeout: 60_000 })
    await expect(above.getByRole('link', { name: `现由${into.name}承继` })).toBeVisible()
    await expectAccessible(above)
  })

  await test.step('the member carries a card of the other union, and whoever waited waits there', async () => {
    await phone.goto('/')
    await expect(phone.getByText(into.name).first()).toBeVisible()
    await above.goto(`/console/units/${into.id}/past`)
    await expect(above.getByRole('link', { name: from.name })).toBeVisible()
    const past = await county.ask<{ changes: UnitChange[] }>(`/api/units/${from.id}/past`)
    expect(past.changes.map(({ state }) => state)).toContain('done')
    await computer.goto('/console/')
    await expect(computer.getByRole('button', { name: new RegExp(`^${waiting.name}`) })).toBeVisible()
  })
})

/** A union of the demonstration whose term is over and may still be extended. */
async function someLate(county: Officer): Promise<Unit> {
  const { items: townships } = await county.ask<UnitPage>(`/api/units/${county.post.unit.id}/children`)
  for (const township of townships) {
    const { items } = await county.ask<UnitPage>(`/api/units/${township.id}/children`)
    for (const unit of items) {
      const { term } = await county.ask<Committee>(`/api/units/${unit.id}/committee`)
      if (unit.state === 'active' && term?.state === 'overdue' && term.latest > today()) return unit
    }
  }
  throw new Error('some terms of a demonstration are over')
}

test('换届: a term that is over leaves a caretaker, whom nobody locks out of the roll; a new committee ends it', async ({
  house,
  stage,
}) => {
  const small = await stage.phone({ viewport: { width: 360, height: 740 } })
  const desk = await stage.computer()
  const county = await signedIn(house, desk, 'county')
  const unit = await someLate(county)
  await appointed(house, small, county, unit)
  const chair = { name: '周主席', sex: 'male', engagement: 'part_time', seats: ['chair'], ties: [] }

  await test.step('the officer is told on every page what goes on and what waits, and may still confirm members', async () => {
    await small.goto('/console/')
    await expect(small.getByRole('note').getByText('为看守（ELE-03）', { exact: false })).toBeVisible()
    await small.goto(`/console/units/${unit.id}/people`)
    await expect(small.getByRole('table').first()).toBeVisible()
    await small.goto(`/console/units/${unit.id}/committee`)
    await expect(small.getByText('现为看守', { exact: false })).toBeVisible()
    await expectAccessible(small)
  })

  await test.step('they ask for more time; the union above approves it, and everything goes on', async () => {
    await small.getByRole('button', { name: '申请延期换届' }).click()
    const seen = await county.ask<Committee>(`/api/units/${unit.id}/committee`)
    await typeDay(small, '延期到', seen.term?.latest ?? '')
    await small.getByLabel('理由').fill('单位正在搬迁，下个月召开会员大会')
    await small.getByRole('button', { name: '申请延期换届' }).last().click()
    await expect(small.getByText('等上一级工会批复', { exact: false })).toBeVisible()
    await desk.goto(`/console/units/${unit.id}/committee`)
    await desk.getByRole('button', { name: '批准延期' }).click()
    await desk.getByLabel('批复文号').fill('工〔2026〕12号')
    await desk.getByRole('button', { name: '批准延期' }).last().click()
    await expect(desk.getByText('经批准延期到', { exact: false })).toBeVisible()
    await small.goto('/console/')
    await expect(small.getByRole('heading').first()).toBeVisible()
    await expect(small.getByText('为看守（ELE-03）', { exact: false })).toHaveCount(0)
  })

  await test.step('a committee that breaks rules is refused with all of them at once; a right one begins a new term', async () => {
    await desk.getByRole('button', { name: '登记新一届委员会' }).click()
    await typeDay(desk, '选举日期', today())
    await desk.getByLabel('姓名').nth(0).fill('吴经理')
    await desk.getByLabel('与单位的关系').nth(0).fill('行政主要')
    await expect(desk.locator('.ant-select-item-option-active', { hasText: '行政主要负责人' })).toBeVisible()
    await desk.getByLabel('与单位的关系').nth(0).press('Enter')
    await expect(desk.locator('.ant-select-selection-item', { hasText: '行政主要负责人' })).toBeVisible()
    await desk.getByLabel('姓名').nth(1).fill('郑会计')
    await desk.getByRole('button', { name: '登记', exact: true }).click()
    await expect(desk.getByText('行政主要负责人不能担任', { exact: false }).first()).toBeVisible()
    await expectAccessible(desk)
    await county.send(`/api/units/${unit.id}/committee`, {
      electedOn: today(),
      years: 5,
      officers: [chair, { ...chair, name: '郑会计', seats: ['committee_member'] }],
    })
    await desk.goto(`/console/units/${unit.id}/committee`)
    await expect(desk.getByText('任期从', { exact: false })).toBeVisible()
    await expect(desk.getByRole('heading', { name: '历届委员会' })).toBeVisible()
    await expectAccessible(desk)
  })
})
