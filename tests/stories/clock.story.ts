import { expectAccessible } from './accessible.ts'
import { joined, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

test('时限与日历: the nation changes a time limit and loads a year; it sees what moves, and can undo both', async ({
  house,
  stage,
}) => {
  const { joinLink } = await house.inbox()
  await joined(house, await stage.phone(), newcomer(), joinLink)
  const desk = await stage.computer()
  await signedIn(house, desk, 'nation')

  await test.step('every rule says where it comes from and how it is counted', async () => {
    await desk.goto('/console/clock')
    await expect(desk.getByRole('heading', { name: '时限与日历' })).toBeVisible()
    await desk.getByLabel('找规则').fill('仲裁 第四十八条')
    await expect(desk.getByRole('row').filter({ hasText: 'DL-ARB-SUE' })).toContainText('已核对原文')
    await expectAccessible(desk)
  })

  await test.step('what is missing is said beside its question', async () => {
    await desk.getByLabel('找规则').fill('MEM-SLA')
    await desk.getByRole('button', { name: 'MEM-SLA 的新版本' }).click()
    await expect(desk.getByRole('heading', { name: 'MEM-SLA：从某一天起的新版本' })).toBeFocused()
    await desk.getByRole('button', { name: '看看会影响什么' }).click()
    await expect(desk.getByText('请选一个日期')).toBeVisible()
    await expect(desk.getByText('请写明根据哪份文件', { exact: false })).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('before it holds, it says how many due days move', async () => {
    await desk.getByLabel('从哪一天起').fill('2026-01-01')
    await desk.getByLabel('从哪一天起').press('Enter')
    await desk.getByLabel('长度').fill('12')
    await desk.getByLabel('根据哪份通知或决定').fill('全国总工会办公厅通知')
    await desk.getByRole('button', { name: '看看会影响什么' }).click()
    await expect(desk.getByRole('heading', { name: '会影响什么' })).toBeVisible()
    await expect(desk.getByText('件提前', { exact: false })).toBeVisible()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '确定生效' }).click()
    await expect(desk.getByText('已经生效，到期日正在逐个县更新')).toBeVisible()
  })

  await test.step('the change is recorded with how many due days moved, and is undone', async () => {
    await desk.getByRole('link', { name: '变更记录' }).click()
    await expect(desk.getByText('件事项的到期日变了', { exact: false })).toBeVisible()
    await expect(desk.getByText('全国总工会办公厅通知')).toBeVisible()
    await desk.getByRole('button', { name: /^撤销 MEM-SLA/ }).click()
    const dialog = desk.getByRole('dialog')
    await expect(dialog.getByText('件推后', { exact: false })).toBeVisible()
    await expectAccessible(desk)
    await dialog.getByRole('button', { name: '撤销这次变更' }).click()
    await expect(desk.getByText('已撤销，到期日正在更新')).toBeVisible()
    await expect(desk.getByRole('button', { name: /^撤销/ })).toHaveCount(0)
  })

  await test.step('a year to come is provisional until its schedule is marked and loaded', async () => {
    await desk.goto('/console/clock?tab=calendar&year=2027')
    await expect(desk.getByText('暂定', { exact: true })).toBeVisible()
    await desk.getByRole('button', { name: '装入或修改这一年' }).click()
    await desk.getByLabel('节日名称').fill('春节')
    await desk.getByRole('button', { name: '2027年2月8日 工作日' }).click()
    await desk.getByText('调休上班', { exact: true }).click()
    await desk.getByRole('button', { name: '2027年2月20日 周末' }).click()
    await expect(desk.getByRole('button', { name: '2027年2月20日 春节 调休上班' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await desk.getByLabel('依据的通知').fill('国务院办公厅关于2027年部分节假日安排的通知')
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '看看会影响什么' }).click()
    await desk.getByRole('button', { name: '确定生效' }).click()
    await expect(desk.getByText('已公布', { exact: true })).toBeVisible()
    await expect(desk.getByText('依据：国务院办公厅关于2027年', { exact: false })).toBeVisible()
  })

  await test.step('a county reads the rules and keeps none', async () => {
    const county = await stage.computer()
    await signedIn(house, county, 'county')
    await county.goto('/console/clock')
    await expect(county.getByRole('row').filter({ hasText: 'DL-ARB-SUE' })).toBeVisible()
    await expect(county.getByRole('button', { name: /新版本/ })).toHaveCount(0)
  })
})
