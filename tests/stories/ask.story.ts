import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { codeSentTo, confirmed, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

/** The whole page fits the screen's width: nothing has to be pushed sideways. */
async function expectNoSideways(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `sideways on ${page.url()}`).toBeLessThanOrEqual(0)
}

/** A microphone that hums, where the machine has none. */
async function withMicrophone(page: Page): Promise<void> {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const sound = new AudioContext()
      const hum = sound.createOscillator()
      const out = sound.createMediaStreamDestination()
      hum.connect(out)
      hum.start()
      return out.stream
    }
  })
}

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const file = { name: 'pay.png', mimeType: 'image/png', buffer: picture }

/** The row of the queue that is about somebody. */
const rowOf = (desk: Page, name: string) => desk.getByRole('button', { name: new RegExp(`^${name}`) })

test('问工会: a member asks by voice, is answered, is not content, and closes it themselves', async ({
  house,
  stage,
}) => {
  const member = newcomer()
  const own = await stage.phone({ viewport: { width: 360, height: 740 } })
  await withMicrophone(own)
  const desk = await stage.computer()
  const officer = await signedIn(house, desk, 'grassroots')
  await confirmed(officer, await joined(house, own, member, (await madeCode(officer, '问工会')).link))

  await test.step('one tap from home, a few words, a recording and a picture', async () => {
    await own.goto('/')
    await own.getByRole('link', { name: '问工会' }).click()
    await expect(own.getByRole('heading', { name: '问工会' })).toBeVisible()
    await own.getByRole('button', { name: '按一下，说出来' }).click()
    await expect(own.getByText('正在录音', { exact: false })).toBeVisible()
    await expectAccessible(own)
    await own.getByRole('button', { name: '说完了' }).click()
    await expect(own.getByRole('button', { name: '删掉重录' })).toBeVisible()
    await own.getByRole('textbox', { name: '写几个字' }).fill('上个月的加班费没有发')
    await own.getByLabel('加图片').setInputFiles(file)
    await expect(own.getByRole('img', { name: '图片 1' })).toBeVisible()
    await own.getByText('还想说清楚', { exact: false }).click()
    await own.getByRole('button', { name: '加班和工时' }).click()
    await expectNoSideways(own)
    await expectAccessible(own)
    await own.getByRole('button', { name: '送给工会' }).click()
  })

  await test.step('who has it and by when stands there at once', async () => {
    await expect(own.getByText('已收到', { exact: false })).toBeVisible()
    await own.getByText('为什么是这天').click()
    await expect(own.getByText('1 个工作日内签收', { exact: false })).toBeVisible()
    await expect(own.getByText('上个月的加班费没有发')).toBeVisible()
    await expectNoSideways(own)
    await expectAccessible(own)
  })

  await test.step('the officer hears, sees, signs for it and answers', async () => {
    await desk.goto('/console/')
    await rowOf(desk, member.name).click()
    const panel = desk.getByRole('complementary', { name: '事项' })
    await expect(panel).toContainText('上个月的加班费没有发')
    await expect(panel.getByRole('img', { name: '图片 1' })).toBeVisible()
    const sound = panel.locator('audio')
    await expect(sound).toHaveCount(1)
    const plays = await sound.evaluate(async (audio: HTMLAudioElement) => {
      audio.load()
      await new Promise((resolve, reject) => {
        audio.onloadedmetadata = resolve
        audio.onerror = () => reject(new Error('it does not play'))
      })
      return audio.readyState > 0
    })
    expect(plays).toBe(true)
    await panel.getByRole('button', { name: '签收' }).click()
    await expect(panel.getByText('办理中')).toBeVisible()
    await panel.getByRole('radio', { name: '已说明' }).check()
    await panel.getByRole('textbox', { name: '写给本人的话' }).fill('公司说下月一起发。')
    await expectAccessible(desk)
    await panel.getByRole('button', { name: '答复', exact: true }).click()
    await expect(panel.getByText('是不是解决了，由本人说', { exact: false })).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('the member is told, is not content, and the union goes on', async () => {
    await own.goto('/messages')
    await expect(own.getByText('答复了您的诉求', { exact: false })).toBeVisible()
    await own.goto('/asks')
    await own.getByRole('link', { name: '上个月的加班费没有发' }).click()
    await expect(own.getByText('公司说下月一起发。')).toBeVisible()
    await own.getByRole('button', { name: '没有解决，继续办' }).click()
    await own.getByRole('textbox', { name: '哪里还没有解决' }).fill('合同写的是当月发')
    await own.getByRole('dialog').getByRole('button', { name: '送出' }).click()
    await expect(own.getByText('办理中')).toBeVisible()
  })

  await test.step('answered again, it is the member who closes it, and says how it was', async () => {
    await desk.goto('/console/')
    await rowOf(desk, member.name).click()
    const panel = desk.getByRole('complementary', { name: '事项' })
    await expect(panel).toContainText('合同写的是当月发')
    await panel.getByRole('radio', { name: '已解决' }).check()
    await panel.getByRole('textbox', { name: '写给本人的话' }).fill('已经补发，请查收。')
    await panel.getByRole('button', { name: '答复', exact: true }).click()
    await expect(panel.getByText('是不是解决了，由本人说', { exact: false })).toBeVisible()
    await own.reload()
    await own.getByRole('button', { name: '确认办结' }).click()
    const dialog = own.getByRole('dialog')
    await dialog.getByRole('button', { name: '送出评价' }).click()
    await expect(dialog.getByText('请把三样都选上')).toBeVisible()
    await dialog.getByRole('radio', { name: '解决了', exact: true }).check()
    await dialog.getByRole('group', { name: '对答复满意吗' }).getByRole('button', { name: '4 分' }).click()
    await dialog.getByRole('group', { name: '对办理过程满意吗' }).getByRole('button', { name: '5 分' }).click()
    await expectAccessible(own)
    await dialog.getByRole('button', { name: '送出评价' }).click()
    await expect(own.getByText('您的评价：解决了；答复 4 分，办理 5 分')).toBeVisible()
    await expectAccessible(own)
  })

  await test.step('retaliation goes one level up, and the union’s own officer finds no trace of it', async () => {
    await own.getByRole('button', { name: '因为这件事受到报复' }).click()
    await own.getByRole('dialog').getByRole('textbox', { name: '写几个字' }).fill('被调到夜班')
    await expectAccessible(own)
    await own.getByRole('dialog').getByRole('button', { name: '交给上一级工会' }).click()
    await expect(own.getByText('上一级工会收到了')).toBeVisible()
    await desk.reload()
    await expect(desk.locator('body')).not.toContainText('打击报复')
    const above = await stage.computer()
    await signedIn(house, above, 'township')
    await above.goto('/console/')
    await rowOf(above, '打击报复').first().click()
    const panel = above.getByRole('complementary', { name: '事项' })
    await expect(panel).toContainText('被调到夜班')
    await expectAccessible(above)
    await panel.getByRole('button', { name: '受理' }).click()
    await expect(panel.getByText('办理中')).toBeVisible()
  })
})

test('匿名: nobody asks, and comes back by the query code alone', async ({ house, stage }) => {
  const phone = await stage.phone({ viewport: { width: 360, height: 740 } })
  const desk = await stage.computer()
  const { unit } = (await signedIn(house, desk, 'province')).post
  let code = ''

  await test.step('no name, no phone: a place, a few words, and a code that is shown once', async () => {
    await phone.goto('/')
    await phone.getByRole('link', { name: '问工会' }).click()
    await phone.getByRole('radio', { name: '匿名' }).check()
    await phone.getByRole('textbox', { name: '写几个字' }).fill('工地上没有安全帽')
    await phone.getByRole('button', { name: '送给工会' }).click()
    await expect(phone.getByText('请选一个地方的工会', { exact: false })).toBeVisible()
    await phone.getByRole('button', { name: unit.shortName, exact: true }).click()
    await phone.getByRole('button', { name: `问${unit.name}` }).click()
    await expectNoSideways(phone)
    await expectAccessible(phone)
    await phone.getByRole('button', { name: '送给工会' }).click()
    await expect(phone.getByText('您的查询码')).toBeVisible()
    await expectAccessible(phone)
    code = ((await phone.locator('.code-text').textContent()) ?? '').trim()
    expect(code).toMatch(/^[2-9A-Y]{4} [2-9A-Y]{4} [2-9A-Y]{4}$/)
  })

  await test.step('the union of the place answers nobody in particular', async () => {
    await desk.goto('/console/')
    await rowOf(desk, '匿名').first().click()
    const panel = desk.getByRole('complementary', { name: '事项' })
    await expect(panel).toContainText('工地上没有安全帽')
    await panel.getByRole('radio', { name: '已解决' }).check()
    await panel.getByRole('textbox', { name: '写给本人的话' }).fill('已派人去看，安全帽当天到。')
    await panel.getByRole('button', { name: '答复', exact: true }).click()
    await expect(panel.getByText('是不是解决了，由本人说', { exact: false })).toBeVisible()
  })

  await test.step('a wrong code opens nothing; the right one, small and spaced, opens it and closes it', async () => {
    const other = await stage.phone({ viewport: { width: 360, height: 740 } })
    await other.goto('/')
    await other.getByRole('link', { name: '凭查询码查看' }).click()
    await other.getByRole('textbox', { name: '查询码' }).fill('AAAABBBBCCCC')
    await other.getByRole('button', { name: '查看', exact: true }).click()
    await expect(other.getByText('没有这个查询码')).toBeVisible()
    await expectAccessible(other)
    await other.getByRole('textbox', { name: '查询码' }).fill(code.toLowerCase())
    await other.getByRole('button', { name: '查看', exact: true }).click()
    await expect(other.getByText('已派人去看，安全帽当天到。')).toBeVisible()
    await expectNoSideways(other)
    await other.getByRole('button', { name: '确认办结' }).click()
    const dialog = other.getByRole('dialog')
    await dialog.getByRole('radio', { name: '解决了', exact: true }).check()
    await dialog.getByRole('group', { name: '对答复满意吗' }).getByRole('button', { name: '5 分' }).click()
    await dialog.getByRole('group', { name: '对办理过程满意吗' }).getByRole('button', { name: '5 分' }).click()
    await dialog.getByRole('button', { name: '送出评价' }).click()
    await expect(other.getByText('已办结')).toBeVisible()
    await expectAccessible(other)
  })
})

test('电话代记: staff write down what somebody says, answer at once, and hand out the query code', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  const { post } = await signedIn(house, desk, 'grassroots')

  await test.step('without words nothing is written down; with them and an instant answer it is', async () => {
    await desk.goto(`/console/units/${post.unit.id}/intake`)
    await desk.getByRole('button', { name: '记下来' }).click()
    await expect(desk.getByText('请写下本人说的话')).toBeVisible()
    await desk.getByRole('radio', { name: '电话' }).check()
    await desk.getByRole('textbox', { name: '本人说了什么' }).fill('问年假有几天')
    await desk.getByRole('textbox', { name: '怎么称呼' }).fill('老郭')
    await desk.getByRole('checkbox', { name: '当场答复' }).check()
    await desk.getByRole('radio', { name: '已说明' }).check()
    await desk.getByRole('textbox', { name: '写给本人的话' }).fill('工作满一年不满十年，5 天。')
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '记下来' }).click()
    await expect(desk.getByText('查询码', { exact: true })).toBeVisible()
    await expectAccessible(desk)
  })

  const code = ((await desk.locator('.query-code').textContent()) ?? '').trim()
  await test.step('who called reads it at home by the code', async () => {
    const phone = await stage.phone()
    await phone.goto('/ask/code')
    await phone.getByRole('textbox', { name: '查询码' }).fill(code)
    await phone.getByRole('button', { name: '查看', exact: true }).click()
    await expect(phone.getByText('工作满一年不满十年，5 天。')).toBeVisible()
  })

  await test.step('figures of few are not shown as numbers', async () => {
    await desk.goto(`/console/units/${post.unit.id}/asks`)
    await expect(desk.getByText('不显示', { exact: false }).first()).toBeVisible()
    await expectAccessible(desk)
  })
})

