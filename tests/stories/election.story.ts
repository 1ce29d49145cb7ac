import type { ElectionList, ElectionView } from '@gongqiao/modules/elections/contract.ts'
import type { RollPage } from '@gongqiao/modules/membership/contract.ts'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { confirmed, joined, madeCode, type Officer, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

const minutesOfDays = (days: number) => days * 24 * 60

/** The page stands on the server's day. */
async function onDay(page: Page, days: number): Promise<void> {
  await page.clock.setFixedTime(new Date(Date.now() + minutesOfDays(days) * 60_000))
}

/** Members of the officer's union by different names. */
async function membersOf(officer: Officer): Promise<string[]> {
  const { items } = await officer.ask<RollPage>(`/api/units/${officer.post.unit.id}/people?status=active`)
  const names = Map.groupBy(items, ({ name }) => name)
  return [...names].flatMap(([name, people]) => (people.length === 1 ? [name] : []))
}

/** One teller enters the votes for, and the rest of the valid ballots go against. */
async function counts(
  desk: Page,
  body: string,
  teller: 1 | 2,
  who: string,
  yes: readonly (readonly [string, number])[],
) {
  const contest = desk.locator('.contest').filter({ has: desk.getByRole('heading', { name: new RegExp(`^${body}`) }) })
  await contest.getByRole('button', { name: new RegExp(`^计票人 ${teller}`) }).click()
  const form = contest.getByRole('form', { name: `计票人 ${teller}` })
  await form.getByLabel('计票人姓名').fill(who)
  for (const [name, votes] of yes) {
    await form.getByLabel(`${name} 赞成`).fill(String(votes))
    await form.getByLabel(`${name} 赞成`).blur()
  }
  return { contest, form, submit: () => form.getByRole('button', { name: '提交计票' }).click() }
}

test('换届选举: from the plan to the approved result, seen by the union, the one above and a member', async ({
  house,
  stage,
}) => {
  // Three faces and thirteen days of one election.
  test.slow()
  const member = newcomer()
  const own = await stage.phone({ viewport: { width: 360, height: 740 } })
  const desk = await stage.computer()
  const upper = await stage.computer()
  const officer = await signedIn(house, desk, 'grassroots')
  await confirmed(officer, await joined(house, own, member, (await madeCode(officer, '选举')).link))
  await signedIn(house, upper, 'township')
  const unit = officer.post.unit
  const open = async () => {
    const { items } = await officer.ask<ElectionList>(`/api/units/${unit.id}/elections`)
    const found = items.find(({ ended }) => !ended)
    return officer.ask<ElectionView>(`/api/cells/${found?.cell}/elections/${found?.matter}`)
  }
  const names = (await membersOf(officer)).filter((name) => name !== member.name)

  await test.step('an empty page says what will come, and a plan is drafted with what the rules allow', async () => {
    await desk.goto(`/console/units/${unit.id}/elections`)
    await expect(desk.getByText('这里还没有选举')).toBeVisible()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '拟订换届方案' }).click()
    await desk.getByRole('radio', { name: '会员大会' }).check()
    await desk.getByRole('button', { name: '保存方案' }).click()
    await expect(desk.getByText('请选会议日期')).toBeVisible()
    await desk.getByLabel('会议日期').fill(new Date(Date.now() + minutesOfDays(12) * 60_000).toISOString().slice(0, 10))
    await desk.getByLabel('会议日期').press('Enter')
    await desk.getByLabel('会议地点').fill('二楼会议室')
    await desk
      .getByRole('group', { name: /预选后/ })
      .getByLabel('经审委员')
      .fill('3')
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '保存方案' }).click()
    await expect(desk.getByRole('list', { name: '程序' }).locator('[aria-current=step]')).toContainText('方案拟订')
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '报送请示' }).click()
    await expect(desk.getByText(/现在由.*办理/)).toBeVisible()
  })

  await test.step('the union above finds it in its queue and agrees', async () => {
    await upper.goto('/console/')
    await upper.getByRole('button', { name: new RegExp(`^${unit.name}`) }).click()
    await upper.getByRole('link', { name: '打开选举页' }).click()
    await expectAccessible(upper)
    await upper.getByRole('button', { name: '批复同意' }).click()
    await expect(upper.getByRole('list', { name: '程序' }).locator('[aria-current=step]')).toContainText('提名候选人')
  })

  const view = await open()
  const seats = view.contests.find(({ body }) => body === 'committee')?.seats ?? 3
  const committee = [member.name, ...names.slice(0, seats)]
  const reviewers = names.slice(seats, seats + 4)

  await test.step('candidates come by Excel, what is missing is said while they are few, and are published', async () => {
    await desk.reload()
    await expect(desk.getByText(/还差 \d+ 名/).first()).toBeVisible()
    await desk.getByRole('button', { name: '编辑候选人' }).click()
    const rows = [
      ...committee.map(
        (name, index) => `${name},女,${index < 2 ? '委员、主席' : '委员'},,${index === 0 ? '专职' : '兼职'},是,`,
      ),
      ...reviewers.map((name) => `${name},男,经审委员,,兼职,,`),
    ]
    const sheet = `姓名,性别,职务,申报情况,任职方式,一线职工,劳模先进\n${rows.join('\n')}\n`
    await desk.locator('.people-editor input[type=file]').setInputFiles({
      ...{ name: 'candidates.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(sheet),
    })
    await expect(desk.getByText(/读到 \d+ 人/)).toBeVisible()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '保存候选人' }).click()
    await expect(desk.locator('.people-editor')).toHaveCount(0)
    await expect(desk.getByText('够了').first()).toBeVisible()
    await desk.getByRole('button', { name: '公示候选人' }).click()
    await expect(desk.getByRole('list', { name: '程序' }).locator('[aria-current=step]')).toContainText('候选人公示')
    const [paper] = await Promise.all([
      desk.waitForEvent('download'),
      desk
        .getByRole('region', { name: '文书' })
        .getByRole('button', { name: /候选人公示/ })
        .click(),
    ])
    expect(paper.suggestedFilename()).toMatch(/候选人公示.*\.pdf$/)
  })

  await test.step('a member sees on the phone what is elected, when, and who stands', async () => {
    await own.goto('/')
    await own.getByRole('link', { name: '我的工会正在选举' }).click()
    await expect(own.getByText('候选人公示中')).toBeVisible()
    await expect(own.getByText(member.name).first()).toBeVisible()
    await expectAccessible(own)
  })

  await house.moveClock(minutesOfDays(13))
  await signedIn(house, desk, 'grassroots')
  await onDay(desk, 13)
  const present = Math.max(2, view.members - 1)

  await test.step('whether enough came is said while the number is typed', async () => {
    await desk.goto(`/console/units/${unit.id}/elections/${view.cell}/${view.matter}`)
    const form = desk.getByRole('form', { name: '登记会议' })
    await form.getByLabel('实到会人数').fill('1')
    await expect(form.getByText(/还差 \d+ 人，不能选举/)).toBeVisible()
    await form.getByLabel('实到会人数').fill(String(present))
    await expect(form.getByText(/可以选举/)).toBeVisible()
    await expectAccessible(desk)
    await form.getByRole('button', { name: '登记会议' }).click()
    await expect(desk.getByRole('list', { name: '程序' }).locator('[aria-current=step]')).toContainText('开会计票')
  })

  await test.step('two tellers count: a run-off among equals, a final list voted in advance, a name written in', async () => {
    const few = Math.floor(view.members / 2) + 1
    // No ballot chooses more than there are seats: what the equal two have is not left for the others.
    const lead = Math.min(present, Math.floor((seats * present - 2 * few) / (seats - 1)))
    // All seats but the last are clear; the last two of the list have equal votes.
    const votes = committee.map((name, index) => [name, index < seats - 1 ? lead : few] as const)
    for (const teller of [1, 2] as const) {
      const { form, submit } = await counts(desk, '委员', teller, teller === 1 ? '计票员甲' : '计票员乙', votes)
      await expect(form.getByText(/票数相同/)).toBeVisible()
      if (teller === 1) await expectAccessible(desk)
      await submit()
      await expect(form).toHaveCount(0)
    }
    await desk.getByRole('button', { name: '就平票的人再投一轮' }).click()
    await expect(desk.getByText('平票另选', { exact: false }).first()).toBeVisible()
    const tied = committee.slice(-2)
    for (const teller of [1, 2] as const) {
      const again = tied.map((name, index) => [name, index === 0 ? few : present - few] as const)
      const { form, submit } = await counts(desk, '委员', teller, teller === 1 ? '计票员甲' : '计票员乙', again)
      await submit()
      await expect(form).toHaveCount(0)
    }
    for (const [body, all] of [
      ['主席', committee.slice(0, 2)],
      ['经审委员', reviewers],
    ] as const) {
      for (const teller of [1, 2] as const) {
        const yes = all.map((name, index) => [name, index < (body === '主席' ? 1 : 3) ? present - 1 : 0] as const)
        const { form, submit } = await counts(desk, body, teller, teller === 1 ? '计票员甲' : '计票员乙', yes)
        await form.getByLabel(`${all.at(-1)} 反对`).fill(String(present))
        if (body === '主席') {
          await form.getByRole('button', { name: '加一位另选的人' }).click()
          await form.getByLabel('另选第 1 人 姓名').fill(names.at(-1) ?? '')
          if (teller === 1) await expectAccessible(desk)
        }
        await submit()
        await expect(form).toHaveCount(0)
      }
    }
    await expect(desk.getByText(`${names.at(-1)} 另选`)).toBeVisible()
    await expect(desk.getByText('列入正式候选人')).toHaveCount(3)
    await desk.getByRole('button', { name: '开始正式选举' }).click()
    for (const teller of [1, 2] as const) {
      const yes = reviewers.slice(0, 3).map((name) => [name, present - 1] as const)
      const { form, submit } = await counts(desk, '经审委员', teller, teller === 1 ? '计票员甲' : '计票员乙', yes)
      await submit()
      await expect(form).toHaveCount(0)
    }
    await expect(desk.getByText('已选出')).toHaveCount(3)
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '完成计票' }).click()
    await desk.getByRole('button', { name: '上报结果' }).click()
    await expect(desk.getByText(/现在由.*办理/)).toBeVisible()
  })

  await test.step('the union above looks at the procedure and approves', async () => {
    await signedIn(house, upper, 'township')
    await onDay(upper, 13)
    await upper.goto(`/console/units/${unit.id}/elections/${view.cell}/${view.matter}`)
    await expect(upper.getByRole('heading', { name: '程序审查' })).toBeVisible()
    await upper.getByRole('button', { name: '批准结果' }).click()
    const dialog = upper.getByRole('dialog')
    await dialog.getByLabel('批复文号').fill('工复〔2026〕12号')
    await dialog.getByRole('button', { name: '批准结果' }).click()
    await expect(upper.getByText(/任期从.*到/).first()).toBeVisible()
    await expectAccessible(upper)
  })

  await test.step('and the member reads the result', async () => {
    await own.goto('/elections')
    await expect(own.getByText('结果已批准')).toBeVisible()
    await expect(own.getByText(`${member.name} · 当选`).first()).toBeVisible()
    await expectAccessible(own)
  })
  await house.moveClock(0)
})

