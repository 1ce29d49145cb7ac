import { madeCode, signedIn } from './by-api.ts'
import { expect, test } from './story.ts'

/** 400 kbit/s and 400 ms there and back, on a processor six times slower than this machine's. */
const slowNetwork = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

test('慢手机: the first screen of a scanned code can be used on a slow phone in a slow network', async ({
  house,
  stage,
}) => {
  const officer = await signedIn(house, await stage.computer(), 'grassroots')
  const { link } = await madeCode(officer, '山里的信号')
  const phone = await stage.phone()
  const wire = await phone.context().newCDPSession(phone)
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', slowNetwork)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: 6 })

  const begun = Date.now()
  await phone.goto(link, { waitUntil: 'commit' })
  const start = phone.getByRole('link', { name: '开始填写' })
  await expect(start).toBeVisible()
  const seenMs = Date.now() - begun
  await start.click()
  await expect(phone.getByRole('button', { name: 'X', exact: true })).toBeVisible()
  console.log(`    first screen after ${seenMs} ms, the form after ${Date.now() - begun} ms`)
})