test('没有网络: what a member asks waits on the phone and goes out once, by itself', async ({ house, stage }) => {
  const member = newcomer()
  const own = await stage.phone()
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  await joined(house, own, member, (await madeCode(officer, '离线')).link)
  await own.goto('/ask')
  await expect(own.getByRole('button', { name: '送给工会' })).toBeVisible()

  await own.context().setOffline(true)
  await own.getByRole('textbox', { name: '写几个字' }).fill('宿舍漏水')
  await own.getByRole('button', { name: '送给工会' }).click()
  await expect(own.getByText('等网络', { exact: false }).first()).toBeVisible()
  await expectAccessible(own)
  await own.context().setOffline(false)

  await own.goto('/asks')
  await expect(own.getByRole('link', { name: '宿舍漏水' })).toHaveCount(1)
})

test('非会员: somebody who belongs to no union asks by their phone', async ({ house, stage }) => {
  const { phone: number } = newcomer()
  const phone = await stage.phone()
  await phone.goto('/ask')
  await phone.getByRole('textbox', { name: '写几个字' }).fill('送外卖能不能入会')
  await phone.getByRole('button', { name: '北京市总工会' }).first().click()
  await phone.getByRole('button', { name: '问北京市总工会' }).click()
  await phone.locator('#phone').fill(number)
  await phone.getByRole('button', { name: /发送验证码|获取验证码|发验证码/ }).click()
  await expect.poll(async () => (await house.inbox()).items.some(({ to }) => to === number)).toBe(true)
  await phone.locator('#phone-code').fill(await codeSentTo(house, number))
  await expectAccessible(phone)
  await phone.getByRole('button', { name: '送给工会' }).click()
  await expect(phone.getByText('您的查询码')).toBeVisible()
})