test('选举参数: a county sees what the rules leave to it, changes one after seeing what it reaches, and takes it back', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  await signedIn(house, desk, 'county')
  await desk.goto('/console/election-parameters')
  const list = desk.getByRole('table')
  await expect(list.getByRole('row', { name: /法定到会比例.*2\/3/ })).toBeVisible()
  await expectAccessible(desk)

  await desk.getByRole('button', { name: '修改 代表中管理人员最多占' }).click()
  await desk.getByRole('button', { name: '看看涉及哪些选举' }).click()
  await expect(desk.getByText('请选生效日期')).toBeVisible()
  await desk.getByRole('spinbutton', { name: '%' }).fill('15')
  const day = new Date(Date.now() + minutesOfDays(300) * 60_000).toISOString().slice(0, 10)
  await desk.getByLabel('生效日期').fill(day)
  await desk.getByLabel('生效日期').press('Enter')
  await desk.getByLabel('依据文件').fill('县工会选举工作指引')
  await desk.getByLabel('条款').fill('第四条')
  await desk.getByLabel('修改依据').fill('县总工会会议纪要')
  await desk.getByRole('button', { name: '看看涉及哪些选举' }).click()
  await expect(desk.getByText('没有正在办的选举会因此改变')).toBeVisible()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: '确认修改' }).click()
  await expect(list.getByRole('row', { name: /代表中管理人员.*15 %.*本地修改/ })).toBeVisible()

  await desk.getByRole('button', { name: /^撤销 / }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '撤销' }).click()
  await expect(list.getByText('本地修改')).toHaveCount(0)
  await expect(desk.getByText(/^已撤销/)).toBeVisible()
})
