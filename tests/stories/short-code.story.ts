import { spacedShortCode } from '@gongqiao/modules/membership/texts/poster.ts'
import { readPdf, squareAsSvg } from '../read-pdf.ts'
import { expectAccessible } from './accessible.ts'
import { madeCode, signedIn } from './by-api.ts'
import { fillIn, proveAndJoin } from './joining.ts'
import { newcomer } from './people.ts'
import { readQr } from './read-qr.ts'
import { expect, test } from './story.ts'

const bare = (text: string) => text.replaceAll(/\s/g, '')

test('海报与短码: an officer hangs up a poster; whoever cannot scan types its six characters and belongs', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  const phone = await stage.phone()
  const officer = await signedIn(house, desk, 'grassroots')
  const code = await madeCode(officer, '食堂门口的海报')
  const worker = newcomer()

  await test.step('the poster shows beforehand what it will say', async () => {
    await desk.goto(`/console/units/${code.unit.id}/codes?code=${code.id}`)
    const panel = desk.getByRole('complementary', { name: '入会码“食堂门口的海报”' })
    await expect(panel.getByText(spacedShortCode(code.shortCode))).toBeVisible()
    await expectAccessible(desk)
    await panel.getByRole('link', { name: '张贴海报' }).click()
    const poster = desk.getByRole('article', { name: '海报预览' })
    await expect(poster.getByRole('heading', { name: '扫码加入工会' })).toBeVisible()
    await expect(poster.getByText('您的资料怎么用')).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('its PDF has the union, the short code, what happens with the data, and a square that scans', async () => {
    for (const [button, words] of [
      ['下载中文 PDF', '您的资料怎么用'],
      ['下载英文 PDF', 'Whathappenswithyourdata'],
    ] as const) {
      const [download] = await Promise.all([
        desk.waitForEvent('download'),
        desk.getByRole('link', { name: button }).click(),
      ])
      const parts: Buffer[] = []
      for await (const part of await download.createReadStream()) parts.push(Buffer.from(part))
      const [page, ...more] = readPdf(Buffer.concat(parts))
      if (!page) throw new Error('no page')
      expect(more).toEqual([])
      for (const said of [words, code.unit.name, code.shortCode]) expect(bare(page.text)).toContain(bare(said))
      expect(await readQr(desk, 'image/svg+xml', Buffer.from(squareAsSvg(page)))).toBe(code.link)
    }
  })

  await test.step('a worker types the short code, and is told of a slip of the finger', async () => {
    await phone.goto('/')
    await phone.getByRole('link', { name: '输入短码' }).click()
    const field = phone.getByRole('textbox', { name: '海报上的六位短码' })
    await field.fill('K7M3Q1')
    await phone.getByRole('button', { name: '打开' }).click()
    await expect(phone.getByRole('alert')).toContainText('这个短码不对')
    await expectAccessible(phone)
    await field.fill(spacedShortCode(code.shortCode).toLowerCase())
    await phone.getByRole('button', { name: '打开' }).click()
    await expect(phone.getByRole('heading', { name: code.unit.name })).toBeVisible()
  })

  await test.step('and belongs', async () => {
    await phone.getByRole('link', { name: '开始填写' }).click()
    await fillIn(phone, worker)
    await proveAndJoin(house, phone, worker)
    await expect(phone.getByText('待确认').first()).toBeVisible()
  })
})

test('全县海报: a county makes the missing codes and gets all posters as one file', async ({ house, stage }) => {
  const desk = await stage.computer()
  const officer = await signedIn(house, desk, 'township')
  const unit = officer.post.unit.id
  await desk.goto(`/console/units/${unit}/codes`)
  await desk.getByText('做下级工会的海报').click()
  await desk.getByRole('checkbox', { name: /先给还没有的/ }).check()
  await expectAccessible(desk)
  const button = desk.getByRole('button', { name: /下载 [\d,]+ 张海报$/ })
  const count = Number(((await button.textContent()) ?? '').replaceAll(/\D/g, ''))

  const [download] = await Promise.all([desk.waitForEvent('download'), button.click()])
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part))
  const pages = readPdf(Buffer.concat(parts))

  expect(count).toBeGreaterThan(1)
  expect(pages.length).toBe(count)
  for (const page of pages) expect(bare(page.text)).toContain('您的资料怎么用')
  await expect(desk.getByText(`${count} 张海报已下载。`)).toBeVisible()
  await expectAccessible(desk)
})
