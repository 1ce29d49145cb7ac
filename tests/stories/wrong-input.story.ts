import { expectAccessible } from './accessible.ts'
import { codeSentTo, joined, madeCode, signedIn } from './by-api.ts'
import { agree, answerName, answerPhone, next, typeOnPad } from './joining.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

test('填错: every wrong answer is named at once, and what was typed outlives a reload', async ({ house, stage }) => {
  const worker = newcomer()
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { link } = await madeCode(officer, '填错的人也欢迎')
  const phone = await stage.phone()

  await test.step('a wrong number does not get past its question', async () => {
    await phone.goto(link)
    await phone.getByRole('link', { name: '开始填写' }).click()
    await typeOnPad(phone, `${worker.number.slice(0, 17)}${worker.number.endsWith('1') ? '2' : '1'}`)
    await next(phone)
    await expect(phone.getByRole('alert').filter({ hasText: '校验' })).toBeVisible()
    await expectAccessible(phone)
  })

  await test.step('whoever scans again goes on where the phone died, the wrong answer with them', async () => {
    await phone.goto(link)
    await phone.getByRole('link', { name: '接着上次填' }).click()
    await answerName(phone, worker.name)
    await phone.getByRole('textbox', { name: '手机号' }).fill(worker.phone)
    await phone.reload()
    await expect(phone.getByRole('textbox', { name: '手机号' })).toHaveValue(/\d{3} \d{4} \d{4}/)
    await next(phone)
    await agree(phone)
  })

  await test.step('at the end everything that is wrong is listed', async () => {
    await expect(phone.getByRole('heading', { name: '居民身份证号码' })).toBeVisible()
    await expect(phone.getByRole('alert').filter({ hasText: '校验' })).toBeVisible()
    await phone.getByRole('button', { name: '删一位' }).click()
    await typeOnPad(phone, worker.number.slice(-1))
    await next(phone)
  })

  await test.step('a wrong code can be mended, and nothing has landed before it is right', async () => {
    await agree(phone)
    await expect(phone.getByText('6 位数字已发到')).toBeVisible()
    const code = await codeSentTo(house, worker.phone)
    await phone.getByRole('textbox', { name: '短信验证码' }).fill(code === '000000' ? '111111' : '000000')
    await phone.getByRole('button', { name: '加入工会' }).click()
    await expect(phone.getByText('验证码不对', { exact: false })).toBeVisible()
    await expectAccessible(phone)
    await phone.reload()
    await phone.getByRole('textbox', { name: '短信验证码' }).fill(code)
    await phone.getByRole('button', { name: '加入工会' }).click()
    await expect(phone.getByRole('heading', { name: '您加入了，等确认' })).toBeVisible()
  })
})
