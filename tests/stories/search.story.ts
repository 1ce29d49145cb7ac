import { expectAccessible, expectEnglish } from './accessible.ts'
import { confirmed, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

test('查找: an officer finds a person by characters of a name and by number, narrows the roll, and keeps that as a view', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  const phone = await stage.phone()
  const worker = { ...newcomer(), name: '龚䶮𬭎' }
  const officer = await signedIn(house, desk, 'grassroots')
  const { unit } = officer.post
  await confirmed(officer, await joined(house, phone, worker, (await madeCode(officer, '查找')).link))
  const addresses: string[] = []
  desk.on('request', (request) => addresses.push(request.url()))
  const box = desk.getByRole('textbox', { name: '在这份名册里查找' })
  const row = desk.getByRole('row').filter({ hasText: worker.name })

  await test.step('two rare characters are enough, and the address can be shared', async () => {
    await desk.goto(`/console/units/${unit.id}/people`)
    await expect(desk.getByRole('row').nth(1)).toBeVisible()
    await desk.keyboard.press('f')
    await expect(box).toBeFocused()
    await desk.keyboard.type('䶮𬭎')
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('row')).toHaveCount(2)
    await expect(row).toBeVisible()
    expect(new URL(desk.url()).searchParams.get('find')).toBe('䶮𬭎')
    await expectAccessible(desk)
  })

  await test.step('a whole number finds them as well, and stands in no address', async () => {
    for (const number of [worker.number, worker.phone]) {
      await box.fill(number)
      await desk.getByRole('button', { name: '查找', exact: true }).click()
      await expect(desk.getByRole('row')).toHaveCount(2)
      await expect(row).toBeVisible()
      expect(desk.url()).not.toContain(number)
      expect(desk.url()).not.toContain('find=')
    }
    await box.fill(newcomer().phone)
    await desk.getByRole('button', { name: '查找', exact: true }).click()
    await expect(desk.getByText('这份名册里没有这个号码的人')).toBeVisible()
    await expectAccessible(desk)
    expect(addresses.join(' ')).not.toContain(worker.number)
    expect(addresses.join(' ')).not.toContain(worker.phone)
    expect(
      await desk.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])),
    ).not.toContain(worker.phone)
    await desk.getByRole('button', { name: '我的视图' }).click()
    await expect(desk.getByRole('button', { name: '保存现在的查找、筛选和列' })).toBeDisabled()
    await desk.keyboard.press('Escape')
  })

  await test.step('filters narrow together, are seen, and are taken off one by one', async () => {
    await desk.goto(`/console/units/${unit.id}/people?find=${encodeURIComponent('龚')}`)
    await desk.getByRole('button', { name: '筛选' }).click()
    await desk.getByRole('spinbutton', { name: '年龄从' }).fill('90')
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '应用' }).click()
    await expect(desk.getByText('没有找到“龚”')).toBeVisible()
    await expect(desk.getByRole('list', { name: '现在的筛选条件' })).toContainText('90 岁以上')
    await desk.getByRole('button', { name: '去掉“90 岁以上”' }).click()
    await expect(row).toBeVisible()
    expect(desk.url()).not.toContain('age')
  })

  await test.step('a view keeps words, filters and columns, and the roll opens with it on another computer', async () => {
    await desk.getByRole('button', { name: '显示的列' }).click()
    await desk.getByRole('checkbox', { name: '性别' }).uncheck()
    await desk.keyboard.press('Escape')
    await expect(desk.getByRole('columnheader', { name: '性别' })).toHaveCount(0)
    await desk.getByRole('button', { name: '我的视图' }).click()
    await desk.getByRole('button', { name: '保存现在的查找、筛选和列' }).click()
    await desk.getByRole('textbox', { name: '名称' }).fill('姓龚的')
    await desk.getByRole('checkbox', { name: '打开名册时先用这个视图' }).check()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '保存', exact: true }).click()
    await expect(desk.getByText('“姓龚的”已保存。')).toBeVisible()

    const other = await stage.computer()
    await signedIn(house, other, 'grassroots')
    const asked: string[] = []
    other.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await other.goto(`/console/units/${unit.id}/people`)
    await expect(other).toHaveURL(/find=/)
    await expect(other.getByRole('row').filter({ hasText: worker.name })).toBeVisible()
    await expect(other.getByRole('columnheader', { name: '性别' })).toHaveCount(0)
    expect(
      asked.filter((path) => path.endsWith('/people') && path.startsWith('/api')),
      'nobody is looked at in vain',
    ).toEqual([])
    await other.getByRole('button', { name: '我的视图' }).click()
    await expectAccessible(other)
    await other.getByRole('button', { name: '给“姓龚的”改名' }).click()
    await other.getByRole('textbox', { name: '名称' }).fill('龚姓')
    await other.getByRole('button', { name: '保存', exact: true }).click()
    await other.getByRole('button', { name: '我的视图' }).click()
    await other.getByRole('button', { name: '删除“龚姓”' }).click()
    await expect(other.getByText('还没有保存的视图。')).toBeVisible()
  })

  await test.step('on a small screen, and in English', async () => {
    const small = await stage.computer()
    await signedIn(house, small, 'grassroots')
    await small.goto(`/console/units/${unit.id}/people?find=${encodeURIComponent('龚')}&ageFrom=16`)
    await small.getByRole('button', { name: 'English' }).click()
    await small.setViewportSize({ width: 360, height: 740 })
    await small.getByRole('button', { name: 'Filter', exact: true }).click()
    await expect(small.getByRole('button', { name: worker.name })).toBeVisible()
    await expectAccessible(small)
    await expectEnglish(small, [
      ...[officer.post.title, worker.name, '演示基层', '工桥', '中文', '龚'],
      /[\p{Script=Han}·]+(?:工会|委员会)/u,
    ])
    const wider = await small.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider, 'stays inside the screen').toBeLessThanOrEqual(0)
  })

  await test.step('the member sees that they were found', async () => {
    await phone.goto('/me/looks')
    await expect(phone.getByText('在名册里查找时看到您').first()).toBeVisible()
  })
})
