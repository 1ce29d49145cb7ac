import type { FoundingPage, PlaceUnions } from '@gongqiao/modules/organization/contract.ts'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { codeSentTo, confirmed, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** The whole page fits the screen's width. */
async function expectNoSideways(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `sideways on ${page.url()}`).toBeLessThanOrEqual(0)
}

async function person(page: Page, part: string, at: number, name: string, votes?: number): Promise<void> {
  await page.getByRole('textbox', { name: `${part} ${at} 姓名` }).fill(name)
  if (votes !== undefined) await page.getByRole('spinbutton', { name: `${part} ${at} 得票` }).fill(String(votes))
}

test('建会: a worker asks on a phone, the street’s union founds it with them, and the county registers it', async ({
  house,
  stage,
}) => {
  const worker = newcomer()
  const employer = '青石板豆腐坊'
  const phone = await stage.phone({ viewport: { width: 360, height: 740 } })
  const desk = await stage.computer()
  const street = await signedIn(house, desk, 'township')
  let follow = ''

  await test.step('the worker, who is no member, asks the union of the place', async () => {
    await phone.goto('/')
    await phone.getByRole('link', { name: '我的单位没有工会' }).click()
    await phone.getByLabel('您在哪家单位工作').fill(employer)
    await phone.getByRole('button', { name: '提交' }).click()
    await expect(phone.getByText('请选单位在哪里')).toBeVisible()
    await expectAccessible(phone)
    let under: string | undefined
    for (const name of [/浙江/, /衢州/, /龙游/]) {
      const places = await street.ask<PlaceUnions>(`/api/place-unions${under === undefined ? '' : `?under=${under}`}`)
      const place = places.items.find((one) => name.test(one.name))
      if (!place) throw new Error(`no place ${name}`)
      await phone.getByRole('button', { name: place.shortName, exact: true }).click()
      under = place.id
    }
    await phone.getByRole('button', { name: street.post.unit.shortName, exact: true }).click()
    await expect(phone.getByText(street.post.unit.name)).toBeVisible()
    await phone.getByLabel('您的姓名').fill(worker.name)
    await phone.getByRole('textbox', { name: '手机号' }).fill(worker.phone)
    await phone.getByRole('button', { name: '发验证码' }).click()
    await expect(phone.getByText('6 位数字已发到')).toBeVisible()
    await phone.getByRole('textbox', { name: '短信验证码' }).fill(await codeSentTo(house, worker.phone))
    await phone.getByLabel('还想说的').fill('老板不知道是我说的。')
    await phone.getByRole('button', { name: '提交' }).click()
    await expect(phone.getByText('当地工会收到了')).toBeVisible()
    await expect(phone.getByText('等当地工会答复').first()).toBeVisible()
    await expectAccessible(phone)
    await expectNoSideways(phone)
    follow = (await phone.locator('.wrap-anywhere').textContent())?.split('/').at(-1) ?? ''
  })

  await test.step('the street’s officer reads who asked, and agrees', async () => {
    await desk.goto(`/console/units/${street.post.unit.id}/foundings`)
    await desk.getByRole('link', { name: `${employer}工会委员会` }).click()
    await desk.getByRole('button', { name: '查看' }).click()
    await expect(desk.getByText('老板不知道是我说的。')).toBeVisible()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '批复同意' }).click()
    await desk.getByLabel('文号').fill('街工〔2026〕7号')
    await desk.getByRole('button', { name: '批复同意' }).click()
    await expect(desk.getByText('已批复，正在成立筹备组').first()).toBeVisible()
  })

  await test.step('the worker sees it on the phone, in English too', async () => {
    await phone.goto(`/union-ask/${follow}`)
    await expect(phone.getByText('工会同意了，正在成立筹备组').first()).toBeVisible()
    await expect(phone.getByText('已经可以加入')).toBeVisible()
    await phone.getByRole('button', { name: 'English' }).click()
    await expect(phone.getByText('The union agreed; a group is being named').first()).toBeVisible()
    await expectNoSideways(phone)
    await phone.getByRole('button', { name: '中文' }).click()
  })

  await test.step('colleagues join while it is being founded', async () => {
    const { items } = await street.ask<FoundingPage>(`/api/units/${street.post.unit.id}/foundings`)
    const line = items.find(({ name }) => name.startsWith(employer))
    if (!line) throw new Error('the founding is there')
    const view = await street.ask<{ unit: { id: string } }>(`/api/cells/${line.cell}/foundings/${line.matter}`)
    const { link } = await madeCode(street, '筹备组', { unit: view.unit.id })
    for (const one of [newcomer(), newcomer()]) {
      const card = await joined(house, await stage.phone(), one, link)
      await confirmed(street, card)
    }
    await desk.reload()
    await expect(desk.getByText('已有 2 人入会', { exact: false }).first()).toBeVisible()
  })

  await test.step('group, plan and election, with what is wrong said at once', async () => {
    await desk.getByRole('button', { name: '成立筹备组' }).click()
    await person(desk, '筹备组', 1, '章一')
    await person(desk, '筹备组', 2, '李二')
    await desk.getByRole('button', { name: '成立筹备组' }).last().click()
    await expect(desk.getByText('筹备组由 3 至 5 人组成')).toBeVisible()
    await person(desk, '筹备组', 3, '王三')
    await desk.getByRole('button', { name: '成立筹备组' }).last().click()
    await expect(desk.getByText('筹备组正在发展会员').first()).toBeVisible()

    await desk.getByRole('button', { name: '定下选举方案' }).click()
    await desk.getByLabel('会员人数').fill('30')
    await desk.getByLabel('其中女会员').fill('0')
    await desk.getByLabel('开会日期').fill('2099-01-01')
    await desk.getByLabel('开会日期').press('Enter')
    await desk.getByRole('button', { name: '定下选举方案' }).last().click()
    await expect(desk.getByText('正在筹备选举').first()).toBeVisible()

    await desk.getByRole('button', { name: '录入选举结果' }).click()
    for (const [label, count] of [
      ['会员人数', 30],
      ['其中女会员', 0],
      ['应到', 30],
      ['实到', 19],
      ['发出选票', 19],
      ['收回选票', 19],
      ['委员名额', 3],
    ] as const)
      await desk.getByRole('spinbutton', { name: label, exact: true }).fill(String(count))
    await person(desk, '工会委员会', 1, '章一', 19)
    await person(desk, '工会委员会', 2, '李二', 18)
    await person(desk, '工会委员会', 3, '王三', 15)
    await person(desk, '经费审查委员会', 1, '赵四', 17)
    await desk.getByRole('button', { name: '录入选举结果' }).last().click()
    await expect(desk.getByText('不够法定人数，至少要到 20 人')).toBeVisible()
    await expect(desk.getByText('王三没有过半数，至少要 16 票才当选')).toBeVisible()
    for (const label of ['实到', '发出选票', '收回选票'])
      await desk.getByRole('spinbutton', { name: label, exact: true }).fill('28')
    await person(desk, '工会委员会', 3, '王三', 16)
    await desk.getByRole('button', { name: '录入选举结果' }).last().click()
    await expect(desk.getByText('已选举，待报告结果').first()).toBeVisible()
    await desk.getByRole('button', { name: '报告选举结果' }).click()
    await desk.getByRole('button', { name: '报告选举结果' }).last().click()
    await expect(desk.getByText('已报告，等上级工会批准').first()).toBeVisible()
  })

  await test.step('a document is read, changed and printed', async () => {
    await desk.getByRole('button', { name: '看和改 选举结果报告' }).click()
    const dialog = desk.getByRole('dialog')
    await expect(dialog.getByLabel('正文')).toHaveValue(/应到30人，实到28人/)
    await dialog.getByLabel('文号').fill('筹〔2026〕1号')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toBeHidden()
    const link = await desk.getByRole('link', { name: '打印 选举结果报告' }).getAttribute('href')
    const pdf = await desk.context().request.get(`${house.url}${link}`)
    expect(pdf.headers()['content-type']).toContain('application/pdf')
  })

  await test.step('the result is approved: the union is founded', async () => {
    await desk.getByRole('button', { name: '批准选举结果' }).click()
    await desk.getByRole('button', { name: '批准选举结果' }).last().click()
    await expect(desk.getByText('已成立，待法人登记').first()).toBeVisible()
    await phone.reload()
    await expect(phone.getByText('工会成立了').first()).toBeVisible()
  })

  await test.step('it applies for registration; what is known stands in the form', async () => {
    await desk.getByRole('link', { name: '申请法人登记' }).click()
    await desk.getByRole('button', { name: '申请首次登记' }).click()
    await expect(desk.getByLabel('工会全称')).toHaveValue(`${employer}工会委员会`)
    await desk.getByRole('button', { name: '提交申请' }).click()
    await expect(desk.getByText('请填写').first()).toBeVisible()
    await expectAccessible(desk)
    for (const [label, value] of [
      ['电话', '0570-7012345'],
      ['注册地址', '龙游县青石板路 1 号'],
      ['注册地邮编', '324400'],
      ['办公地址', '龙游县青石板路 1 号'],
      ['办公地区划代码', '330825'],
      ['办公地邮编', '324400'],
      ['业务范围', '维护职工合法权益，竭诚服务职工'],
      ['批准文号', '街工〔2026〕8号'],
    ] as const)
      await desk.getByLabel(label, { exact: true }).fill(value)
    for (const [label, count] of [
      ['职工人数', 40],
      ['会员人数', 30],
      ['专职干部', 0],
    ] as const)
      await desk.getByRole('spinbutton', { name: label, exact: true }).fill(String(count))
    await choose(desk, 'form-employerNature', '企业')
    await desk.getByLabel('能够独立承担民事责任').check()
    const head = desk.getByRole('region', { name: '法定代表人（工会主席）' })
    for (const [label, value] of [
      ['身份证号码', '110105199104129612'],
      ['手机号', '13800138000'],
      ['民族', '汉族'],
      ['学历', '高中'],
      ['政治面貌', '群众'],
    ] as const)
      await head.getByLabel(label, { exact: true }).fill(value)
    await choose(desk, 'form-representative.sex', '男')
    await head.getByLabel('出生日期').fill('1991-04-12')
    await head.getByLabel('出生日期').press('Enter')
    const handler = desk.getByRole('region', { name: '经办人' })
    for (const [label, value] of [
      ['姓名', '李二'],
      ['工会职务', '副主席'],
      ['身份证号码', '110105198609309622'],
      ['手机号', '13800138001'],
    ] as const)
      await handler.getByLabel(label, { exact: true }).fill(value)
    await desk.getByRole('button', { name: '提交申请' }).click()
    await expect(desk.getByText('等登记机关审核').first()).toBeVisible()
  })

  await test.step('the county registers it and issues the certificate', async () => {
    const clerk = await stage.computer()
    const county = await signedIn(house, clerk, 'county')
    await clerk.goto(`/console/units/${county.post.unit.id}/registration`)
    await clerk.getByRole('link', { name: `${employer}工会委员会：首次登记` }).click()
    await clerk.getByRole('button', { name: '核准登记' }).click()
    await clerk.getByLabel('统一社会信用代码').fill('91350100M000100Y43')
    await clerk.getByRole('button', { name: '核准登记' }).click()
    await expect(clerk.getByText('工会的信用代码以', { exact: false })).toBeVisible()
    await clerk.getByLabel('统一社会信用代码').fill('81110105MC0000012B')
    await clerk.getByRole('button', { name: '核准登记' }).click()
    await expect(clerk.getByText('已核准').first()).toBeVisible()
    await expectAccessible(clerk)
    await desk.reload()
    await expect(desk.getByText('81110105MC0000012B').first()).toBeVisible()
    await expect(desk.getByRole('link', { name: '打印证书' })).toBeVisible()
    await expectAccessible(desk)
    await phone.reload()
    await expect(phone.getByText('工会成立并登记了').first()).toBeVisible()
  })

  await test.step('all of it is there on an officer’s small phone, in English', async () => {
    const small = await stage.phone({ viewport: { width: 360, height: 740 } })
    await signedIn(house, small, 'township')
    await small.addInitScript(() => localStorage.setItem('gongqiao.console.language', 'en'))
    await small.goto(`/console/units/${street.post.unit.id}/foundings`)
    await small.getByRole('checkbox', { name: 'Those that have ended too' }).check()
    await expectNoSideways(small)
    await expectAccessible(small)
    await small.getByRole('link', { name: `${employer}工会委员会` }).click()
    await expect(small.getByText('Registered as a legal person').first()).toBeVisible()
    const place = small.getByRole('region', { name: 'Rules of this place' })
    await expect(place.getByText('From 25 members on')).toBeVisible()
    await expect(place.getByText('工会法第十一条', { exact: false })).toBeVisible()
    await expectNoSideways(small)
    await expectAccessible(small)
    await small.goto(`/console/units/${street.post.unit.id}/registration`)
    await expect(small.getByText('81110105MC0000012B')).toBeVisible()
    await expectNoSideways(small)
    await expectAccessible(small)
  })
})

/** Chooses from a list by its words. */
async function choose(page: Page, id: string, words: string): Promise<void> {
  await page.locator(`[id="${id}"]`).click()
  await page.locator('.ant-select-item-option').filter({ hasText: words }).locator('visible=true').first().click()
}
