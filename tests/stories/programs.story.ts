import { expectAccessible } from './accessible.ts'
import { signedIn } from './by-api.ts'
import { expect, test, textOf } from './story.ts'

test('访问令牌: a program gets a key for what it needs, and loses it when it is revoked', async ({ house, stage }) => {
  const desk = await stage.computer()
  const { post } = await signedIn(house, desk, 'county')
  const figures = (secret: string) =>
    fetch(`${house.url}/api/units/${post.unit.id}/figures`, { headers: { authorization: `Bearer ${secret}` } })
  let secret = ''

  await test.step('an officer asks for a token; what is missing is said beside its question', async () => {
    await desk.goto('/console/tokens')
    await expect(desk.getByText('还没有令牌')).toBeVisible()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '新建令牌' }).click()
    await expect(desk.getByText('请写上给哪个程序用')).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('the secret is shown once, until it is kept', async () => {
    await desk.getByLabel('给哪个程序用').fill('县里的统计程序')
    await desk.getByRole('button', { name: '新建令牌' }).click()
    await expect(desk.getByRole('heading', { name: '令牌只显示这一次' })).toBeFocused()
    secret = await textOf(desk.locator('.token-secret'))
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '我已经存好' }).click()
    await expect(desk.getByText(secret)).toHaveCount(0)
  })

  await test.step('the program reads figures with it, and no list of people', async () => {
    expect((await figures(secret)).status).toBe(200)
    const roll = await fetch(`${house.url}/api/units/${post.unit.id}/people`, {
      headers: { authorization: `Bearer ${secret}` },
    })
    expect(roll.status).toBe(403)
  })

  await test.step('revoked, it opens nothing any more', async () => {
    await desk.getByRole('button', { name: '撤销 县里的统计程序' }).click()
    const dialog = desk.getByRole('dialog')
    await expect(dialog.getByText('程序马上不能再用它', { exact: false })).toBeVisible()
    await expectAccessible(desk)
    await dialog.getByRole('button', { name: '撤销', exact: true }).click()
    await expect(desk.getByText('已撤销', { exact: true })).toBeVisible()
    expect((await figures(secret)).status).toBe(401)
  })
})

test('接口文档: every act can be read in a browser, with nothing fetched from elsewhere', async ({ house, stage }) => {
  const desk = await stage.computer()
  const elsewhere: string[] = []
  desk.on('request', (request) => {
    if (!request.url().startsWith(house.url) && !request.url().startsWith('data:')) elsewhere.push(request.url())
  })

  await desk.goto('/api/docs')
  await desk.locator('#operations-tag-membership').click()
  await expect(desk.locator('[data-path="/joining/applications"]')).toBeVisible()
  await desk.locator('#operations-tag-insight').click()
  await desk.locator('[data-path="/units/{unit}/figures"]').click()
  await expect(desk.getByText('会员数字').first()).toBeVisible()

  expect(elsewhere).toEqual([])
})
