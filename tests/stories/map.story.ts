import type { Page } from '@playwright/test'
import { expectAccessible, expectEnglish } from './accessible.ts'
import { joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test, textOf } from './story.ts'

const nation = '/console/units/10000000-0000-8006-8000-756e696f6e00/figures'
const county = '/console/units/33082500-0000-8006-8000-756e696f6e00/figures'

/** The name of a place, written on the map. */
const onMap = (page: Page, name: string) => page.locator('.map-box text', { hasText: name }).first()
/** Presses a place where its name stands, once the chart has laid it out: the chart hears presses by where they are. */
async function pressed(page: Page, name: string): Promise<void> {
  const middle = () =>
    onMap(page, name).evaluate((text) => {
      const { x, y, width, height } = text.getBoundingClientRect()
      return [x + width / 2, y + height / 2] as const
    })
  await expect(onMap(page, name)).toBeVisible()
  await page.locator('.map-box').scrollIntoViewIfNeeded()
  await expect(async () => expect(await middle()).toEqual(await middle())).toPass()
  const [x, y] = await middle()
  await page.mouse.click(x, y)
}

test('地图: from the country down to a county by pressing places, live all the way', async ({ house, stage }) => {
  const worker = newcomer()
  const desk = await stage.computer()
  const chosen = desk.locator('.map-chosen')
  await signedIn(house, desk, 'nation')

  await test.step('the sentence comes first, then the map with its legend and its source', async () => {
    await desk.goto(nation)
    await expect(desk.locator('.figures-sentence')).toContainText('在册会员')
    await expect(onMap(desk, '浙江')).toBeVisible()
    await expect(onMap(desk, '南海诸岛')).toBeVisible()
    await expect(desk.getByText('示意图，边界不作为依据。', { exact: false })).toContainText('Apache ECharts 4.9.0')
    await expect(desk.locator('.map-legend li')).toHaveCount(7)
    await expectAccessible(desk)
  })

  await test.step('a place without figures says so, and one without a boundary stands in the table', async () => {
    await pressed(desk, '台湾')
    await expect(chosen).toHaveText('台湾：本网络在这里没有数字。')
    await desk.getByText('个工会没有边界', { exact: false }).click()
    await expect(desk.locator('.map-off').getByText('全国铁路总工会')).toBeVisible()
    await expect(desk.getByRole('row', { name: /^全国铁路总工会/ })).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('a first press says a place’s figures; they change while one looks', async () => {
    await pressed(desk, '浙江')
    await expect(chosen).toContainText('浙江省总工会：在册')
    const before = await textOf(chosen)
    const officer = await signedIn(house, await stage.computer(), 'grassroots')
    const { link } = await madeCode(officer, '地图')
    await joined(house, await stage.phone(), worker, link)
    await expect(chosen).not.toHaveText(before)
    await expectAccessible(desk)
  })

  await test.step('the link leads down, and so does a second press', async () => {
    await chosen.getByRole('link', { name: '看浙江省总工会' }).click()
    await expect(desk.getByRole('heading', { name: '浙江省总工会', level: 1 })).toBeVisible()
    await pressed(desk, '衢州市')
    await expect(chosen).toContainText('衢州市总工会：在册')
    await pressed(desk, '衢州市')
    await expect(desk.getByRole('heading', { name: '衢州市总工会', level: 1 })).toBeVisible()
    await expect(onMap(desk, '龙游县')).toBeVisible()
    await pressed(desk, '龙游县')
    await pressed(desk, '龙游县')
    await expect(desk.getByRole('heading', { name: '浙江省龙游县总工会', level: 1 })).toBeVisible()
    await expect(desk.locator('.map-box')).toHaveCount(0)
    await expect(desk.locator('figure.picture')).toBeVisible()
  })
})

test('地图: the same by keyboard alone, row by row in the order of the divisions', async ({ house, stage }) => {
  const desk = await stage.computer()
  await signedIn(house, desk, 'nation')
  await desk.goto(nation)
  await expect(onMap(desk, '浙江')).toBeVisible()
  const reach = async (name: string) => {
    const link = desk.getByRole('row').getByRole('link', { name, exact: true })
    await expect(link).toBeVisible()
    while (!(await link.evaluate((one) => one === document.activeElement))) await desk.keyboard.press('Tab')
  }

  await desk.getByRole('radio', { name: '认领比例' }).focus()
  await desk.keyboard.press('ArrowRight')
  await expect(desk.getByText('颜色：一年内本人确认占在册的比例')).toBeVisible()
  const rows = await desk.locator('.figure-table tbody th a').allTextContents()
  expect(rows.slice(0, 4)).toEqual(['北京市总工会', '天津市总工会', '河北省总工会', '山西省总工会'])

  await reach('浙江省总工会')
  const outlines = desk.locator('.map-box path[stroke="#1F1B1A"], .map-box path[stroke="rgb(31,27,26)"]')
  await expect(outlines).not.toHaveCount(0)
  await desk.keyboard.press('Enter')
  await expect(onMap(desk, '衢州市')).toBeVisible()
  await reach('衢州市总工会')
  await desk.keyboard.press('Enter')
  await reach('龙游县总工会')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('heading', { name: '浙江省龙游县总工会', level: 1 })).toBeVisible()
})

test('地图: on a small phone, in English, with larger type, and in bars for whoever likes them', async ({
  house,
  stage,
}) => {
  const phone = await stage.phone({ viewport: { width: 360, height: 740 } })
  await signedIn(house, phone, 'nation')
  await phone.goto(nation)
  await phone.evaluate(() => localStorage.setItem('gongqiao.console.language', 'en'))
  await phone.reload()
  const wider = () => phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

  await expect(onMap(phone, '浙江')).toBeVisible()
  expect(await wider()).toBeLessThanOrEqual(0)
  await onMap(phone, '新疆').scrollIntoViewIfNeeded()
  const box = await onMap(phone, '新疆').boundingBox()
  if (!box) throw new Error('the name is on the screen')
  await phone.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  await expect(phone.locator('.map-chosen')).toContainText('on the roll 0')
  await expectAccessible(phone)
  await expectEnglish(phone, [/[\p{Script=Han}（）]*工会[\p{Script=Han}（）]*/u, '演示全国', '工桥', '中文'])
  await phone.getByRole('button', { name: 'Larger' }).click()
  await expect(phone.getByRole('button', { name: 'The whole map' })).toBeEnabled()
  await phone.getByRole('button', { name: 'The whole map' }).click()
  await expect(phone.getByRole('button', { name: 'Smaller' })).toBeDisabled()

  await phone.addStyleTag({ content: 'html { zoom: 1.4 }' })
  await expect(onMap(phone, '新疆')).toBeVisible()
  expect(await wider()).toBeLessThanOrEqual(0)
  await phone.getByText('Bars', { exact: true }).click()
  await expect(phone.locator('.map-box')).toHaveCount(0)
  await expect(phone.locator('figure.picture')).toBeVisible()
})

test('地图: pages without a map fetch neither maps nor what draws them', async ({ house, stage }) => {
  const desk = await stage.computer()
  await signedIn(house, desk, 'nation')
  const fetched: string[] = []
  desk.on('request', (request) => fetched.push(new URL(request.url()).pathname))

  await desk.goto('/console/')
  await expect(desk.getByRole('heading', { name: '待办' })).toBeVisible()
  await desk.goto(county)
  await expect(desk.locator('figure.picture')).toBeVisible()

  expect(fetched.filter((path) => /boundaries|figure-map/.test(path))).toEqual([])
})

test('地图: an approved base shows its number, a broken map leaves bars, and without a map the page says so', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  await signedIn(house, desk, 'nation')
  const index = {
    source: { zh: '某省地理信息公共服务平台', en: 'the geographic service of a province' },
    sketch: false,
    approval: '审图号：GS(2026)0000号',
    maps: ['100000', '330000'],
  }
  await desk.route('**/boundaries/index.geo.json', (route) => route.fulfill({ json: index }))
  await desk.route('**/boundaries/330000.geo.json', (route) => route.fulfill({ json: { type: 'Nothing' } }))

  await desk.goto(nation)
  await expect(desk.getByText('审图号：GS(2026)0000号')).toBeVisible()
  await expect(desk.getByText('示意图', { exact: false })).toHaveCount(0)
  await desk.getByRole('row').getByRole('link', { name: '浙江省总工会', exact: true }).click()
  await expect(desk.getByText('这张地图读不了', { exact: false })).toBeVisible()
  await expect(desk.locator('figure.picture')).toBeVisible()
  await expectAccessible(desk)
  await desk.getByRole('row').getByRole('link', { name: '衢州市总工会', exact: true }).click()
  await expect(desk.getByText('这里没有边界数据', { exact: false })).toBeVisible()
  await expect(desk.getByRole('row', { name: /^龙游县总工会/ })).toBeVisible()
})
