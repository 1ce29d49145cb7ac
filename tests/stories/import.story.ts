import { readFile } from 'node:fs/promises'
import { workbookOf } from '@gongqiao/kernel/sheets/sheets-for-tests.ts'
import type { UnitPage } from '@gongqiao/modules/organization/contract.ts'
import { monthLater, officerSheet, rosters, unionName, unitSheet } from '../afternoon/sheets.ts'
import { expectAccessible, expectEnglish } from './accessible.ts'
import { choose, dryRun, expectGood, handOver, readLines, run } from './bringing-in.ts'
import { confirmed, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

const csv = 'text/csv'
const unions = 15
const people = 500

test('一个县搬进来: units, officers and people in one afternoon, and next month a difference', async ({
  house,
  stage,
}) => {
  test.setTimeout(480_000)
  const desk = await stage.computer()
  const officer = await signedIn(house, desk, 'county')
  const unit = officer.post.unit.id
  const { items } = await officer.ask<UnitPage>(`/api/units/${unit}/children`)
  const townships = items.filter(({ level }) => level === 'township').map(({ name }) => name)
  const sheets = await rosters(people, unions, 0.05)

  await test.step('the first visit says what an import is for and what happens with the data', async () => {
    await desk.goto(`/console/units/${unit}/imports`)
    await expect(desk.getByText('还没有导入过')).toBeVisible()
    await desk.getByText('表里的数据怎么处理').click()
    await expect(desk.getByText('导入结束 30 天后', { exact: false })).toBeVisible()
    await expectGood(desk)
    const template = desk.waitForEvent('download')
    await desk.getByRole('button', { name: '下载“会员名册”模板' }).click()
    expect((await template).suggestedFilename()).toBe('会员名册.xlsx')
  })

  await test.step('what cannot be read is told in words, each with its cure', async () => {
    await choose(desk, { name: '旧名册.xls', mediaType: 'application/vnd.ms-excel', bytes: Buffer.from('old') })
    await expect(desk.getByRole('alert').getByText('另存为 .xlsx 或 CSV', { exact: false })).toBeAttached()
    await expect(desk.locator('.field-fault')).toContainText('这是旧格式的表格')
    await choose(desk, { name: '改了名.xlsx', mediaType: csv, bytes: Buffer.from('%PDF-1.7') })
    await expect(desk.getByText('这不是能读的表格', { exact: false })).toBeVisible()
    const macros = await workbookOf('', { 'xl/vbaProject.bin': 'Sub' })
    await choose(desk, { name: '带宏.xlsm', mediaType: 'application/vnd.ms-excel', bytes: macros })
    await expect(desk.getByText('表格里带有宏', { exact: false })).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('unions come first: the columns are matched, and the tree has them', async () => {
    await handOver(desk, unit, '工会组织', await unitSheet(unions, townships))
    await expect(desk.getByRole('combobox', { name: '“工会名称”是表里的哪一列' })).toBeVisible()
    await expectGood(desk)
    expect(await dryRun(desk)).toContain(`共 ${unions} 行：新增 ${unions}。`)
    await expectGood(desk)
    expect(await run(desk)).toBe(`导入 ${unions} 行。`)
    await expectGood(desk)
    await desk.getByRole('combobox', { name: /找工会/ }).fill(unionName(3).slice(3, 8))
    await expect(desk.getByText(unionName(3)).first()).toBeVisible()
  })

  await test.step('officers are invited by links that work once, handed over row by row', async () => {
    await handOver(desk, unit, '工会干部', officerSheet(unions))
    expect(await dryRun(desk)).toContain(`共 ${unions} 行：新增 ${unions}。`)
    await run(desk)
    await expect(desk.getByRole('button', { name: '复制第 2 行的链接' })).toBeVisible()
    await expectGood(desk)
  })

  for (const [at, sheet] of sheets.entries()) {
    await test.step(`people, sheet ${at + 1}: broken in its own way, every planted fault named`, async () => {
      await handOver(desk, unit, '会员名册', sheet)
      await expect(desk.getByText('“学历”不导入', { exact: false })).toBeVisible()
      const said = await dryRun(desk)
      const good = sheet.rows - sheet.faulty.size
      expect(said).toContain(`新增 ${good}`)
      expect(said).toContain(`有问题 ${sheet.faulty.size}`)
      for (const row of sheet.faulty)
        await expect(desk.getByRole('rowheader', { name: `第 ${row} 行`, exact: true })).toBeVisible()
      if (at === 0) {
        await expectGood(desk)
        await desk.getByRole('button', { name: /^新增/ }).click()
        await expect(desk.getByText('在您的范围内没有，会加进来。')).toBeVisible()
      }
      expect(await run(desk)).toBe(`导入 ${good} 行，没有导入 ${sheet.faulty.size} 行。`)
    })
  }

  await test.step('the error file is a sheet like any other; and a sheet may be left at its dry run', async () => {
    const file = desk.waitForEvent('download')
    await desk.getByRole('button', { name: '下载错误文件' }).click()
    const bytes = await readFile(await (await file).path())
    await handOver(desk, unit, '会员名册', { name: '待改正.xlsx', mediaType: csv, bytes })
    expect(await dryRun(desk)).toContain('有问题')
    await desk.getByRole('button', { name: '这张表不导了' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '不导入', exact: true }).click()
    await expect(desk.getByText('停止了，什么都没有改动。', { exact: true }).last()).toBeVisible()
    await expectAccessible(desk)
  })

  const later = monthLater(people, unions, 0.05, { phones: 4, joined: 6, left: 5 })
  await test.step('a month later the sheet is a difference, and whoever is missing is proposed, not removed', async () => {
    await handOver(desk, unit, '会员名册', later)
    await expect(desk.getByText('已经用上次的对法', { exact: false })).toBeVisible()
    const said = await dryRun(desk)
    expect(said).toContain(`新增 ${later.difference.new}`)
    expect(said).toContain(`有变化 ${later.difference.changed}`)
    expect(said).toContain(`现在有、表里没有的 ${later.difference.gone} 个`)
    await run(desk)
    await expectGood(desk)
    await desk.locator('.import-gone').getByRole('checkbox').first().check()
    await desk.getByRole('button', { name: '认定这 1 人已离开' }).click()
    const dialog = desk.getByRole('dialog', { name: '认定 1 人已离开' })
    await expect(dialog.getByText('没有认领过的：从名册移出。')).toBeVisible()
    await dialog.getByRole('button', { name: '认定这 1 人已离开' }).click()
    await expect(desk.getByText('已认定', { exact: true })).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('the undo says what follows, and takes back what nobody has touched', async () => {
    await desk.getByRole('button', { name: '撤销这次导入' }).click()
    const dialog = desk.getByRole('dialog', { name: '撤销这次导入' })
    await expect(dialog.getByText('本人已经认领的', { exact: false })).toBeVisible()
    await expectAccessible(desk)
    await dialog.getByRole('button', { name: '撤销这次导入' }).click()
    await expect(desk.getByText(/^撤销了 \d+ 行。/).last()).toBeVisible({ timeout: 60_000 })
    await expectGood(desk)
  })

  await test.step('and the list tells of every sheet that came', async () => {
    await desk.getByRole('link', { name: '回到导入记录' }).click()
    await expect(desk.getByRole('link', { name: /会员名册-下月\.csv 已撤销/ })).toBeVisible()
    await expect(desk.getByRole('link', { name: /工会组织\.xlsx 已导入/ })).toBeVisible()
    await expectGood(desk)
  })
})

test('拿不准的和要本人确认的: settled once by the clerk, and by nobody but the person', async ({ house, stage }) => {
  const desk = await stage.computer()
  const officer = await signedIn(house, desk, 'county')
  const shop = await signedIn(house, await stage.computer(), 'grassroots')
  const unit = officer.post.unit.id
  const member = newcomer()
  const { link } = await madeCode(shop, '导入之前就是会员')
  await confirmed(shop, await joined(house, await stage.phone(), member, link))
  const { items } = await officer.ask<UnitPage>(`/api/units/${unit}/children`)
  const [first, second] = items.filter(({ level }) => level === 'township')
  const twins = ['工会名称,上级工会']
  for (const above of [first, second]) twins.push(`龙游县阳光幼儿园工会委员会,${above?.name ?? ''}`)
  await handOver(desk, unit, '工会组织', { name: '两家同名.csv', mediaType: csv, bytes: Buffer.from(twins.join('\n')) })
  await dryRun(desk)
  await run(desk)

  const one = newcomer()
  const two = newcomer()
  const three = newcomer()
  const roster = [
    '单位,姓名,身份证号,手机',
    `阳光幼儿园工会,${one.name},${one.number},${one.phone}`,
    `阳光幼儿园工会,${two.name},${two.number},${two.phone}`,
    `${shop.post.unit.name},${member.name},${member.number},15400001234`,
  ].join('\n')
  const sheet = { name: '幼儿园.csv', mediaType: csv, bytes: Buffer.from(roster) }

  await test.step('a name that two unions have is one question for all its rows', async () => {
    await handOver(desk, unit, '会员名册', sheet)
    expect(await dryRun(desk)).toContain('共 3 行：要本人确认 1，要您认定 2。')
    await expect(desk.getByText('表里写的：阳光幼儿园工会', { exact: false })).toBeVisible()
    await expectGood(desk)
    await desk.getByRole('radio', { name: new RegExp(first?.name ?? '') }).check()
    await desk.getByRole('button', { name: '认定选好的 1 处' }).click()
    await expect(desk.locator('.import-sentence')).toContainText('共 3 行：新增 2，要本人确认 1。')
    await expectAccessible(desk)
  })

  await test.step('a member’s own phone is not changed by a sheet: the person is asked', async () => {
    await desk.getByRole('button', { name: /^要本人确认/ }).click()
    await expect(desk.getByText('不同：移动电话')).toBeVisible()
    expect(await run(desk)).toBe('导入 2 行，请本人确认 1 行。')
  })

  await test.step('the error file holds what did not come in, with the reason; mended it comes in', async () => {
    const spoiled = roster.replace(two.phone, '12345').replace(two.number, three.number)
    await handOver(desk, unit, '会员名册', { ...sheet, name: '错一处.csv', bytes: Buffer.from(spoiled) })
    expect(await dryRun(desk)).toContain('有问题 1')
    const file = desk.waitForEvent('download')
    await desk.getByRole('button', { name: '下载错误文件' }).click()
    const lines = await readLines(await readFile(await (await file).path()))
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`${two.name},${three.number},12345,移动电话：`)
    const mended = Buffer.from(lines.join('\n').replace('12345', three.phone))
    await handOver(desk, unit, '会员名册', { name: '已改正.csv', mediaType: csv, bytes: mended })
    expect(await dryRun(desk)).toContain('共 1 行：新增 1。')
    await run(desk)
  })

  await test.step('what was settled is remembered for the next sheet', async () => {
    await handOver(desk, unit, '会员名册', { ...sheet, name: '幼儿园-下月.csv' })
    expect(await dryRun(desk)).toContain('没有变化 2')
    await expect(desk.getByRole('heading', { name: '请您认定' })).toBeHidden()
  })

  await test.step('headings in another row are looked at again before anything is read', async () => {
    const odd = `姓名,证件号码\n真正的表头在下一行,\n职工,号码\n${one.name},${one.number}\n`
    await handOver(desk, unit, '会员名册', { name: '两个表头.csv', mediaType: csv, bytes: Buffer.from(odd) })
    await desk.getByRole('button', { name: '不对，改一改' }).click()
    await desk.getByLabel('表头在第几行').fill('第三行')
    await desk.getByRole('button', { name: '按这一行重新看' }).click()
    await expect(desk.getByText('请填 1 到 20 的行号', { exact: false })).toBeVisible()
    await desk.getByLabel('表头在第几行').fill('3')
    await desk.keyboard.press('Enter')
    await expect(desk.getByText('表头在第 3 行。')).toBeVisible()
    await expect(desk.getByText('还差必需的列：', { exact: false })).toBeVisible()
    await desk.getByRole('combobox', { name: '“姓名”是表里的哪一列' }).click()
    await desk.getByRole('option', { name: 'A 列 职工' }).click()
    await desk.getByRole('combobox', { name: '“证件号码”是表里的哪一列' }).click()
    await desk.getByRole('option', { name: 'B 列 号码' }).click()
    await expectAccessible(desk)
    await expect(desk.getByRole('button', { name: '试运行' })).toBeEnabled()
  })

  await test.step('in English nothing is left in Chinese but names', async () => {
    await desk.goto(`/console/units/${unit}/imports`)
    await desk.getByRole('button', { name: 'English' }).click()
    await desk.getByRole('link', { name: /^幼儿园\.csv/ }).click()
    await expect(desk.getByText('2 imported, 1 waiting for the person.').last()).toBeVisible()
    await expectEnglish(desk, [/\p{Script=Han}/u])
  })
})

test('断电: killed in the middle of a run, the import goes on where it was, and the page with it', async ({
  house,
  stage,
}) => {
  test.setTimeout(300_000)
  const desk = await stage.computer()
  const officer = await signedIn(house, desk, 'grassroots')
  const unit = officer.post.unit.id
  const [sheet] = await rosters(40_000, 5, 0)
  if (!sheet) throw new Error('there is a first sheet')
  const lines = sheet.bytes.toString().replaceAll(unionName(0), officer.post.unit.name)
  await handOver(desk, unit, '会员名册', { ...sheet, name: '大名册.csv', bytes: Buffer.from(lines) })
  expect(await dryRun(desk)).toContain('共 8,000 行：新增 8,000。')
  await desk.getByRole('button', { name: /^正式导入/ }).click()
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /^正式导入/ })
    .click()
  await desk.reload()
  await expect(desk.getByText(/^[1-7],\d{3} \/ 8,000 行$/)).toBeVisible()

  await house.kill()
  await expect(desk.getByText('连不上服务器')).toBeVisible()
  await house.start()
  await expect(desk.locator('.import-sentence')).toHaveText('导入 8,000 行。', { timeout: 120_000 })
  await expect(desk.getByText('连不上服务器')).toBeHidden()
  await expectAccessible(desk)
})
