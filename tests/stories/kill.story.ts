import { madeCode, signedIn } from './by-api.ts'
import { agree, answerName, answerNumber, proveAndJoin } from './joining.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

test('断电: server and database are killed over a half-filled form, and the worker goes on', async ({
  house,
  stage,
}) => {
  const worker = newcomer()
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { link } = await madeCode(officer, '停电那天')
  const phone = await stage.phone()
  await phone.goto(link)
  await phone.getByRole('link', { name: '开始填写' }).click()
  await answerNumber(phone, worker.number)
  await answerName(phone, worker.name)

  await house.kill()
  await phone.getByRole('textbox', { name: '手机号' }).fill(worker.phone)
  await phone.getByRole('button', { name: '下一步' }).click()
  await agree(phone)
  await expect(phone.getByText('没有连上服务', { exact: false })).toBeVisible()

  await house.start()
  await phone.getByRole('button', { name: '同意，发验证码' }).click()
  await proveAndJoin(house, phone, worker)
  await expect(phone.getByRole('heading', { name: '您加入了，等确认' })).toBeVisible()
  const { items } = await officer.ask<{ items: { title: string }[] }>('/api/queue?view=mine')
  expect(items.filter(({ title }) => title === worker.name)).toHaveLength(1)
})
