import { expectAccessible } from './accessible.ts'
import { joined, madeCode, signedIn } from './by-api.ts'
import { newcomer } from './people.ts'
import { expect, test } from './story.ts'

const day = 24 * 60

test('超期上交: what nobody answers climbs one union at a time, to somebody with a name, and its history says so', async ({
  house,
  stage,
}) => {
  const worker = newcomer()
  const [shop, town, county] = [await stage.computer(), await stage.computer(), await stage.computer()]
  const phone = await stage.phone()
  const grassroots = await signedIn(house, shop, 'grassroots')
  await signedIn(house, town, 'township')
  await signedIn(house, county, 'county')
  await joined(house, phone, worker, (await madeCode(grassroots, '没人管')).link)
  const line = (page: typeof shop) => page.getByRole('button', { name: new RegExp(`^${worker.name}`) })

  await test.step('while there is time it is the shop’s, and nobody above has it', async () => {
    await shop.goto('/console/')
    await expect(line(shop)).toBeVisible()
    await town.goto('/console/')
    await expect(town.getByRole('heading', { name: '待办' })).toBeVisible()
    await expect(line(town)).toHaveCount(0)
  })

  await test.step('a working day after its due day the township has it', async () => {
    await house.moveClock(32 * day)
    await house.runJob('organization.escalate', 32 * day)
    await signedIn(house, town, 'township')
    await town.goto('/console/')
    await expect(line(town)).toContainText('下级超期转来')
    await line(town).click()
    const panel = town.getByRole('complementary', { name: '事项' })
    await expect(panel.getByText('超期上交').first()).toBeVisible()
    await expect(panel.getByRole('button', { name: '确认入会' })).toBeVisible()
    await expectAccessible(town)
  })

  await test.step('the worker reads who has it now, and that it was late', async () => {
    await phone.goto('/matters')
    await expect(
      phone
        .getByText('乡镇', { exact: false })
        .or(phone.getByText('街道', { exact: false }))
        .first(),
    ).toBeVisible()
    await expectAccessible(phone)
  })

  await test.step('unanswered there too, it climbs to the county', async () => {
    await house.moveClock(60 * day)
    await house.runJob('organization.escalate', 60 * day)
    await signedIn(house, county, 'county')
    await county.goto('/console/')
    await expect(line(county)).toContainText('下级超期转来')
    await house.moveClock(0)
  })
})
