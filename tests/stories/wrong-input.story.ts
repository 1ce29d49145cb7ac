import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { codeSentTo, joined, madeCode, signedIn } from './by-api.ts'
import { agree, answerName, next, typeOnPad } from './joining.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

test('填错: every wrong answer is named at once, and what was typed outlives a reload', async ({ house, stage }) => {
  const worker = newcomer()
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { link } = await madeCode(officer, '填错的人也欢迎')
  const phone = await stage.phone()
  const scanAgain = async () => {
    await phone.goto(link)
    await phone.getByRole('link', { name: '接着上次填' }).click()
  }

  await test.step('a wrong number does not get past its question', async () => {
    await phone.goto(link)
    await phone.getByRole('link', { name: '开始填写' }).click()
    await typeOnPad(phone, worker.number.slice(0, 17) + (worker.number.endsWith('1') ? '2' : '1'))
    await next(phone)
    await expect(phone.getByText('证件号码有误，请逐位核对')).toBeVisible()
    await expectAccessible(phone)
  })

  await test.step('whoever scans again goes on where the phone died, and a reload loses nothing', async () => {
    await scanAgain()
    await answerName(phone, worker.name)
    await phone.getByRole('textbox', { name: '手机号' }).fill('12345')
    await phone.reload()
    await expect(phone.getByRole('textbox', { name: '手机号' })).toHaveValue('123 45')
  })

  await test.step('before anything is sent, all that is wrong is listed together', async () => {
    await scanAgain()
    await agree(phone)
    await expect(phone.getByText('有 2 处要改')).toBeVisible()
    await expect(phone.getByRole('button', { name: '手机号', exact: true })).toBeVisible()
    await expectAccessible(phone)
  })

  await test.step('mending leads from one to the next', async () => {
    await phone.getByRole('button', { name: '删一位' }).click()
    await typeOnPad(phone, worker.number.slice(-1))
    await next(phone)
    await phone.getByRole('textbox', { name: '手机号' }).fill(worker.phone)
    await next(phone)
    await phone.getByRole('button', { name: '发验证码' }).click()
    await expect(phone.getByText('6 位数字已发到')).toBeVisible()
  })

  await test.step('a wrong code is told with the tries that are left, and the right one still counts', async () => {
    const code = await codeSentTo(house, worker.phone)
    await phone.getByRole('textbox', { name: '短信验证码' }).fill(code === '000000' ? '111111' : '000000')
    await phone.getByRole('button', { name: '加入工会' }).click()
    await expect(phone.getByText('还可以试 4 次', { exact: false })).toBeVisible()
    await expectAccessible(phone)
    await phone.reload()
    await phone.getByRole('textbox', { name: '短信验证码' }).fill(code)
    await phone.getByRole('button', { name: '加入工会' }).click()
    await expect(phone.getByRole('heading', { name: '您加入了，等确认' })).toBeVisible()
  })
})

test('码不能用: forged, torn, revoked and expired codes say what to do', async ({ house, stage }) => {
  const desk = await stage.computer()
  const officer = await signedIn(house, desk, 'grassroots')
  const phone = await stage.phone()
  const { link } = await madeCode(officer, '门口的海报')
  const nextSteps = async (page: Page, title: string) => {
    await expect(page.getByText(title)).toBeVisible()
    await expect(page.getByText('向您的工会要一张新的码')).toBeVisible()
    await expect(page.getByRole('link', { name: '打 12351' })).toBeVisible()
    await expectAccessible(page)
  }

  await test.step('a code somebody made up', async () => {
    const at = link.length - 40
    await phone.goto(link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1))
    await nextSteps(phone, '这个入会码是伪造的')
    await expect(phone.getByText('不要在别的页面填证件号码')).toBeVisible()
  })

  await test.step('half a link', async () => {
    await phone.goto(link.slice(0, 45))
    await nextSteps(phone, '这不是一个入会码')
  })

  await test.step('a code its officer has revoked', async () => {
    await desk.goto(`/console/units/${officer.post.unit.id}/codes`)
    await desk.getByRole('button', { name: /^门口的海报/ }).click()
    await desk.getByRole('complementary').getByRole('button', { name: '作废' }).click()
    await expectAccessible(desk)
    await desk.getByRole('dialog').getByRole('button', { name: '作废' }).click()
    await expect(desk.getByText('“门口的海报”已作废')).toBeVisible()
    await phone.goto(link)
    await nextSteps(phone, '这个入会码已停用')
  })

  await test.step('a code of one day, two days later', async () => {
    const short = await madeCode(officer, '只用一天', { validDays: 1 })
    await joined(house, await stage.phone(), newcomer(), short.link)
    await house.moveClock(2 * 24 * 60)
    await phone.goto(short.link)
    await nextSteps(phone, '这个入会码过期了')
    await house.moveClock(0)
  })
})
