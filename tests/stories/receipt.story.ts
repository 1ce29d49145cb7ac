import { readFile } from 'node:fs/promises'
import { suites } from '@gongqiao/kernel/crypto/suites.ts'
import { checkReceipt } from '@gongqiao/kernel/seal/check-receipt.ts'
import type { LookPage } from '@gongqiao/modules/people/contract.ts'
import { expectAccessible } from './accessible.ts'
import { confirmed, joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

test('回执: whoever was looked at takes home the proof that it was recorded, and it holds on any machine', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  const phone = await stage.phone()
  const worker = newcomer()
  const officer = await signedIn(house, desk, 'grassroots')
  await confirmed(officer, await joined(house, phone, worker, (await madeCode(officer, '回执')).link))
  await officer.send(`/api/units/${officer.post.unit.id}/people/search`, { text: worker.phone })
  const looks: LookPage = await (await phone.request.get(`${house.url}/api/me/looks`)).json()
  const [look] = looks.items
  expect(look).toBeDefined()
  const address = `/api/me/receipts/${look?.cell}/access/${look?.id}`
  await expect.poll(async () => (await phone.request.get(house.url + address)).status()).toBe(200)

  await phone.goto('/me/looks')
  const link = phone.getByRole('link', { name: /^回执/ }).first()
  await expect(link).toBeVisible()
  await expectAccessible(phone)
  const [download] = await Promise.all([phone.waitForEvent('download'), link.click()])

  expect(download.suggestedFilename()).toBe(`回执-${look?.id}.json`)
  const verdict = checkReceipt(await readFile(await download.path(), 'utf8'), suites)
  expect(verdict.faults).toEqual([])
  expect(verdict.receipt?.row.id).toBe(look?.id)
})
