import { expectAccessible } from './accessible.ts'
import { credentials, signedIn } from './by-api.ts'
import { agree, answerName, answerNumber, answerPhone } from './joining.ts'
import { newcomer } from './people.ts'
import { readQr } from './read-qr.ts'
import { expect, test, textOf } from './story.ts'

test('扫码入会: a worker scans a code and belongs at once; the officer confirms; every level sees it', async ({
  house,
  stage,
}) => {
  const worker = newcomer({ x: true })
  const desk = await stage.computer()
  const nation = await stage.computer()
  const phone = await stage.phone()
  let link = ''

  await test.step('the officer signs in with password and time-based code', async () => {
    await desk.goto('/console/')
    await expect(desk.getByRole('heading', { name: '登录' })).toBeVisible()
    await expectAccessible(desk)
    const { login, password } = await credentials(house, 'grassroots')
    await desk.getByLabel('账号').fill(login)
    await desk.getByLabel('密码', { exact: true }).fill(password)
    await desk.getByRole('button', { name: '下一步' }).click()
    await desk.getByLabel('六位动态码').fill((await credentials(house, 'grassroots')).code)
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '登录', exact: true }).click()
    await expect(desk.getByRole('heading', { name: '待办' })).toBeVisible()
    await expect(desk.getByText('现在以此岗位办事')).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('and makes a joining code that any scanner reads', async () => {
    await desk.getByRole('treeitem', { selected: false }).first().locator('[data-open]').click()
    await desk.getByRole('navigation', { name: '这个工会的内容' }).getByRole('link', { name: '会员' }).click()
    await desk.getByRole('link', { name: '入会码' }).click()
    await desk.getByLabel('名称', { exact: true }).fill('食堂门口')
    await desk.getByRole('button', { name: '做码' }).click()
    const panel = desk.getByRole('complementary', { name: '入会码“食堂门口”' })
    await expect(panel.getByRole('img', { name: '“食堂门口”的二维码' })).toBeVisible()
    await expectAccessible(desk)
    link = await textOf(panel.getByText(/^http.*\/j\//))
    for (const [button, mediaType] of [
      ['下载 PNG', 'image/png'],
      ['下载 SVG', 'image/svg+xml'],
    ] as const) {
      const [download] = await Promise.all([
        desk.waitForEvent('download'),
        panel.getByRole('link', { name: button }).click(),
      ])
      const parts: Buffer[] = []
      for await (const part of await download.createReadStream()) parts.push(Buffer.from(part))
      expect(await readQr(desk, mediaType, Buffer.concat(parts))).toBe(link)
    }
  })

  await test.step('the officer goes back to the queue, and the nation looks at its figures', async () => {
    await desk.getByRole('link', { name: '待办' }).click()
    await expect(desk.getByRole('heading', { name: '待办' })).toBeVisible()
    await signedIn(house, nation, 'nation')
    await nation.goto('/console/')
    await nation.getByRole('treeitem').first().locator('[data-open]').click()
    await expect(nation.getByText('实时更新', { exact: false })).toBeVisible()
    await expectAccessible(nation)
  })

  await test.step('the worker opens the link and fills in three fields', async () => {
    await phone.goto(link)
    await expect(phone.getByText('邀请您加入')).toBeVisible()
    await expectAccessible(phone)
    await phone.getByRole('link', { name: '开始填写' }).click()
    await expectAccessible(phone)
    await answerNumber(phone, worker.number)
    await expectAccessible(phone)
    await answerName(phone, worker.name)
    await expectAccessible(phone)
    await answerPhone(phone, worker.phone)
    await phone.getByText('看全文').click()
    await expectAccessible(phone)
    await agree(phone)
  })

  await test.step('finds the code in the inbox of the demonstration, and holds a card that waits', async () => {
    const inbox = await phone.context().newPage()
    await inbox.goto('/demo')
    const message = inbox.getByRole('listitem').filter({ hasText: worker.phone })
    await expect(message).toBeVisible()
    await expectAccessible(inbox)
    const code = /\d{6}(?=，)/.exec(await textOf(message))?.[0] ?? ''
    await inbox.close()
    await phone.getByRole('textbox', { name: '短信验证码' }).fill(code)
    await expectAccessible(phone)
    await phone.getByRole('button', { name: '加入工会' }).click()

    await expect(phone.getByRole('heading', { name: '您加入了，等确认' })).toBeVisible()
    const card = phone.getByRole('article', { name: '工会会员证' })
    await expect(card).toContainText(worker.name)
    await expect(card).toContainText('待确认')
    await expect(phone.getByText('演示基层 · 企业工会主席', { exact: false })).toBeVisible()
    await phone.getByText('这一天怎么算的').click()
    await expect(phone.getByText('15 个工作日', { exact: false })).toBeVisible()
    await expect(phone.getByRole('link', { name: '打 12351' })).toBeVisible()
    await expectAccessible(phone)
  })

  await test.step('the officer sees the application come into the queue, and opens it', async () => {
    await desk.getByRole('button', { name: worker.name }).click()
    const matter = desk.getByRole('complementary', { name: '事项' })
    await expect(matter).toContainText('姓名与证件号码未经核验')
    await expect(matter).toContainText('15 个工作日')
    await expectAccessible(desk)
  })

  await test.step('and confirms it with the committee’s day; the nation’s screen follows by itself', async () => {
    const sentence = nation.locator('.figures-sentence')
    const before = await textOf(sentence)
    await desk.getByRole('button', { name: '确认入会' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('button', { name: '今天' }).click()
    await expectAccessible(desk)
    const answered = desk.waitForResponse((response) => response.url().endsWith('/confirmation')).then(() => Date.now())
    const changed = nation
      .waitForFunction((text) => document.querySelector('.figures-sentence')?.textContent !== text, before)
      .then(() => Date.now())
    await dialog.getByRole('button', { name: '确认入会' }).click()
    const lagMs = (await changed) - (await answered)
    console.log(`    from the confirmation to the nation’s figures: ${lagMs} ms`)
    await expect(desk.getByText(`已确认${worker.name}入会`, { exact: false })).toBeVisible()
    // The button is gone with its step; the keys go on where its result is said.
    await expect(desk.getByRole('complementary', { name: '事项' }).locator(':focus')).toContainText('入会申请')
    const counts = (text: string) => {
      const found = /有 ([\d,]+) 名在册会员，其中 ([\d,]+) 名已认领，([\d,]+) 名在一年内本人确认/.exec(text)
      if (!found) throw new Error(`no figures in “${text}”`)
      return found.slice(1).map((figure) => Number(figure.replaceAll(',', '')))
    }
    // Whoever joins by themselves has claimed and affirmed by it: every figure of the roll goes up by one.
    expect(counts(await textOf(sentence))).toEqual(counts(before).map((figure) => figure + 1))
  })

  await test.step('the worker’s card is a member’s card, and another device finds it genuine', async () => {
    await phone.goto('/')
    const card = phone.getByRole('article', { name: '工会会员证' })
    await expect(card).not.toContainText('待确认')
    await expect(card).toContainText('起是会员')
    await expectAccessible(phone)
    await card.getByRole('link', { name: '出示会员证' }).click()
    await expect(phone.locator('.live-digits')).toHaveText(/\d{4} \d{4}/)
    await expectAccessible(phone)
    const shown = await phone.locator('.live-code-drawing svg').evaluate((drawing) => drawing.outerHTML)
    const drawing = shown.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
    const other = await stage.phone()
    await other.goto(await readQr(other, 'image/svg+xml', Buffer.from(drawing)))
    await expect(other.getByText('是真的')).toBeVisible()
    await expectAccessible(other)
  })

  await test.step('and the worker sees who looked', async () => {
    await phone.goto('/me')
    await expectAccessible(phone)
    await phone.getByRole('link', { name: '谁看过我' }).click()
    await expect(phone.getByText('企业工会主席', { exact: false }).first()).toBeVisible()
    await expect(phone.getByText('看了您的入会申请').first()).toBeVisible()
    await expectAccessible(phone)
    await phone.goto('/me/consents')
    await expect(phone.getByText('收存证件号码')).toBeVisible()
    await expectAccessible(phone)
  })
})
