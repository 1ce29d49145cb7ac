import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'

const house = await openHouse()

test('the interface can be read and tried in a browser, from this server alone', async () => {
  const page = await house.server.inject('/api/docs')

  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.headers['content-security-policy']).toContain("default-src 'self'")
  expect(page.payload).not.toMatch(/https?:\/\//)
  for (const [, address = ''] of page.payload.matchAll(/(?:src|href)="([^"]+)"/g)) {
    expect([address, (await house.server.inject(address)).statusCode]).toEqual([address, 200])
  }
})

test('nothing else of the library is served', async () => {
  for (const file of ['package.json', 'index.html', '..%2Fpackage.json', '%2e%2e%2fpackage.json'])
    expect((await house.server.inject(`/api/docs/${file}`)).statusCode).toBe(404)
})
